import { open } from 'node:fs/promises';
import { UnreadableTable } from './unreadable-table.js';

export const TABLE_FORMATS = ['parquet', 'csv', 'tsv', 'ndjson', 'txt'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const BY_ENDING: readonly (readonly [RegExp, TableFormat])[] = [
  [/\.(parquet|pq)$/i, 'parquet'],
  [/\.csv(\.gz|\.zst)?$/i, 'csv'],
  [/\.(tsv|tab)(\.gz|\.zst)?$/i, 'tsv'],
  [/\.(ndjson|jsonl)(\.gz|\.zst)?$/i, 'ndjson'],
  [/\.txt(\.gz|\.zst)?$/i, 'txt'],
];

/** The format that a file name promises. @throws UnreadableTable for an ending that promises none */
export function formatByName(path: string): TableFormat {
  const known = BY_ENDING.find(([ending]) => ending.test(path));
  if (!known) {
    throw new UnreadableTable(path, 'its ending is none of .parquet, .csv, .tsv, .ndjson, .jsonl, .txt.');
  }
  return known[1];
}

export function isTableName(path: string): boolean {
  return BY_ENDING.some(([ending]) => ending.test(path));
}

/** The format of a file: what its first bytes say, else what its name promises. @throws UnreadableTable */
export async function formatOf(path: string): Promise<TableFormat> {
  let start: Buffer;
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      start = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new UnreadableTable(path, reasonOf(error as NodeJS.ErrnoException));
  }
  if (start.toString('latin1') === 'PAR1') return 'parquet';
  if (start.length === 0) throw new UnreadableTable(path, 'it is empty.');
  const named = formatByName(path);
  if (named === 'parquet') {
    throw new UnreadableTable(path, 'it is named as Parquet but does not begin as a Parquet file does.');
  }
  return named;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file.';
  if (error.code === 'EACCES') return 'this user may not read it.';
  if (error.code === 'EISDIR') return 'it is a folder; name the files in it.';
  return error.message;
}
