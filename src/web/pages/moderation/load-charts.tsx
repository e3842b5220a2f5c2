import { useState } from 'react';
import type { EnumValue, ResultOf } from '../../../client/graphql.js';
import { DECISION_REASONS } from '../../../core/moderation/decision-reasons.js';
import { AGES_FROM } from '../../../core/moderation/waiting-ages.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Bars } from '../../parts/bars.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Histogram } from '../../parts/histogram.js';
import { SelectField } from '../../parts/select-field.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { TableFrame } from '../../parts/table-frame.js';
import { enumOf } from '../../server/enum-words.js';
import { useQuestion } from '../../server/use-question.js';
import { auditPath } from '../audit/audit-params.js';
import { Decisions, type QueueLoad } from './operations.js';

type Load = ResultOf<typeof QueueLoad>['queueLoad'];

/** What waits by harm and by age, and what was decided lately and why, as charts with a table behind each. */
export function LoadCharts({ load }: { load: Load }) {
  const words = useLanguage().words.load;
  return (
    <Disclosure title={words.title}>
      <div className="load-charts">
        <Waiting load={load} />
        <Decided />
      </div>
    </Disclosure>
  );
}

function Waiting({ load }: { load: Load }) {
  const { words, formats } = useLanguage();
  const names = AGES_FROM.map((from, at) => words.load.age(from, AGES_FROM[at + 1]));
  const byAge = AGES_FROM.map((_, at) => load.reduce((sum, { ages }) => sum + (ages[at] ?? 0), 0));
  return (
    <section className="stack">
      <Bars
        title={words.load.byHarm}
        bars={load.map(({ harm, cases }) => ({
          key: harm,
          label: words.moderation.harms[harm],
          count: String(cases),
        }))}
      />
      <Histogram
        title={words.load.byAge}
        columns={AGES_FROM.map((from, at) => ({
          key: String(from),
          label: from === 0 ? '<1' : `${from}+`,
          name: names[at] ?? '',
          count: String(byAge[at] ?? 0),
        }))}
        highest={words.load.highest(formats.count(Math.max(...byAge)))}
        without={words.load.inDays}
      />
      <Disclosure title={words.load.table}>
        <TableFrame label={words.load.byAge}>
          <thead>
            <tr>
              <th scope="col">{words.load.harm}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {load.map(({ harm, ages }) => (
              <tr key={harm}>
                <th scope="row">{words.moderation.harms[harm]}</th>
                {names.map((name, at) => (
                  <td key={name} className="figure">
                    {formats.count(ages[at] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </Disclosure>
    </section>
  );
}

const SPANS = ['DAY', 'WEEK'] as const;

function Decided() {
  const words = useLanguage().words.load;
  const [by, setBy] = useState<EnumValue<'DecidedBy'>>('DAY');
  const [state, again] = useQuestion({
    query: Decisions,
    variables: { by },
    requestPolicy: 'cache-and-network',
  });
  return (
    <section className="stack">
      <SelectField
        label={words.span}
        value={by}
        options={SPANS.map((value) => ({ value, label: words.spans[value] }))}
        onValue={setBy}
      />
      <Answered
        state={state}
        waiting={<SkeletonLines lines={4} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ decisions }) => <DecidedThen decisions={decisions} days={by === 'DAY' ? 1 : 7} />}
      </Answered>
    </section>
  );
}

interface DecidedThenProps {
  /** The latest first. */
  decisions: ResultOf<typeof Decisions>['decisions'];
  /** How many days each is about. */
  days: number;
}

function DecidedThen({ decisions, days }: DecidedThenProps) {
  const { words, formats } = useLanguage();
  const names: Readonly<Record<string, string>> = Object.fromEntries(
    Object.values(DECISION_REASONS)
      .flat()
      .map((reason) => [reason, words.moderation.reasons[enumOf(reason)]]),
  );
  const all = decisions.flatMap(({ reasons }) => reasons);
  const reasons = [...new Set(all.map(({ reason }) => reason))].map((reason) => ({
    reason,
    count: all.filter((one) => one.reason === reason).reduce((sum, { count }) => sum + count, 0),
  }));
  const ranked = reasons.toSorted((a, b) => b.count - a.count);
  const earliestFirst = decisions.toReversed();
  const name = (reason: string): string => names[reason] ?? reason;
  return (
    <>
      <Histogram
        title={words.load.decided}
        highest={words.load.highest(formats.count(Math.max(...decisions.map(({ count }) => count))))}
        columns={earliestFirst.map(({ from, count }) => ({
          key: from,
          label: String(Number(from.slice(8))),
          name: formats.day(from),
          count: String(count),
          to: auditPath({ from, until: lastDay(from, days) }),
        }))}
        without={all.length === 0 ? words.load.nothingDecided : undefined}
      />
      <Bars
        title={words.load.byReason}
        bars={ranked.map(({ reason, count }) => ({
          key: reason,
          label: name(reason),
          count: String(count),
          to: auditPath({ reason, from: earliestFirst[0]?.from ?? '' }),
        }))}
      />
      {ranked.length > 0 && (
        <Disclosure title={words.load.table}>
          <TableFrame label={words.load.byReason}>
            <thead>
              <tr>
                <th scope="col">{words.load.since}</th>
                {ranked.map(({ reason }) => (
                  <th key={reason} scope="col" className="figure">
                    {name(reason)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {decisions.map((then) => (
                <tr key={then.from}>
                  <th scope="row">{formats.day(then.from)}</th>
                  {ranked.map(({ reason }) => (
                    <td key={reason} className="figure">
                      {formats.count(then.reasons.find((one) => one.reason === reason)?.count ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </TableFrame>
        </Disclosure>
      )}
    </>
  );
}

function lastDay(from: string, days: number): string {
  return new Date(Date.parse(from) + (days - 1) * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
