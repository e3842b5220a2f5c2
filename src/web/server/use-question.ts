import { useEffect, useState } from 'react';
import {
  type AnyVariables,
  type CombinedError,
  createRequest,
  useQuery,
  type UseQueryArgs,
  type UseQueryExecute,
} from 'urql';
import { type Problem, problemOf } from './problem.js';
import { keepUnanswered } from './unanswered.js';

/** What is known of the answer to a question. With neither, it has not come yet; with both, it could not be renewed. */
export interface Question<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
}

/**
 * A question to the server, as `useQuery` asks it, with a few differences. What was answered to another question is no answer to this one,
 * not even until its own comes. And an answer stays when it cannot be renewed, so that what somebody chose or typed beside it does; it goes
 * where who looks may not see it any more. What is left of an answer with an error in it is none. What failed is asked again once the server
 * answers: the cache has forgotten it by then, and would let no later change renew it.
 */
export function useQuestion<Data, Variables extends AnyVariables = AnyVariables>(
  args: UseQueryArgs<Variables, Data>,
): [Question<Data>, UseQueryExecute] {
  const [{ operation, data, error }, ask] = useQuery<Data, Variables>(args);
  const [known, setKnown] = useState<{ readonly key: number; readonly data: Data }>();
  const hasFailed = error !== undefined && MENDED.includes(problemOf(error).kind);
  useEffect(() => {
    if (!hasFailed) return undefined;
    return keepUnanswered(() => {
      ask({ requestPolicy: 'network-only' });
    });
  }, [hasFailed, ask]);
  const { key } = createRequest(args.query, args.variables as Variables);
  if (operation !== undefined && operation.key !== key) return [{ data: undefined, error: undefined }, ask];
  if (error !== undefined) {
    const stays = known?.key === key && !isShutOut(problemOf(error));
    return [{ data: stays ? known.data : undefined, error }, ask];
  }
  if (data !== undefined && data !== known?.data) setKnown({ key, data });
  return [{ data, error }, ask];
}

/** What another attempt may mend. */
const MENDED: readonly Problem['kind'][] = ['unreachable', 'failed'];

function isShutOut({ kind }: Problem): boolean {
  return kind === 'sign-in-needed' || kind === 'forbidden';
}
