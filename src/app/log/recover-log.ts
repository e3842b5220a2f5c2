import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { leafHash } from '../../core/log/leaf-hash.js';
import { appendLeafHash, EMPTY_FRONTIER, type Frontier, rootOf } from '../../core/merkle/frontier.js';
import type { Checkpoint } from '../../core/tlog/checkpoint.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { openCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { parseVerifierKey } from '../../core/tlog/verifier-key.js';
import type { Registry } from '../registry.js';
import { copiedLeaves } from './copied-leaves.js';
import { leafCount } from './leaf-count.js';
import { LogCopyUnusable } from './log-copy-unusable.js';
import type { LogFileSource } from './log-file-source.js';
import { rootAt } from './root-at.js';

export interface RecoveredLog {
  /** Leaves before, and after. */
  readonly from: number;
  readonly to: number;
}

/**
 * Refills a log that is shorter than what was published from a copy of it. The copy must be signed by a key that the log
 * still holds, begin with the log as it is, and hash to the root that was signed; all of it is read and hashed before
 * anything is written.
 * @throws LogCopyUnusable with nothing changed
 */
export async function recoverLog(
  registry: Registry,
  source: LogFileSource,
  verify: VerifyEd25519,
  onProgress?: (size: number, of: number) => void,
): Promise<RecoveredLog> {
  const { log, store, sha256 } = registry;
  const from = Number(await store.log.size());
  const published = await openCopy(registry, source, verify);
  const to = published.size;
  if (to < from) throw new LogCopyUnusable(`it has ${leafCount(to)}, and the log has ${from}`);
  const own = await rootAt(store, from, sha256);
  const read = await hashedCopy(source, to, from, sha256);
  if (!equalBytes(read.before, own))
    throw new LogCopyUnusable(`its leaves up to size ${from} are not those of the log`);
  if (!equalBytes(read.whole, published.root))
    throw new LogCopyUnusable('its leaves do not hash to its checkpoint');
  await log.refill(copiedLeaves(source, from, to), (size) => onProgress?.(size, to));
  await store.scrub();
  return { from, to };
}

async function openCopy(
  { log, sha256 }: Registry,
  source: LogFileSource,
  verify: VerifyEd25519,
): Promise<Checkpoint> {
  const note = await source.read('checkpoint');
  if (note === undefined) throw new LogCopyUnusable('it has no file checkpoint');
  const keys = log.keys.held().flatMap((text) => {
    const read = parseVerifierKey(text, sha256);
    return read.ok ? [read.key] : [];
  });
  const opened = openCheckpoint(note, keys, verify);
  if (!opened.ok)
    throw new LogCopyUnusable(`its checkpoint is not signed by this log (${opened.problem.message})`);
  return opened.checkpoint;
}

/** The roots of a copy: of as many leaves as the log has, and of all. */
async function hashedCopy(
  source: LogFileSource,
  size: number,
  from: number,
  sha256: Registry['sha256'],
): Promise<{ readonly before: Uint8Array; readonly whole: Uint8Array }> {
  let frontier: Frontier = EMPTY_FRONTIER;
  let before = rootOf(frontier, sha256);
  for await (const { leaf } of copiedLeaves(source, 0, size)) {
    frontier = appendLeafHash(frontier, leafHash(leaf, sha256), sha256);
    if (frontier.size === from) before = rootOf(frontier, sha256);
  }
  return { before, whole: rootOf(frontier, sha256) };
}
