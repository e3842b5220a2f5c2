import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../../core/bytes/utf8.js';
import { openLatest } from '../../core/snapshot/latest-note.js';
import { openManifest } from '../../core/snapshot/open-manifest.js';
import type { SnapshotManifest } from '../../core/snapshot/snapshot-manifest.js';
import { verifyEd25519 } from './noble-ed25519.js';

/** What a registry sent: `latest.json` and the manifest, byte for byte (docs/snapshot-format.md). */
export interface SentSnapshot {
  readonly latest: string;
  readonly manifest: Uint8Array;
}

export interface NewestSnapshot {
  readonly manifest: SnapshotManifest;
  /** Since when it is known to be the newest. */
  readonly newestAt: string;
}

/**
 * Checks that both are signed by a key that the manifest names, and that they fit together: they are whole, which does not show
 * whose they are. Undefined where anything does not hold.
 */
export function openNewestSnapshot({ latest, manifest: bytes }: SentSnapshot): NewestSnapshot | undefined {
  const opened = openManifest(bytes, { keys: [], sha256, verify: verifyEd25519 });
  if (!opened.ok) return undefined;
  const { manifest } = opened;
  const note = noteIn(latest);
  const newest = openLatest(encodeUtf8(note), manifest.keys, { sha256, verify: verifyEd25519 });
  return newest.ok &&
    newest.latest.origin === manifest.origin &&
    newest.latest.size === manifest.size &&
    newest.latest.manifest === bytesToHex(sha256(bytes))
    ? { manifest, newestAt: newest.latest.at }
    : undefined;
}

function noteIn(latest: string): string {
  const { note } = JSON.parse(latest) as { note?: unknown };
  return typeof note === 'string' ? note : '';
}
