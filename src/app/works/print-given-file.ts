import { attemptsFrom, takeAttempt, type TooManyAttempts } from '../accounts/take-attempt.js';
import { isScreened } from '../catalogue/safety/is-screened.js';
import type { PictureSearchRefused } from '../catalogue/likeness/refuse-picture.js';
import type { Medium } from '../ports/catalogue.js';
import type { Registry } from '../registry.js';
import { meaningOfPicture } from './meaning-of-picture.js';
import { printWork } from './print-work.js';
import { writePrints, type WrittenPrints } from './written-prints.js';

export type PrintGivenFileResult =
  { readonly ok: true; readonly prints: WrittenPrints } | PictureSearchRefused | TooManyAttempts;

/** The fingerprints of a file for whoever sends it, who may then register a work by them. The file is forgotten with the answer. */
export async function printGivenFile(
  registry: Registry,
  input: { readonly bytes: Uint8Array; readonly medium: Medium; readonly address: string },
): Promise<PrintGivenFileResult> {
  const tooMany = await takeAttempt(registry, 'picture-search', [attemptsFrom(input.address)]);
  if (tooMany !== undefined) return tooMany;
  const printed = await printWork(registry.works, input.medium, input.bytes, {
    screen: (read) => isScreened(registry, read, { kind: 'upload' }),
    mean: (read) => meaningOfPicture(registry, read),
  });
  return printed.ok ? { ok: true, prints: writePrints(printed.prints) } : printed;
}
