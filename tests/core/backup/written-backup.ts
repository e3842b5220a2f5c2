import type { BackedUpTable, BackupEnd, BackupHeader } from '../../../src/core/backup/backup-notes.js';
import { type BackupPart, readBackup } from '../../../src/core/backup/backup-reader.js';
import { BackupWriter } from '../../../src/core/backup/backup-writer.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';

export const HEADER: BackupHeader = {
  madeAt: '2026-11-22T19:00:00.000Z',
  origin: 'registry.example/log',
  migrations: ['MakeTables1', 'AddColumns2'],
  leaves: 'inside',
  hasCatalogue: false,
  state: '7713776237858553898 752',
};

export const LOG: Omit<BackupEnd, 'tables'> = { size: 2, root: 'ab'.repeat(32), signed: 2 };

export const ACCOUNTS: BackedUpTable = { name: 'accounts', columns: ['id', 'e-mail'] };

const utf8 = new TextEncoder();

export async function writeBackup(work: (writer: BackupWriter) => Promise<unknown>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const writer = new BackupWriter((bytes) => {
    pieces.push(bytes);
    return Promise.resolve();
  }, nodeSha256);
  await work(writer);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Two leaves, two tables of which one is empty, three rows. */
export function smallBackup(): Promise<Uint8Array> {
  return writeBackup(async (writer) => {
    await writer.header(HEADER);
    await writer.leaves([utf8.encode('{"a":1}'), utf8.encode('{"b":2}')]);
    await writer.rows(ACCOUNTS, utf8.encode('1\tone@example.org\n2\t\\N\n'));
    await writer.rows({ name: 'sessions', columns: ['id'] }, new Uint8Array());
    await writer.rows(ACCOUNTS, utf8.encode('3\tthree\\nlines\n'));
    await writer.end(LOG);
  });
}

/** @param lengths in which the file comes, over and over */
export async function readParts(
  file: Uint8Array,
  lengths: readonly number[] = [65_536],
): Promise<BackupPart[]> {
  const parts: BackupPart[] = [];
  for await (const part of readBackup(pieces(file, lengths), nodeSha256)) parts.push(part);
  return parts;
}

async function* pieces(file: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let start = 0, turn = 0; start < file.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    yield await Promise.resolve(file.subarray(start, start + length));
    start += length;
  }
}
