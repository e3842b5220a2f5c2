import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import type { DisputeFile } from './operations.js';

/** A dispute as far as it tells the sides apart. */
export type Sided = Pick<DisputeFile, 'ownClaimant'> & {
  readonly answers: Pick<NonNullable<DisputeFile['answers']>, 'statements'> | null;
};

type Answer = ResultOf<typeof StatementParts>;

/** The answers that are against one another, of one claimant or, without one, of all. */
export function answersOf({ answers }: Sided, claimant?: string): readonly Answer[] {
  const all = (answers?.statements ?? []).map((one) => readFragment(StatementParts, one));
  return claimant === undefined ? all : all.filter((one) => one.claimant === claimant);
}
