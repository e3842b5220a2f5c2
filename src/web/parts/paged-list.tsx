import { type ReactNode, useState } from 'react';
import { type TypedDocumentNode, useQuery } from 'urql';
import { useWords } from '../language/language-context.js';
import { Answered } from './answered.js';
import { Button } from './button.js';
import { SkeletonLines } from './skeleton.js';

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

interface PagedListProps<Data, Node> {
  query: TypedDocumentNode<Data, { first: number; after?: string | null }>;
  pick: (data: Data) => Connection<Node> | undefined;
  empty: ReactNode;
  children: (node: Node) => ReactNode;
}

interface ListPageProps<Data, Node> extends PagedListProps<Data, Node> {
  after: string | null;
}

const PAGE_SIZE = 20;

/** A list that grows by a button, page after page, each asked for by the cursor that ends the one before. */
export function PagedList<Data, Node>(props: PagedListProps<Data, Node>) {
  return <ListPage {...props} after={null} />;
}

function ListPage<Data, Node>(props: ListPageProps<Data, Node>) {
  const { query, pick, empty, children, after } = props;
  const words = useWords();
  const [isNextOpen, setNextOpen] = useState(false);
  const [state, again] = useQuery({
    query,
    variables: after === null ? { first: PAGE_SIZE } : { first: PAGE_SIZE, after },
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
