import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { type BuiltTables, type TableFile, buildTables } from '../../../src/core/snapshot/build-tables.js';
import { notePlaceKey } from '../../../src/core/snapshot/place-keys.js';
import { type SnapshotTables, openTables } from '../../../src/core/snapshot/snapshot-tables.js';
import { standingBlocks } from '../../../src/core/snapshot/standing-blocks.js';
import { replayOf } from '../replay/test-log.js';

const ROOT = new Uint8Array(32).fill(7);

/** The tables of a log at a size; `known` are the places that are known in clear. */
export function tablesOf(
  entries: readonly LoggedLeaf[],
  size: number,
  known: readonly string[] = [],
): BuiltTables {
  const keys = new Map<string, Set<bigint>>();
  for (const { leaf } of entries) notePlaceKey(keys, leaf);
  const clear = new Map(known.map((text) => [bytesToHex(sha256(new TextEncoder().encode(text))), text]));
  return buildTables({
    blocks: standingBlocks(replayOf(entries), size, keys, sha256),
    expressionOf: (digest) => clear.get(digest),
    root: ROOT,
    sha256,
  });
}

export function opened({ files }: { readonly files: ReadonlyMap<TableFile, Uint8Array> }): SnapshotTables {
  const read = openTables((name) => files.get(name), sha256);
  if (!read.ok) throw new Error(read.problem.message);
  return read.tables;
}
