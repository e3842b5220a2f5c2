import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { AsOf } from '../ports/consent-answers.js';

/** What a caller names of the two ways of asking about another moment: one of them. */
export interface AsOfInput {
  readonly logSize?: bigint | undefined;
  readonly time?: Date | undefined;
}

/** The one way that was named. Naming both or none is refused: whichever were taken could be the wrong one. */
export function readAsOf({
  logSize,
  time,
}: AsOfInput): { readonly ok: true; readonly asOf: AsOf } | InvalidInput {
  if (logSize !== undefined && time === undefined) return { ok: true, asOf: { size: Number(logSize) } };
  if (time !== undefined && logSize === undefined) return { ok: true, asOf: { time } };
  const named =
    time === undefined ? 'neither a size of the log nor a time' : 'a size of the log and a time as well';
  return invalidInput(
    'asOf',
    `"asOf" names ${named}.`,
    'Name one, "logSize" or "time", or leave "asOf" out for the answer of today.',
  );
}
