import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';

/** An input field that cannot be accepted as it is. */
export interface InvalidInput extends Refusal<'INVALID_INPUT'> {
  /** Name of the field; the member of a nested one after a dot: `terms.feeUrl`. */
  readonly field: string;
}

export function invalidInput(field: string, message: string, nextStep: string): InvalidInput {
  return { ...refuse('INVALID_INPUT', message, nextStep), field };
}
