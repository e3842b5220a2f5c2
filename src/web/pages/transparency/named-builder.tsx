import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { HideName } from './hide-name.js';
import type { NamedBuildersQuery } from './operations.js';
import './who-asks.css';

export type NamedBuilder = ResultOf<
  typeof NamedBuildersQuery
>['log']['namedBuilders']['edges'][number]['node'];

interface NamedBuilderProps {
  builder: NamedBuilder;
  mayHide: boolean;
}

/** One builder: what their name rests on, what their runs counted by their own word, and the leaves that hold it. */
export function NamedBuilderItem({ builder, mayHide }: NamedBuilderProps) {
  const { words, formats } = useLanguage();
  const text = words.transparency.whoAsks;
  const { name, isProven, runs, lastAt, rows, denied, latest } = builder;
  const [last] = latest;
  return (
    <li className="builder stack stack--tight">
      <h3>{isProven ? <AddressText text={name} /> : <ForeignText text={name} />}</h3>
      <p className="note">{isProven ? text.proven : text.unproven}</p>
      <Facts
        facts={[
          [text.runs, formats.count(runs)],
          [text.last, formats.day(lastAt)],
          [text.rows, formats.count(rows)],
          [text.denied, share(denied, rows, formats.share)],
        ]}
      />
      <Disclosure title={text.latest}>
        <ul className="stack stack--tight">
          {latest.map((run) => (
            <Run key={run.leafHash} run={run} />
          ))}
        </ul>
      </Disclosure>
      {mayHide && last !== undefined && (
        <Disclosure title={text.hide}>
          <HideName run={last.logIndex} />
        </Disclosure>
      )}
    </li>
  );
}

function Run({ run }: { run: NamedBuilder['latest'][number] }) {
  const { words, formats } = useLanguage();
  const text = words.transparency.whoAsks;
  const { statedAt, uses, size, denied, allowed, conditional, unanswered, leafHash, logIndex } = run;
  const counts = [denied, conditional, allowed, unanswered].map((some) => formats.count(some));
  return (
    <li>
      {text.run(
        formats.day(statedAt),
        uses.map((use) => words.uses[use].name).join(', '),
        formats.amount(size),
      )}{' '}
      <span className="soft">{text.counts(counts)}</span>{' '}
      <a href={`/log/proof/${leafHash}.tlog-proof`}>{text.leaf(formats.count(logIndex))}</a>
    </li>
  );
}

/** Figures are decimal digits of any length; a share needs no more than six of them. */
function share(part: string, whole: string, write: (part: number) => string): string {
  return whole === '0' ? '–' : write(Number((BigInt(part) * 1_000_000n) / BigInt(whole)) / 1_000_000);
}
