import type { ResultOf } from '../../../client/graphql.js';
import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { OwnRuns, WithdrawRunName } from './operations.js';

type OwnRun = NonNullable<ResultOf<typeof OwnRuns>['viewer']>['namedRuns']['edges'][number]['node'];

/** Runs that show the builder's name, which can be taken back from each. */
export function NamedRuns() {
  const { words } = useLanguage();
  return (
    <div className="stack">
      <h3>{words.build.namedRuns}</h3>
      <p className="soft reading">{words.build.namedRunsWhy}</p>
      <ul className="stack">
        <PagedList
          query={OwnRuns}
          pick={(data) => data.viewer?.namedRuns}
          empty={<li className="soft">{words.build.noNamedRuns}</li>}
        >
          {(run) => <NamedRun key={run.logIndex} run={run} />}
        </PagedList>
      </ul>
    </div>
  );
}

function NamedRun({ run }: { run: OwnRun }) {
  const { words, formats } = useLanguage();
  const [isTakenBack, setTakenBack] = useState(false);
  const withdraw = useAction(WithdrawRunName, (data) => data.withdrawRunName);
  const { name, isHidden, statedAt, rows, denied, logIndex } = run;
  if (isTakenBack) return <li role="status">{words.build.nameTakenBack}</li>;
  return (
    <li className="stack stack--tight">
      <p>
        <ForeignText text={name} /> ·{' '}
        {words.build.namedRun(formats.day(statedAt), formats.amount(rows), formats.count(denied))}
      </p>
      {isHidden && <p className="note">{words.build.nameHidden}</p>}
      <div className="row">
        <Button
          look="plain"
          isBusy={withdraw.isBusy}
          aria-label={`${words.build.takeNameBack}: ${formats.day(statedAt)}`}
          onClick={() => {
            void withdraw.run({ input: { run: logIndex } }).then((done) => {
              setTakenBack(done !== undefined);
            });
          }}
        >
          {words.build.takeNameBack}
        </Button>
      </div>
      <ProblemNote problem={withdraw.problem} />
    </li>
  );
}
