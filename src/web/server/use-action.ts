import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import type { EnumValue } from '../../client/graphql.js';
import { type Problem, type Refusal, settle } from './problem.js';
import { askUnanswered } from './unanswered.js';

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
 * @param goOn what a refusal may still lead to, by a further step of the person; undefined when it stays one
 */
export function useAction<Data, Variables extends AnyVariables, Result extends object, Other = never>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => Result,
  touches: string[] = [],
  goOn?: (refusal: Refusal) => Promise<Other | undefined>,
): Action<Variables, Exclude<Result, { code: EnumValue<'ErrorCode'> }> | Other> {
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
    const other =
      settled.ok || settled.problem.kind !== 'refused' ? undefined : await goOn?.(settled.problem.refusal);
    setBusy(false);
    if (settled.ok) {
      askUnanswered();
      return settled.done;
    }
    if (other !== undefined) {
      return other;
    }
    setProblem(settled.problem);
    return undefined;
  };
  const clear = useCallback(() => {
    setProblem(undefined);
  }, []);
  return { run, isBusy, problem, clear };
}
