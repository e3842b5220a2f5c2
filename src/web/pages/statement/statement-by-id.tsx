import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Answered } from '../../parts/answered.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { type PublicStatement, StatementQuery } from '../../verification/operations.js';
import { NothingHere } from '../not-found/nothing-here.js';
import { useQuestion } from '../../server/use-question.js';

const SHA_256 = /^[0-9a-f]{64}$/i;

interface StatementByIdProps {
  children: (id: string, statement: PublicStatement) => ReactNode;
}

/** The statement that the page's address names by its id, for anybody who has it. */
export function StatementById({ children }: StatementByIdProps) {
  const { id = '' } = useParams();
  return SHA_256.test(id) ? <KnownForm id={id.toLowerCase()}>{children}</KnownForm> : <NothingHere />;
}

function KnownForm({ id, children }: StatementByIdProps & { id: string }) {
  const [state, again] = useQuestion({
    query: StatementQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={6} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ statement }) => (statement === null ? <NothingHere /> : children(id, statement))}
    </Answered>
  );
}
