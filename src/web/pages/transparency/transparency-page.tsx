import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Bars } from '../../parts/bars.js';
import { Facts } from '../../parts/facts.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useQuestion } from '../../server/use-question.js';
import { AnswerTable } from './answer-table.js';
import { GrowthNotice } from './growth-notice.js';
import { FiguresQuery } from './operations.js';
import { WhoAsks } from './who-asks.js';

type Figures = ResultOf<typeof FiguresQuery>['log']['figures'];

/** What anybody can see and check of this registry. Nobody is named who did not choose so, and nobody is ranked. */
export function TransparencyPage() {
  const { words } = useLanguage();
  const text = words.transparency;
  const [state, again] = useQuestion({ query: FiguresQuery, requestPolicy: 'cache-and-network' });
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={text.title}>{text.title}</PageTitle>
      <p className="lead">{text.lead}</p>
      <GrowthNotice />
      <Answered
        state={state}
        waiting={<SkeletonLines lines={10} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ log: { figures } }) => <FigureSections figures={figures} />}
      </Answered>
      <WhoAsks />
      <section className="section stack">
        <h2>{text.check}</h2>
        <ul>
          <li>
            <a href="/log/checkpoint">{text.checkpoint}</a>
          </li>
          <li>
            <Link to="/ask">{words.ask.title}</Link>
          </li>
          <li>
            <Link to="/report">{words.report.title}</Link>
          </li>
          <li>
            <Link to="/limits">{words.limits.title}</Link>
          </li>
        </ul>
        <p className="soft">{text.byHand}</p>
      </section>
    </div>
  );
}

function FigureSections({ figures }: { figures: Figures }) {
  const { words, formats } = useLanguage();
  const text = words.transparency;
  const months = sums(figures.leaves.map(({ month, count }) => [month, count]));
  const ofKind = (kind: Figures['leaves'][number]['kind']) =>
    figures.leaves
      .filter((counted) => counted.kind === kind)
      .reduce((sum, { count }) => sum + BigInt(count), 0n);
  return (
    <>
      <section className="section stack">
        <h2>{text.answers}</h2>
        <AnswerTable answers={figures.answers} />
        <p className="soft">{text.answersMean}</p>
      </section>
      <section className="section stack">
        <h2>{text.sinceBegin}</h2>
        <Facts
          facts={text.kinds.map(([kind, name]) => [name, formats.count(ofKind(kind).toString())] as const)}
        />
        <Bars
          title={text.byMonth}
          bars={[...months].map(([month, count]) => ({
            key: month,
            label: formats.month(month),
            count: count.toString(),
          }))}
        />
      </section>
    </>
  );
}

/** Put together by their names, in the order in which these first come. */
function sums(counts: readonly (readonly [name: string, count: string])[]): Map<string, bigint> {
  const all = new Map<string, bigint>();
  for (const [name, count] of counts) all.set(name, (all.get(name) ?? 0n) + BigInt(count));
  return all;
}
