import type { PictureTools } from './pictures.js';

/** What a work's file is looked at with, on a server as on the device that it is on. */
export interface WorkTools {
  readonly pictures: Pick<PictureTools, 'reader' | 'likeness'>;
  /** Of a file. */
  readonly digests: (bytes: Uint8Array) => { readonly sha256: Uint8Array; readonly md5: Uint8Array };
  /** Chromaprint's items of a recording; undefined for a file that is none that is read here. Throws for one that cannot be decoded. */
  readonly sound: (bytes: Uint8Array) => Promise<Uint32Array | undefined>;
}
