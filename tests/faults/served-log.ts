import { type Checkpoint, parseCheckpoint } from '../../src/verifier/checkpoint.js';
import { MAX_BUNDLE_LENGTH, readBundle } from '../../src/verifier/entry-bundle.js';
import { type HttpGet, logAddress } from '../../src/verifier/log-address.js';
import { leafHash } from '../../src/verifier/sha256.js';
import { TILE_WIDTH, entriesPath, partialPath } from '../../src/verifier/tile-path.js';
import { examine } from '../verifier/examine.js';

/** A leaf as its bytes say, at its place in the list. */
export interface ServedLeaf {
  /** Hash of the bytes, in hexadecimal digits. */
  readonly id: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The checkpoint that a registry serves just now. */
export async function servedCheckpoint(url: string): Promise<Checkpoint> {
  const served = await fetch(`${url}/log/checkpoint`);
  return parseCheckpoint(new Uint8Array(await served.arrayBuffer()), 'checkpoint');
}

/**
 * Every leaf of the log that a registry serves, from its files alone, which the verifier that shares no code with their writer
 * has found to be whole and to begin with the trees of earlier checkpoints. Throws what it throws.
 */
export async function verifiedLeaves(url: string, since: readonly Checkpoint[]): Promise<ServedLeaf[]> {
  const source = logAddress(`${url}/log`, remembering(get));
  const { verified } = await examine(source, { since });
  const leaves: ServedLeaf[] = [];
  for (let from = 0; from < verified.size; from += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, verified.size - from);
    const full = entriesPath(from / TILE_WIDTH);
    const path = width < TILE_WIDTH ? partialPath(full, width) : full;
    const bytes = await source.read(path, MAX_BUNDLE_LENGTH);
    if (bytes === undefined || bytes === 'too-long') throw new Error(`There is no bundle ${path}.`);
    for (const entry of readBundle(bytes, width, from, path)) {
      const content = JSON.parse(Buffer.from(entry).toString()) as Record<string, unknown>;
      leaves.push({ id: leafHash(entry).toString('hex'), content });
    }
  }
  return leaves;
}

const get: HttpGet = async (url) => {
  const response = await fetch(url);
  const body = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, body, retryAfter: undefined };
};

/** A log that stands still is fetched once. */
function remembering(fetched: HttpGet): HttpGet {
  const answers = new Map<string, ReturnType<HttpGet>>();
  return (url, maxLength) => {
    const answer = answers.get(url) ?? fetched(url, maxLength);
    answers.set(url, answer);
    return answer;
  };
}
