import { useWords } from '../../language/language-context.js';
import { useAction } from '../../server/use-action.js';
import { SortWorks, WorksInCollection } from './operations.js';
import { WorkChoice } from './work-choice.js';

/** The works of a collection, the last added first; chosen ones are taken out. */
export function CollectionWorks({ id }: { id: string }) {
  const words = useWords();
  const sort = useAction(SortWorks, (data) => data.sortWorks, ['Collection', 'Work']);
  return (
    <section className="section">
      <h2>{words.collections.inIt}</h2>
      <p className="soft">{words.collections.outMeans}</p>
      <WorkChoice
        query={WorksInCollection}
        variables={{ id }}
        pick={({ collection }) =>
          collection === null
            ? undefined
            : {
                works: collection.works.edges.map(({ node: { work, standing } }) => ({
                  ...work,
                  about: `${words.works.media[work.medium]} · ${words.collections.standings[standing]}`,
                })),
                pageInfo: collection.works.pageInfo,
              }
        }
        empty={<p>{words.collections.nothingInIt}</p>}
        deed={{
          label: words.collections.out,
          done: words.collections.tookOut,
          run: async (works) => (await sort.run({ input: { works: [...works] } })) !== undefined,
          isBusy: sort.isBusy,
          problem: sort.problem,
        }}
      />
    </section>
  );
}
