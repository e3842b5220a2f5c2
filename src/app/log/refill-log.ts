import { bytesToHex } from '@noble/hashes/utils.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { leafKeys } from '../../core/log/leaf-keys.js';
import { type Leaf, parseLeaf } from '../../core/log/leaf.js';
import { lapseTime } from '../disputes/lapse-time.js';
import type { RegistryStore } from '../ports/registry-store.js';
import type { Clock, Sha256 } from '../ports/surroundings.js';
import { leafCount } from './leaf-count.js';
import { projectLeaf } from './project-leaf.js';

export interface CopiedLeaf {
  readonly index: number;
  readonly leaf: Uint8Array;
}

interface RefillParts {
  readonly store: RegistryStore;
  readonly sha256: Sha256;
  readonly clock: Clock;
}

/** Leaves put back in one transaction. */
const CHUNK = 512;

/**
 * Puts leaves that the database lost back at their places, from a copy that is known to be of the same log. Leaves that
 * are there already must be the same.
 * @throws LogCopyDiffers with nothing of that chunk written
 */
export async function refillLog(
  parts: RefillParts,
  copy: AsyncIterable<CopiedLeaf>,
  onProgress: (size: number) => void = () => undefined,
): Promise<void> {
  let chunk: CopiedLeaf[] = [];
  const settle = async () => {
    const last = chunk.at(-1);
    if (last === undefined) return;
    await putBack(parts, chunk);
    onProgress(last.index + 1);
    chunk = [];
  };
  for await (const copied of copy) {
    chunk.push(copied);
    if (chunk.length === CHUNK) await settle();
  }
  await settle();
}

/** A copy holds another leaf where the log has one, a gap, or something that is no leaf. */
export class LogCopyDiffers extends Error {
  override readonly name = 'LogCopyDiffers';

  constructor(index: number, problem: string) {
    super(`The copy cannot be used from leaf ${index} on: ${problem}. Keep both, and use another copy.`);
  }
}

async function putBack({ store, sha256, clock }: RefillParts, chunk: readonly CopiedLeaf[]): Promise<void> {
  await store.transact(async (stores) => {
    await stores.log.hold(new Date(0));
    const size = Number(await stores.log.size());
    const first = chunk[0]?.index ?? 0;
    if (first > size) throw new LogCopyDiffers(first, `the log has only ${leafCount(size)}`);
    const present = await stores.log.byIndex(BigInt(first), chunk.length);
    for (const [offset, { index, leaf: bytes }] of chunk.entries()) {
      const hash = leafHash(bytes, sha256);
      const there = present[offset];
      if (there !== undefined) {
        if (bytesToHex(there.leafHash) !== bytesToHex(hash)) {
          throw new LogCopyDiffers(index, 'the log has another leaf there');
        }
        continue;
      }
      const leaf = readCopied(index, bytes);
      const added = { kind: leaf.kind, leaf: bytes, leafHash: hash, keys: leafKeys(leaf) };
      const [entry] = await stores.log.append([added], new Date(leaf.time));
      if (entry?.index !== BigInt(index))
        throw new LogCopyDiffers(index, 'the leaf stands elsewhere already');
      await projectLeaf(stores, entry, leaf);
    }
    // What was handed in since is lost with the database: nobody's no may lapse for want of it.
    if (present.length < chunk.length) await stores.answerDisputes.prolong(lapseTime(clock()));
  });
}

function readCopied(index: number, bytes: Uint8Array): Leaf {
  const read = parseLeaf(bytes);
  if (!read.ok) throw new LogCopyDiffers(index, `it holds no leaf of this release (${read.problem.message})`);
  return read.leaf;
}
