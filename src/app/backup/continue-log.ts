import { hexToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { buildKeyLeaf, type LogContinuation } from '../../core/log/key-leaf.js';
import type { LogKeyring } from '../ports/log-key.js';
import type { LoadTarget } from '../ports/load-target.js';
import type { Clock } from '../ports/surroundings.js';
import type { InspectedBackup } from './inspect-backup.js';
import { LastPublished } from './last-published.js';
import { LeafLoader } from './leaf-loader.js';
import { holdEmpty, type LoadParts } from './load-backup.js';
import { putBack } from './put-back.js';
import { RestoreRefused } from './restore-refused.js';

export interface Continuing {
  /** Of the new log. */
  readonly keys: LogKeyring;
  readonly clock: Clock;
  /** The last checkpoint that is known of the log that cannot go on, as a signed note. */
  readonly last: string;
  /** Verifier keys that are trusted to have signed it, besides those that the leaves name. */
  readonly trusted: readonly string[];
}

/**
 * Puts a backup back under a log of another name, whose first leaf names the last checkpoint of the log in the backup. All
 * leaves that are held follow, byte for byte, so that every statement keeps its id and whoever has a checkpoint of the old
 * log can compare; old checkpoints and cosignatures stay with the backup. Nothing is signed here.
 * @throws BackupDamaged, RestoreRefused, TableUnknown, with nothing done
 */
export async function continueLog(
  target: LoadTarget,
  file: AsyncIterable<Uint8Array>,
  { header, end }: InspectedBackup,
  parts: LoadParts,
  { keys, clock, last, trusted }: Continuing,
): Promise<void> {
  await holdEmpty(target);
  if (header.leaves !== 'inside') {
    throw refused('the backup holds no leaves. Use one that "assent backup" wrote');
  }
  const backup = { header, end };
  const known = new LastPublished(last, backup, refused);
  known.assertLast(backup);
  const continues = { origin: header.origin, size: known.size, root: known.root, held: end.size };
  const leaves = new LeafLoader(
    target,
    {
      tiled: 0,
      sizes: [...known.comparedAt(backup), end.size],
      first: firstLeaf(keys, clock(), continues),
    },
    parts.sha256,
  );
  // Of the log's own tables nothing: the tree, and what is signed over it, is another one.
  await putBack(target, file, leaves, { ...parts, shift: 1, isLeft: (table) => table.startsWith('log_') });
  await known.assertSigned(target.stores.log, trusted, parts);
  known.assertContinued(leaves, backup);
  const whole = leaves.rootAt(end.size);
  if (whole === undefined || !equalBytes(whole, hexToBytes(end.root))) {
    throw refused('its leaves have another root than it says');
  }
}

function firstLeaf(keys: LogKeyring, now: Date, continues: LogContinuation) {
  const { origin } = keys;
  if (origin === continues.origin) {
    throw refused('a log that begins after a loss needs a name of its own: no log may have two histories');
  }
  const [vkey] = keys.held();
  if (vkey === undefined) throw new Error('A log needs a key to begin.');
  const time = now.toISOString();
  return buildKeyLeaf({ action: 'add', role: 'log', origin, vkey, from: time, continues, time });
}

function refused(what: string): RestoreRefused {
  return new RestoreRefused('cannot-continue', `No log is begun: ${what}. Nothing was changed.`);
}
