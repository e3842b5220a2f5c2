import { useCallback, useMemo } from 'react';
import type { ResultOf } from '../../client/graphql.js';
import type { Problem } from '../server/problem.js';
import { problemOf } from '../server/problem.js';
import { useQuestion } from '../server/use-question.js';
import { SessionQuery } from './session-query.js';

type SessionData = ResultOf<typeof SessionQuery>;

export interface Session {
  /** True until the server has said who is here; `viewer` is null meanwhile. */
  readonly isUnknown: boolean;
  readonly viewer: SessionData['viewer'];
  readonly registry: SessionData['registry'] | undefined;
  /** The logs that the registry's log continues; none for nearly every registry. */
  readonly continues: SessionData['log']['continues'];
  readonly problem: Problem | undefined;
  /** Asks again, past the cache: after signing in, or when another tab may have done so. */
  readonly renew: () => void;
}

export function useSession(): Session {
  // An anonymous answer names no account, so the cache has to be told that a sign-in changes it.
  const context = useMemo(() => ({ additionalTypenames: ['Account'] }), []);
  const [{ data, error }, execute] = useQuestion({ query: SessionQuery, context });
  const renew = useCallback(() => {
    execute({ requestPolicy: 'network-only' });
  }, [execute]);
  return {
    isUnknown: data === undefined && error === undefined,
    viewer: data?.viewer ?? null,
    registry: data?.registry,
    continues: data?.log.continues ?? [],
    problem: data === undefined && error !== undefined ? problemOf(error) : undefined,
    renew,
  };
}
