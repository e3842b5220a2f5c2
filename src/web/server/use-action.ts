import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import type { EnumValue } from '../../client/graphql.js';
import { type Problem, settle } from './problem.js';

export interface Action<Variables, Done> {
  /** Carries it out; the answer is undefined when it did not happen, and `problem` then says why. */
  readonly run: (variables: Variables) => Promise<Done | undefined>;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
}

/**
 * A change on the server that a person asked for, with its two other ends: refused and failed.
 * @param touches types of which something changes that the answer does not hold; what is shown of them is asked for anew
 */
export function useAction<Data, Variables extends AnyVariables, Result extends object>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => Result,
  touches: string[] = [],
): Action<Variables, Exclude<Result, { code: EnumValue<'ErrorCode'> }>> {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const run = async (variables: Variables) => {
    setBusy(true);
    setProblem(undefined);
    const settled = settle(
      await client.mutation(document, variables, { additionalTypenames: touches }).toPromise(),
      pick,
    );
    setBusy(false);
    if (settled.ok) {
      return settled.done;
    }
    setProblem(settled.problem);
    return undefined;
  };
  const clear = useCallback(() => {
    setProblem(undefined);
  }, []);
  return { run, isBusy, problem, clear };
}
