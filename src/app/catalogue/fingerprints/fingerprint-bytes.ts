import { hexToBytes } from '@noble/hashes/utils.js';
import { setTimeout as rest } from 'node:timers/promises';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { ReadPicture } from '../../ports/pictures.js';
import type { ScreenedPlace } from '../../ports/screening.js';
import type { Registry } from '../../registry.js';
import { isScreened } from '../safety/is-screened.js';
import { WITHHELD } from '../safety/shown-entries.js';
import { isBusy, pictureRefusal } from './picture-refusal.js';

const REST_MS = 500;

export interface FingerprintOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told the picture once it was fingerprinted. */
  readonly onRead?: ((read: ReadPicture) => void) | undefined;
}

/** What is kept of a picture file, or why it is no picture that is read. Waits while others keep the decoder busy. */
export async function fingerprintBytes(
  registry: Pick<Registry, 'pictures' | 'screening' | 'clock'>,
  bytes: Uint8Array,
  place: ScreenedPlace,
  { signal, onRead }: FingerprintOptions = {},
): Promise<Pick<NewPictureLook, 'picture' | 'problem'>> {
  const { reader, likeness } = registry.pictures;
  for (;;) {
    try {
      const read = await reader.read(bytes);
      if (await isScreened(registry, read, place)) return { problem: WITHHELD };
      const { whole, regions } = await likeness.fingerprint(read);
      onRead?.(read);
      return {
        picture: {
          sha256: hexToBytes(read.sha256),
          md5: hexToBytes(read.md5),
          byteCount: bytes.length,
          ...read.from,
          whole,
          regions,
        },
      };
    } catch (error) {
      if (isBusy(error)) await rest(REST_MS, undefined, signal ? { signal } : {});
      else return { problem: problemOf(error) };
    }
  }
}

function problemOf(error: unknown): string {
  const refusal = pictureRefusal(error);
  if (refusal === undefined) throw error;
  return refusal.code;
}
