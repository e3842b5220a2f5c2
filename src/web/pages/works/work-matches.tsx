import { useEffect, useState } from 'react';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useAction } from '../../server/use-action.js';
import { useQuestion } from '../../server/use-question.js';
import { DecideTogether } from './decide-together.js';
import {
  LookForWork,
  MarkMatchesSeen,
  WorkMatchesQuery,
  WorkMatchParts,
  type WorkQuery,
} from './operations.js';

type WorkData = NonNullable<ResultOf<typeof WorkQuery>['work']>;

/** What is shown together, as an artist asks for it. */
const VIEWS = {
  open: ['SUGGESTED', 'WAITING', 'MATCHED'],
  certain: ['MATCHED', 'CONFIRMED'],
  rejected: ['REJECTED'],
} as const;
type View = keyof typeof VIEWS;

const PAGE_SIZE = 100;

interface WorkMatchesProps {
  work: WorkData;
  isMine: boolean;
  onChanged: () => void;
}

/** Where a work was found, and by what; chosen ones are confirmed or rejected together. */
export function WorkMatches({ work, isMine, onChanged }: WorkMatchesProps) {
  const { words, formats } = useLanguage();
  const [view, setView] = useState<View>('open');
  const [state, ask] = useQuestion({
    query: WorkMatchesQuery,
    variables: { id: work.id, states: [...VIEWS[view]], first: PAGE_SIZE },
    requestPolicy: 'cache-and-network',
  });
  const look = useAction(LookForWork, (data) => data.lookForWork);
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
    onChanged();
  };
  useMarkSeen(work, isMine);
  const counted = (one: View): string =>
    formats.count(
      String(
        work.matchCounts
          .filter(({ state: held }) => (VIEWS[one] as readonly string[]).includes(held))
          .reduce((sum, { count }) => sum + count, 0),
      ),
    );
  return (
    <section className="section stack">
      <h2>{words.works.matches}</h2>
      <p className="soft">{words.works.matchesMean}</p>
      {work.waitsSince !== null && (
        <Notice tone="care">
          <p className="notice__title">{words.works.waits}</p>
          <p>{words.works.waitsMeans}</p>
        </Notice>
      )}
      <div className="row">
        <SelectField
          label={words.works.show}
          value={view}
          options={(['open', 'certain', 'rejected'] as const).map((value) => ({
            value,
            label: `${words.works.views[value]} (${counted(value)})`,
          }))}
          onValue={setView}
        />
        {isMine && (
          <Button
            look="outline"
            isBusy={look.isBusy}
            onClick={() => {
              void look.run({ input: { work: work.id } }).then(again);
            }}
          >
            {words.works.lookAgain}
          </Button>
        )}
      </div>
      <ProblemNote problem={look.problem} />
      {work.medium === 'AUDIO' && (
        <Notice tone="care">
          <p>{words.works.soundOnly}</p>
        </Notice>
      )}
      <ByMeaning meaning={work.meaning} />
      <Answered state={state} waiting={<SkeletonLines lines={4} />} onRetry={again}>
        {({ work: held }) => {
          const matches = (held?.matches.edges ?? []).map(({ node }) => readFragment(WorkMatchParts, node));
          return (
            <DecideTogether
              key={view}
              matches={matches}
              hasMore={held?.matches.pageInfo.hasNextPage === true}
              isMine={isMine}
              onDone={again}
            />
          );
        }}
      </Answered>
    </section>
  );
}

/** Whether the work is looked for by what its picture means, and what that rests on. */
function ByMeaning({ meaning: { state, models } }: { meaning: WorkData['meaning'] }) {
  const { words } = useLanguage();
  const model = models.join(', ');
  return (
    <p className="note">
      {words.works.byMeaning[state]}
      {model !== '' && ` (${model})`}
    </p>
  );
}

/** Whoever has opened the page is not told of these matches again. */
function useMarkSeen({ id, matchCounts }: WorkData, isMine: boolean): void {
  const { run } = useAction(MarkMatchesSeen, (data) => data.markMatchesSeen);
  const isFresh = isMine && matchCounts.some(({ unseen }) => unseen > 0);
  useEffect(() => {
    if (isFresh) void run({ input: { work: id } });
    // Once for each time that there is something new; what runs it is made anew with every drawing of the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, isFresh]);
}
