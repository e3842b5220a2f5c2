import { type ReactNode, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useWords } from '../language/language-context.js';
import { useQuestion } from '../server/use-question.js';
import { Answered } from './answered.js';
import { Button } from './button.js';
import { SkeletonLines } from './skeleton.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

type PageOf<Variables> = Variables & { first: number; after?: string | null };

interface PagedListProps<Data, Node, Variables extends object = object> {
  query: TypedDocumentNode<Data, PageOf<Variables>>;
  /** What the query takes beside the page. */
  variables?: Variables;
  pick: (data: Data) => Connection<Node> | undefined;
  empty: ReactNode;
  children: (node: Node) => ReactNode;
}

interface ListPageProps<Data, Node, Variables extends object> extends PagedListProps<Data, Node, Variables> {
  after: string | null;
}

const PAGE_SIZE = 20;

/** A list that grows by a button, page after page, each asked for by the cursor that ends the one before. */
export function PagedList<Data, Node, Variables extends object = object>(
  props: PagedListProps<Data, Node, Variables>,
) {
  return <ListPage {...props} after={null} />;
}

function ListPage<Data, Node, Variables extends object>(props: ListPageProps<Data, Node, Variables>) {
  const { query, variables, pick, empty, children, after } = props;
  const words = useWords();
  const [isNextOpen, setNextOpen] = useState(false);
  const [state, again] = useQuestion({
    query,
    variables: { ...variables, first: PAGE_SIZE, ...(after === null ? {} : { after }) } as PageOf<Variables>,
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={4} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {(data) => {
        const { edges, pageInfo } = pick(data) ?? NOTHING;
        return (
          <>
            {edges.length === 0 && after === null && empty}
            {edges.map(({ node }) => children(node))}
            {pageInfo.hasNextPage && isNextOpen && <ListPage {...props} after={pageInfo.endCursor} />}
            {pageInfo.hasNextPage && !isNextOpen && (
              <div className="row">
                <Button
                  onClick={() => {
                    setNextOpen(true);
                  }}
                >
                  {words.more}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Answered>
  );
}

const NOTHING = { edges: [], pageInfo: { endCursor: null, hasNextPage: false } };
