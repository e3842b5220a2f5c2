import { useState } from 'react';
import type { ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { useAction } from '../../server/use-action.js';
import { SortWorks, WorksToPutIn } from './operations.js';
import { WorkChoice } from './work-choice.js';

type OwnWork = NonNullable<ResultOf<typeof WorksToPutIn>['viewer']>['works']['edges'][number]['node'];

/** All works of the reader, from which some are put into a collection. */
export function PutWorksIn({ id, isOpen }: { id: string; isOpen: boolean }) {
  const words = useWords();
  const [wasOpen] = useState(isOpen);
  const [isAsked, setAsked] = useState(isOpen);
  return (
    <section className="section">
      <h2>{words.collections.add}</h2>
      {isAsked ? (
        <>
          <Notice takesFocus={!wasOpen}>
            <p>{words.collections.addMeans}</p>
          </Notice>
          <Choice id={id} />
        </>
      ) : (
        <div>
          <Button
            onClick={() => {
              setAsked(true);
            }}
          >
            {words.collections.addFrom}
          </Button>
        </div>
      )}
    </section>
  );
}

function Choice({ id }: { id: string }) {
  const words = useWords();
  const sort = useAction(SortWorks, (data) => data.sortWorks, ['Collection', 'Work']);
  return (
    <WorkChoice
      query={WorksToPutIn}
      variables={{}}
      pick={({ viewer }) =>
        viewer === null
          ? undefined
          : {
              works: viewer.works.edges.map(({ node }) => ({
                ...node,
                about: <WhereItIs work={node} id={id} />,
                isFixed: node.collection?.id === id || words.claimEnds[node.claim.state] !== undefined,
              })),
              pageInfo: viewer.works.pageInfo,
            }
      }
      empty={
        <>
          <p>{words.works.none}</p>
          <div className="row">
            <ButtonLink to="/desk/works/new">{words.works.register}</ButtonLink>
          </div>
        </>
      }
      deed={{
        label: words.collections.putIn,
        done: words.collections.didPutIn,
        run: async (works) =>
          (await sort.run({ input: { works: [...works], collection: id } })) !== undefined,
        isBusy: sort.isBusy,
        problem: sort.problem,
      }}
    />
  );
}

function WhereItIs({ work: { medium, claim, collection }, id }: { work: OwnWork; id: string }) {
  const words = useWords();
  return (
    <>
      {[words.works.media[medium], words.claimEnds[claim.state]]
        .filter((text) => text !== undefined)
        .join(' · ')}
      {collection?.id === id && ` · ${words.collections.isIn}`}
      {collection !== null && collection.id !== id && (
        <>
          {` · ${words.collections.isInOther} `}
          <ForeignText text={collection.name} longest={60} />
        </>
      )}
    </>
  );
}
