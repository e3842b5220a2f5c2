import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { OriginalRefusal } from '../../ports/signed-originals.js';

const TOLD: Readonly<Record<OriginalRefusal, readonly [message: string, nextStep: string]>> = {
  unsigned: [
    'The file holds no signed manifest.',
    'Give the file as the program that signed it saved it: most sites take the manifest out. Or describe what you can show as evidence.',
  ],
  'not-read': ['The file is of a kind that is not read here.', 'Give a JPEG, PNG, HEIC, AVIF or MP3 file.'],
  damaged: [
    'The file, or the manifest in it, is damaged or of a form that is not read here.',
    'Give the file as the program that signed it saved it.',
  ],
  'timed-out': ['Reading the file took too long.', 'Describe it as evidence instead.'],
  'too-large': ['The file is larger than 20000000 bytes.', 'Give a smaller one.'],
  busy: ['Too many signed files are waiting to be read.', 'Try again in a minute.'],
};

/** What a file that tells nothing is refused with. */
export function refuseOriginal(refused: OriginalRefusal): InvalidInput {
  return invalidInput('file', ...TOLD[refused]);
}
