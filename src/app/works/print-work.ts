import { hexToBytes } from '@noble/hashes/utils.js';
import { bigEndianItems } from '../../core/likeness/big-endian-items.js';
import { textFingerprint } from '../../core/likeness/text-fingerprint.js';
import type { Medium } from '../ports/catalogue.js';
import { DAMAGED_PICTURE, type ReadPicture } from '../ports/pictures.js';
import type { WorkTools } from '../ports/work-tools.js';
import type { WorkMeaning } from '../ports/works.js';
import { refusePicture, type PictureSearchRefused } from '../catalogue/likeness/refuse-picture.js';
import { pictureRefusal } from '../catalogue/fingerprints/picture-refusal.js';
import { LEAST_CHARACTERS, LEAST_ITEMS, MOST_ITEMS, type WorkPrints } from './work-prints.js';

/** What else is done with a picture where a registry looks at it. */
export interface PictureDeeds {
  /** Whether it is one that nobody is shown. Whoever gives it learns no more than of one that is damaged. */
  readonly screen: (read: ReadPicture) => Promise<boolean>;
  /** What the model at work makes of it; undefined where there is none. */
  readonly mean: (read: ReadPicture) => Promise<WorkMeaning | undefined>;
}

const NOTHING_ELSE: PictureDeeds = {
  screen: () => Promise.resolve(false),
  mean: () => Promise.resolve(undefined),
};

export type PrintResult = { readonly ok: true; readonly prints: WorkPrints } | PictureSearchRefused;

/** A text of more takes seconds of a core. */
const MOST_TEXT_BYTES = 400_000;

/** The fingerprints of a file: the same on the device that it is on as on a server. The file itself is not kept. */
export async function printWork(
  tools: WorkTools,
  medium: Medium,
  bytes: Uint8Array,
  deeds: PictureDeeds = NOTHING_ELSE,
): Promise<PrintResult> {
  try {
    switch (medium) {
      case 'image':
        return await printPicture(tools, bytes, deeds);
      case 'text':
        return printText(tools, bytes);
      case 'audio':
        return await printSound(tools, bytes);
    }
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return refusePicture(refusal.code, refusal.message);
  }
}

async function printPicture(
  { pictures }: WorkTools,
  bytes: Uint8Array,
  { screen, mean }: PictureDeeds,
): Promise<PrintResult> {
  const read = await pictures.reader.read(bytes);
  if (await screen(read)) return refusePicture('damaged', DAMAGED_PICTURE);
  const { whole, regions } = await pictures.likeness.fingerprint(read);
  const { oriented } = await pictures.likeness.hashes(read);
  return {
    ok: true,
    prints: {
      sha256: hexToBytes(read.sha256),
      md5: hexToBytes(read.md5),
      of: { medium: 'image', ...read.from, whole, oriented, regions, meaning: await mean(read) },
    },
  };
}

function printText({ digests }: WorkTools, bytes: Uint8Array): PrintResult {
  if (bytes.length > MOST_TEXT_BYTES) {
    return refusePicture(
      'too-large',
      'The text is larger than 400,000 bytes. Register its parts, such as chapters.',
    );
  }
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refusePicture('not-text', 'The file is no text in UTF-8. Save it as plain text.');
  }
  const { hash, characters } = textFingerprint(text);
  const of = { medium: 'text' as const, hash: characters < LEAST_CHARACTERS ? undefined : hash };
  return { ok: true, prints: { ...digests(bytes), of } };
}

async function printSound({ digests, sound }: WorkTools, bytes: Uint8Array): Promise<PrintResult> {
  const items = await sound(bytes);
  if (items === undefined) {
    const message = 'The file is no recording that is read here: WAV of 8 to 32 bits, FLAC or MP3.';
    return refusePicture('not-sound', `${message} Convert it to WAV with 16 bits.`);
  }
  const kept = items.subarray(0, MOST_ITEMS);
  const of = {
    medium: 'audio' as const,
    items: kept.length < LEAST_ITEMS ? undefined : bigEndianItems(kept),
  };
  return { ok: true, prints: { ...digests(bytes), of } };
}
