import { parseLeaf } from '../../core/log/leaf.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import { openCheckpoint } from '../../core/tlog/open-checkpoint.js';
import { parseVerifierKey } from '../../core/tlog/verifier-key.js';
import type { LogStore } from '../ports/log.js';
import type { Sha256 } from '../ports/surroundings.js';

/**
 * Opens a checkpoint by the keys that the leaves of its log name, and by others that are trusted. Keys that have ended are
 * among them: what they signed while they stood holds.
 */
export async function openSigned(
  log: LogStore,
  note: Uint8Array,
  trusted: readonly string[],
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifyEd25519 },
): Promise<ReturnType<typeof openCheckpoint>> {
  const named = (await log.ofKind('key')).flatMap(({ leaf }) => {
    const read = parseLeaf(leaf);
    return read.ok && read.leaf.kind === 'key' && read.leaf.role === 'log' ? [read.leaf.vkey] : [];
  });
  const keys = [...new Set([...named, ...trusted])].flatMap((text) => {
    const read = parseVerifierKey(text, sha256);
    return read.ok ? [read.key] : [];
  });
  return openCheckpoint(note, keys, verify);
}
