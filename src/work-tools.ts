import { createHash } from 'node:crypto';
import type { WorkTools } from './app/ports/work-tools.js';
import { createSoundItems } from './sound/sound-items.js';

/** What files of works are looked at with, on whatever machine they lie. */
export function workTools(pictures: WorkTools['pictures']): WorkTools {
  return {
    pictures,
    digests: (bytes) => ({
      sha256: new Uint8Array(createHash('sha256').update(bytes).digest()),
      md5: new Uint8Array(createHash('md5').update(bytes).digest()),
    }),
    sound: createSoundItems(),
  };
}
