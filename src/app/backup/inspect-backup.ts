import type { BackupEnd, BackupHeader } from '../../core/backup/backup-notes.js';
import { readBackup } from '../../core/backup/backup-reader.js';
import type { Sha256 } from '../ports/surroundings.js';
import { RestoreRefused } from './restore-refused.js';

/** What a backup says of itself, after all of it was read and found to be as it was written. */
export interface InspectedBackup {
  readonly header: BackupHeader;
  readonly end: BackupEnd;
}

/**
 * Reads a backup from its beginning to its end, before anything is done with it.
 * @param migrations that this release knows
 * @throws BackupDamaged, RestoreRefused
 */
export async function inspectBackup(
  file: AsyncIterable<Uint8Array>,
  migrations: readonly string[],
  sha256: Sha256,
): Promise<InspectedBackup> {
  let header: BackupHeader | undefined;
  let end: BackupEnd | undefined;
  for await (const part of readBackup(file, sha256)) {
    if (part.kind === 'header') {
      ({ header } = part);
      refuseLater(header, migrations);
    }
    if (part.kind === 'end') ({ end } = part);
  }
  if (header === undefined || end === undefined) throw new Error('A backup was read that does not end.');
  return { header, end };
}

function refuseLater(header: BackupHeader, migrations: readonly string[]): void {
  const unknown = header.migrations.filter((name) => !migrations.includes(name));
  if (unknown.length === 0) return;
  throw new RestoreRefused(
    'later-release',
    `The backup was made by a later release of Assent (${unknown.join(', ')}). Nothing was changed. ` +
      'Put it back with that release, or a later one.',
  );
}
