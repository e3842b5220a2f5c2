import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** The ways in which a value can stand in a row or a file: its bytes, and these in hexadecimal and base64. */
function tracesOf(value: string | Uint8Array): Buffer[] {
  const bytes = Buffer.from(value);
  const spelt = [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')];
  return [bytes, ...spelt.map((text) => Buffer.from(text.replace(/=+$/, '')))];
}

/** The names of values that stand somewhere in a text or a file. */
function namesIn(bytes: Buffer, values: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(values)
    .filter(([, value]) => tracesOf(value).some((trace) => bytes.includes(trace)))
    .map(([name]) => name);
}

/** Where values stand in the rows of all tables, as "name in table". */
export async function tracesInTables(
  dataSource: DataSource,
  values: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await dataSource.query<{ row: string }[]>(`SELECT t::text AS row FROM "${name}" t`);
    const text = Buffer.from(rows.map(({ row }) => row).join('\n'));
    found.push(...namesIn(text, values).map((value) => `${value} in ${name}`));
  }
  return found.sort();
}

/** Where values stand in the files under a folder, as "name in path". */
export async function tracesInFiles(
  folder: string,
  values: Readonly<Record<string, string | Uint8Array>>,
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const names = namesIn(await readIfThere(path), values);
    found.push(...names.map((value) => `${value} in ${path.slice(folder.length + 1)}`));
  }
  return found.sort();
}

/** A draft may have got its name, or a file of the write-ahead log have been recycled, since the folder was listed. */
async function readIfThere(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** The values that were found at all, of what the two functions above answer. */
export function namesFound(traces: readonly string[]): string[] {
  return [...new Set(traces.map((trace) => trace.split(' in ')[0] ?? ''))].sort();
}
