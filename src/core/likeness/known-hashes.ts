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

/** Hashes of what is shown to nobody. */
export interface HashList {
  readonly size: number;
  /** Whether there is any hash that a picture has to be decoded for. */
  readonly comparesPictures: boolean;
  /** Whether there is any that an address has to be digested for. */
  readonly comparesAddresses: boolean;
  byDigests(digests: FileDigests): KnownHashMatch | undefined;
  /** @param hashes of one picture, laid down in one way or in several */
  byPicture(hashes: readonly PdqHash[]): KnownHashMatch | undefined;
  /** @param digest SHA-256 of a canonical address */
  byAddress(digest: Uint8Array): KnownHashMatch | undefined;
}

/** One list of hashes. */
export class KnownHashes implements HashList {
  readonly #digests: ReadonlySet<string>;
  readonly #pdqs: readonly string[];
  readonly #bands: PdqBands;
  readonly size: number;
  readonly comparesAddresses: boolean;

  constructor(hashes: readonly KnownHash[]) {
    this.size = hashes.length;
    this.comparesAddresses = hashes.some(({ algorithm }) => algorithm === 'address');
    this.#digests = new Set(hashes.filter(({ algorithm }) => algorithm !== 'pdq').map(nameOf));
    this.#pdqs = hashes.filter(({ algorithm }) => algorithm === 'pdq').map(({ hex }) => hex);
    this.#bands = new PdqBands(this.#pdqs.map((hex) => hexToBytes(hex)));
  }

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

  byAddress(digest: Uint8Array): KnownHashMatch | undefined {
    const hash = { algorithm: 'address', hex: bytesToHex(digest) } as const;
    return this.#digests.has(nameOf(hash)) ? { ...hash, distance: 0 } : undefined;
  }

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
