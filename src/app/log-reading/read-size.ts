import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { leafCount } from '../log/leaf-count.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';

/** The size of a tree that somebody asks about: that of the last signed one when none is given, and never a larger one. */
export function readSize(
  name: string,
  asked: bigint | undefined,
  latest: Pick<SignedCheckpoint, 'size'> | undefined,
): number | InvalidInput {
  const signed = latest?.size ?? 0;
  if (asked === undefined) return signed;
  if (asked <= signed) return Number(asked);
  return invalidInput(
    name,
    `"${name}" is ${asked}; the last tree that was signed has ${leafCount(signed)}.`,
    'Give no larger size, or leave it out for the last tree that was signed.',
  );
}
