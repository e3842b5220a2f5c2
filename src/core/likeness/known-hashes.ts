import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { MAX_PDQ_DISTANCE } from '../log/leaf-fingerprint.js';
import type { KnownHash } from './parse-known-hashes.js';
import { PdqBands } from './pdq-bands.js';
import type { PdqHash } from './pdq-hash.js';

/** A hash of the list that a picture meets. */
export interface KnownHashMatch extends KnownHash {
  /** In bits; 0 for digests. */
  readonly distance: number;
}

/** Digests of a file, as far as they are known. */
export interface FileDigests {
  readonly sha256?: Uint8Array | undefined;
  readonly md5?: Uint8Array | undefined;
}

/** Hashes of pictures that an operator wants to show nobody. */
export class KnownHashes {
  readonly #digests: ReadonlySet<string>;
  readonly #pdqs: readonly string[];
  readonly #bands: PdqBands;
  readonly size: number;

  constructor(hashes: readonly KnownHash[]) {
    this.size = hashes.length;
    this.#digests = new Set(hashes.filter(({ algorithm }) => algorithm !== 'pdq').map(nameOf));
    this.#pdqs = hashes.filter(({ algorithm }) => algorithm === 'pdq').map(({ hex }) => hex);
    this.#bands = new PdqBands(this.#pdqs.map((hex) => hexToBytes(hex)));
  }

  /** Whether there is any hash that a picture has to be decoded for. */
  get comparesPictures(): boolean {
    return this.#pdqs.length > 0;
  }

  byDigests({ sha256, md5 }: FileDigests): KnownHashMatch | undefined {
    const known: KnownHash[] = [
      ...(sha256 ? [{ algorithm: 'sha256', hex: bytesToHex(sha256) } as const] : []),
      ...(md5 ? [{ algorithm: 'md5', hex: bytesToHex(md5) } as const] : []),
    ];
    const match = known.find((hash) => this.#digests.has(nameOf(hash)));
    return match && { ...match, distance: 0 };
  }

  /** @param hashes of one picture, laid down in one way or in several */
  byPicture(hashes: readonly PdqHash[]): KnownHashMatch | undefined {
    for (const hash of hashes) {
      const near = this.#bands.nearest(hash, MAX_PDQ_DISTANCE);
      const hex = near && this.#pdqs[near.at];
      if (near && hex !== undefined) return { algorithm: 'pdq', hex, distance: near.distance };
    }
    return undefined;
  }
}

function nameOf({ algorithm, hex }: KnownHash): string {
  return `${algorithm}:${hex}`;
}
