import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SelectField } from '../../parts/select-field.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useAction } from '../../server/use-action.js';
import { MatchLine } from './match-line.js';
import {
  DecideMatches,
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
  const [state, ask] = useQuery({
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
      <Answered state={state} waiting={<SkeletonLines lines={4} />} onRetry={again}>
        {({ work: held }) => {
          const matches = (held?.matches.edges ?? []).map(({ node }) => readFragment(WorkMatchParts, node));
          return (
            <Deciding
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

interface DecidingProps {
  matches: readonly ResultOf<typeof WorkMatchParts>[];
  hasMore: boolean;
  isMine: boolean;
  onDone: () => void;
}

function Deciding({ matches, hasMore, isMine, onDone }: DecidingProps) {
  const { words, formats } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const decide = useAction(DecideMatches, (data) => data.decideMatches);
  const [done, setDone] = useState<string>();
  if (matches.length === 0) {
    return (
      <>
        <p role="status">{done}</p>
        <p className="lead">{words.works.noMatches}</p>
      </>
    );
  }
  const ids = matches.map(({ id }) => id).filter((id) => chosen.has(id));
  const settle = async (confirm: boolean): Promise<void> => {
    const settled = await decide.run({ input: { matchIds: ids, confirm } });
    if (settled !== undefined) {
      const amount = formats.amount(settled.matches.length);
      setDone(confirm ? words.works.confirmed(amount) : words.works.rejected(amount));
      setChosen(new Set());
      onDone();
    }
  };
  const all = (): void => {
    setChosen(ids.length === matches.length ? new Set() : new Set(matches.map(({ id }) => id)));
  };
  return (
    <>
      {isMine && (
        <div className="row">
          <Button look="plain" onClick={all}>
            {ids.length === matches.length ? words.works.chooseNone : words.works.chooseAll}
          </Button>
        </div>
      )}
      <ul className="match-list">
        {matches.map((match) => (
          <MatchLine
            key={match.id}
            match={match}
            isChosen={chosen.has(match.id)}
            onChosen={
              isMine
                ? (isChosen) => {
                    setChosen(
                      new Set(isChosen ? [...chosen, match.id] : ids.filter((id) => id !== match.id)),
                    );
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {hasMore && <p className="note">{words.works.moreLater}</p>}
      <p role="status">{done}</p>
      {isMine && (
        <div className={ids.length > 0 ? 'match-deeds match-deeds--ready' : 'match-deeds'}>
          <ProblemNote problem={decide.problem} />
          <div className="row">
            <Button
              look="filled"
              disabled={ids.length === 0}
              isBusy={decide.isBusy}
              onClick={() => void settle(true)}
            >
              {words.works.confirm(formats.amount(ids.length))}
            </Button>
            <Button
              look="outline"
              disabled={ids.length === 0}
              isBusy={decide.isBusy}
              onClick={() => void settle(false)}
            >
              {words.works.reject(formats.amount(ids.length))}
            </Button>
          </div>
        </div>
      )}
    </>
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
