import { type ReactNode, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useLanguage } from '../../language/language-context.js';
import type { Amount } from '../../language/formats.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import type { Problem } from '../../server/problem.js';
import { useQuestion } from '../../server/use-question.js';
import { type Choosable, ChoosableLine } from './choosable-line.js';
import './work-choice.css';

interface ChoosablePage {
  readonly works: readonly Choosable[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

interface Deed {
  readonly label: (chosen: Amount) => string;
  readonly done: (works: Amount) => string;
  /** Does it to works; false when it did not happen. */
  readonly run: (ids: readonly string[]) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
}

type PageOf<Variables> = Variables & { first: number; after?: string | null };

interface WorkChoiceProps<Data, Variables extends object> {
  query: TypedDocumentNode<Data, PageOf<Variables>>;
  variables: Variables;
  pick: (data: Data) => ChoosablePage | undefined;
  empty: ReactNode;
  /** Undefined where nothing can be done with them now. */
  deed: Deed | undefined;
}

/** So that one request can take all that were chosen. */
const PAGE_SIZE = 20;

/** Works page by page, with one thing that can be done with those that are chosen. */
export function WorkChoice<Data, Variables extends object>(props: WorkChoiceProps<Data, Variables>) {
  const { query, variables, pick, empty, deed } = props;
  const { words } = useLanguage();
  const [after, setAfter] = useState<string>();
  const [state, ask] = useQuestion({
    query,
    variables: {
      ...variables,
      first: PAGE_SIZE,
      ...(after === undefined ? {} : { after }),
    } as PageOf<Variables>,
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={4} />}
      onRetry={() => {
        ask({ requestPolicy: 'network-only' });
      }}
    >
      {(data) => {
        const { works, pageInfo } = pick(data) ?? NOTHING;
        const end = pageInfo.endCursor;
        return (
          <>
            {works.length === 0 && (after === undefined ? empty : <p>{words.collections.noFurther}</p>)}
            <ChoiceOf key={after} works={works} deed={deed} />
            {(pageInfo.hasNextPage || after !== undefined) && (
              <div className="row">
                {pageInfo.hasNextPage && end !== null && (
                  <Button
                    onClick={() => {
                      setAfter(end);
                    }}
                  >
                    {words.collections.furtherWorks}
                  </Button>
                )}
                {after !== undefined && (
                  <Button
                    onClick={() => {
                      setAfter(undefined);
                    }}
                  >
                    {words.collections.firstWorks}
                  </Button>
                )}
              </div>
            )}
          </>
        );
      }}
    </Answered>
  );
}

const NOTHING: ChoosablePage = { works: [], pageInfo: { endCursor: null, hasNextPage: false } };

function ChoiceOf({ works, deed }: { works: readonly Choosable[]; deed: Deed | undefined }) {
  const { words, formats } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<readonly string[]>([]);
  const free = works.filter(({ isFixed }) => isFixed !== true).map(({ id }) => id);
  const ids = free.filter((id) => chosen.has(id));
  const settle = async (): Promise<void> => {
    if (deed === undefined || !(await deed.run(ids))) return;
    setDone([...done, deed.done(formats.amount(ids.length))]);
    // What was chosen meanwhile has not had it.
    setChosen((now) => new Set([...now].filter((id) => !ids.includes(id))));
  };
  return (
    <>
      {deed !== undefined && free.length > 1 && (
        <div>
          <Button
            look="plain"
            onClick={() => {
              setChosen(new Set(ids.length === free.length ? [] : free));
            }}
          >
            {ids.length === free.length ? words.works.chooseNone : words.works.chooseAll}
          </Button>
        </div>
      )}
      {works.length > 0 && (
        <ul className="work-choice">
          {works.map((work) => (
            <ChoosableLine
              key={work.id}
              work={work}
              isChosen={ids.includes(work.id)}
              onChosen={
                deed === undefined || work.isFixed === true
                  ? undefined
                  : (isChosen) => {
                      setChosen(new Set(isChosen ? [...ids, work.id] : ids.filter((id) => id !== work.id)));
                    }
              }
            />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <Notice key={done.length} tone="good" role="status" takesFocus>
          <p>{done.at(-1)}</p>
        </Notice>
      )}
      {deed !== undefined && (
        <>
          <ProblemNote problem={deed.problem} />
          {free.length > 0 && (
            <div className="row">
              <Button disabled={ids.length === 0} isBusy={deed.isBusy} onClick={() => void settle()}>
                {deed.label(formats.amount(ids.length))}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
