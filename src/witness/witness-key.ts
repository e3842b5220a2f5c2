import { randomBytes } from 'node:crypto';
import type { Cosigner } from '../core/tlog/cosignature.js';
import { KeyFileUnusable, makeKeys, readKeys } from '../log-key/key-file.js';
import { SEED_LENGTH } from '../log-key/node-ed25519.js';
import { formatWitnessKey, parseWitnessKey } from '../log-key/private-key-text.js';
import { WitnessUnnamed } from './witness-errors.js';

export interface WitnessKeyLocation {
  readonly keyFile: string;
  /** Needed by a witness that begins; of one that has begun it must be the name. */
  readonly name: string | undefined;
  /** Whether it has cosigned anything yet. */
  readonly hasBegun: boolean;
}

/**
 * The key of a witness, made at its first start with mode 0600.
 * @throws KeyFileUnusable when the file cannot be used as it is, is missing, or has another name
 */
export async function loadWitnessKey({ keyFile, name, hasBegun }: WitnessKeyLocation): Promise<Cosigner> {
  const [cosigner, ...others] =
    (await readKeys(keyFile, parseWitnessKey)) ?? (await firstKey(keyFile, name, hasBegun));
  if (cosigner === undefined || others.length > 0) {
    throw new KeyFileUnusable(keyFile, 'holds several keys: leave the one that this witness has always had.');
  }
  if (name !== undefined && cosigner.key.name !== name) {
    throw new KeyFileUnusable(
      keyFile,
      `is of the witness ${cosigner.key.name}. A witness keeps its name: leave out --name, or give another --dir.`,
    );
  }
  return cosigner;
}

async function firstKey(keyFile: string, name: string | undefined, hasBegun: boolean): Promise<Cosigner[]> {
  if (hasBegun) {
    throw new KeyFileUnusable(
      keyFile,
      'is missing, and the witness has cosigned. Put back the copy you keep of it.',
    );
  }
  if (name === undefined) throw new WitnessUnnamed();
  const seed = new Uint8Array(randomBytes(SEED_LENGTH));
  return makeKeys(keyFile, formatWitnessKey(name, seed), parseWitnessKey);
}
