import { hexToBytes } from '@noble/hashes/utils.js';
import { setTimeout as rest } from 'node:timers/promises';
import type { NewPictureLook } from '../../ports/fingerprints.js';
import type { PictureTools } from '../../ports/pictures.js';
import { isBusy, pictureRefusal } from './picture-refusal.js';

const REST_MS = 500;

/** What is kept of a picture file, or why it is no picture that is read. Waits while others keep the decoder busy. */
export async function fingerprintBytes(
  { reader, likeness }: PictureTools,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Pick<NewPictureLook, 'picture' | 'problem'>> {
  for (;;) {
    try {
      const read = await reader.read(bytes);
      const { whole, regions } = await likeness.fingerprint(read);
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
