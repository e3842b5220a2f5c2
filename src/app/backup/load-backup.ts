import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { VerifyEd25519 } from '../../core/tlog/ed25519.js';
import type { LoadTarget } from '../ports/load-target.js';
import type { LogJournal } from '../ports/log-journal.js';
import type { Sha256 } from '../ports/surroundings.js';
import type { InspectedBackup } from './inspect-backup.js';
import { journalRoot } from './journal-root.js';
import type { LastPublished } from './last-published.js';
import { LeafLoader } from './leaf-loader.js';
import { putBack } from './put-back.js';
import { RestoreRefused } from './restore-refused.js';
import { openSigned } from './open-signed.js';

export interface LoadParts {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
  /** That of the data folder, if it has one that holds leaves. */
  readonly journal: LogJournal | undefined;
  readonly signal: AbortSignal;
}

/** What is known of the log beside the backup. */
export interface KnownOfLog {
  /** What stands beside the key file, whoever signed it. */
  readonly mark: LastPublished | undefined;
  /** The last checkpoint that the log published, as the operator says. */
  readonly last: LastPublished | undefined;
  /** Verifier keys that are trusted to have signed it, besides those that the leaves name. */
  readonly trusted: readonly string[];
}

/**
 * Puts a backup back into an empty store, in one transaction, and verifies the log that it gives: every leaf is hashed, and
 * the tree must have the root that was backed up and the one that was signed.
 * @param file the same bytes that were inspected
 * @throws BackupDamaged, RestoreRefused, TableUnknown, with nothing done
 */
export async function loadBackup(
  target: LoadTarget,
  file: AsyncIterable<Uint8Array>,
  backup: InspectedBackup,
  parts: LoadParts,
  { mark, last, trusted }: KnownOfLog,
): Promise<void> {
  const { journal, sha256 } = parts;
  const { header, end } = backup;
  await holdEmpty(target);
  const common = Math.min(journal?.size ?? 0, end.size);
  const published = [mark, last].filter((known) => known !== undefined);
  const compared = published.flatMap((known) => known.comparedAt(backup));
  const plan = { tiled: end.signed, sizes: [common, end.signed, end.size, ...compared] };
  const leaves = new LeafLoader(target, plan, sha256);
  if (header.leaves === 'journal') await loadJournal(leaves, journal, end.size);
  await putBack(target, file, leaves, { ...parts, shift: 0, isLeft: () => false });
  if (journal !== undefined && !isRoot(leaves, common, await journalRoot(journal, common, sha256))) {
    throw new RestoreRefused(
      'journal-differs',
      `The journal in this data folder is of another log: its first ${common} leaves are not those of the backup. ` +
        'Nothing was changed. Use the data folder to which the backup belongs, or an empty one.',
    );
  }
  if (!isRoot(leaves, end.size, hexToBytes(end.root)))
    throw notVerified('its leaves have another root than it says');
  await verifySigned(target, leaves, { origin: header.origin, signed: end.signed }, parts);
  await last?.assertSigned(target.stores.log, trusted, parts);
  for (const known of published) known.assertContinued(leaves, backup);
}

/** Nobody else begins a log meanwhile: whoever waits for its end finds it begun. */
export async function holdEmpty(target: LoadTarget): Promise<void> {
  await target.stores.log.hold(new Date(0));
  await target.stores.logTree.hold();
  const tables = await target.occupied();
  if (tables.length === 0) return;
  throw new RestoreRefused(
    'store-not-empty',
    `Somebody else began to use the store just now (${tables.join(', ')}). Nothing was changed. Stop every server of it first.`,
  );
}

async function loadJournal(leaves: LeafLoader, journal: LogJournal | undefined, size: number): Promise<void> {
  if ((journal?.size ?? 0) < size) {
    throw new RestoreRefused(
      'journal-missing',
      `This backup holds no leaves: they are in the journal of the data folder in which it was kept, and here that has ` +
        `${journal?.size ?? 0} of ${size}. Nothing was changed. Put log/journal of that folder back, or use a file that ` +
        '"assent backup" wrote.',
    );
  }
  for await (const { index, leaf } of journal?.read(0) ?? []) {
    if (index === size) break;
    await leaves.add([leaf]);
  }
  await leaves.settle();
}

function isRoot(leaves: LeafLoader, size: number, root: Uint8Array): boolean {
  const own = leaves.rootAt(size);
  return own !== undefined && equalBytes(own, root);
}

/** What was signed is what was put back, by a key that its own leaves name. */
async function verifySigned(
  { stores }: LoadTarget,
  leaves: LeafLoader,
  { origin, signed }: { readonly origin: string; readonly signed: number },
  { sha256, verify }: LoadParts,
): Promise<void> {
  const latest = await stores.logTree.latest();
  if ((latest?.size ?? 0) !== signed)
    throw notVerified('its last checkpoint is of another size than it says');
  if (latest === undefined) return;
  const opened = await openSigned(stores.log, new TextEncoder().encode(latest.note), [], { sha256, verify });
  if (!opened.ok)
    throw notVerified(`its last checkpoint is not signed by its log (${opened.problem.message})`);
  const { checkpoint } = opened;
  if (checkpoint.origin !== origin)
    throw notVerified(`its last checkpoint is of the log ${checkpoint.origin}`);
  if (checkpoint.size !== signed || !isRoot(leaves, signed, checkpoint.root)) {
    throw notVerified(
      `its first ${signed} leaves do not have the root that was signed, ${bytesToHex(checkpoint.root)}`,
    );
  }
}

function notVerified(what: string): RestoreRefused {
  return new RestoreRefused(
    'not-verified',
    `The log of the backup does not verify: ${what}. Nothing was changed. Keep the file, and use another backup.`,
  );
}
