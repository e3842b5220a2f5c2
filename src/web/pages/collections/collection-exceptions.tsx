import { useState } from 'react';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { EndExceptions, ExceptionsOfCollection } from './operations.js';
import { WorkChoice } from './work-choice.js';

type Exception = NonNullable<
  ResultOf<typeof ExceptionsOfCollection>['collection']
>['works']['edges'][number]['node']['work'];

interface CollectionExceptionsProps {
  id: string;
  count: number;
  /** Whether there is anything that they could follow. */
  hasAnswer: boolean;
}

/** Works that keep an answer of their own; chosen ones give it up for what the collection says. */
export function CollectionExceptions({ id, count, hasAnswer }: CollectionExceptionsProps) {
  const words = useWords();
  const end = useAction(EndExceptions, (data) => data.endExceptions);
  const [hasEnded, setEnded] = useState(false);
  // What was done is told where it was done, also when none is left.
  if (count === 0 && !hasEnded) return null;
  const endThem = async (works: readonly string[]): Promise<boolean> => {
    const done = await end.run({ input: { collection: id, works: [...works] } });
    if (done !== undefined) setEnded(true);
    return done !== undefined;
  };
  return (
    <section className="section">
      <h2>{words.collections.excepted}</h2>
      <p className="soft">{words.collections.exceptedMeans}</p>
      <WorkChoice
        query={ExceptionsOfCollection}
        variables={{ id }}
        pick={({ collection }) =>
          collection === null
            ? undefined
            : {
                works: collection.works.edges.map(({ node: { work } }) => ({
                  ...work,
                  about: <OwnAnswers work={work} />,
                })),
                pageInfo: collection.works.pageInfo,
              }
        }
        empty={<p>{words.collections.noExceptions}</p>}
        deed={
          hasAnswer
            ? {
                label: words.collections.end,
                done: words.collections.ended,
                run: endThem,
                isBusy: end.isBusy,
                problem: end.problem,
              }
            : undefined
        }
      />
      {!hasAnswer && count > 0 && <p>{words.collections.endAfter}</p>}
    </section>
  );
}

function OwnAnswers({ work }: { work: Exception }) {
  const words = useWords();
  const standing = work.statements.edges
    .map(({ node }) => readFragment(StatementParts, node))
    .filter(({ supersededBy, withdrawnAt }) => supersededBy === null && withdrawnAt === null);
  if (standing.length === 0) return `${words.works.unanswered} ${words.notPermission}`;
  return standing.map((statement) => (
    <p key={statement.id}>
      <StatementSentence statement={statement} />
    </p>
  ));
}
