import type { AnyVariables, TypedDocumentNode } from 'urql';
import type { Refusal } from '../server/problem.js';
import { type Action, useAction } from '../server/use-action.js';
import { askSecondStep, type SecondStepDone } from './second-step.js';

/** A way in. Where the account asks for a second step, it is done once that is. */
export function useSignIn<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  pick: (data: Data) => object,
): Action<Variables, object> {
  return useAction<Data, Variables, object, NonNullable<SecondStepDone>>(document, pick, [], secondStep);
}

async function secondStep({ code }: Refusal): Promise<SecondStepDone> {
  return code === 'SECOND_FACTOR_NEEDED' ? askSecondStep() : undefined;
}
