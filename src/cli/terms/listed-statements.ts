import { resolve } from 'node:path';
import type { CommandIo } from '../io.js';
import { UsageError } from '../usage-error.js';

const ID = /^[0-9a-f]{64}$/;

/**
 * The ids of the statements that a command line names: one by one, and in the column `statement` of a table, as "assent check
 * --conditional" writes it. Each once. Throws UsageError, UnreadableTable.
 */
export async function listedStatements(
  io: CommandIo,
  named: readonly string[],
  offers: string | undefined,
): Promise<string[]> {
  const listed = offers === undefined ? [] : await columnOf(io, offers);
  const ids = [...new Set([...named, ...listed])];
  const wrong = ids.find((id) => !ID.test(id));
  if (wrong !== undefined) {
    throw new UsageError(
      `${JSON.stringify(wrong.slice(0, 80))} is no id of a statement: 64 hexadecimal digits in lower case.`,
    );
  }
  if (ids.length === 0) {
    throw new UsageError('Name the statements whose terms you accept, or a table of them with --offers.');
  }
  return ids;
}

async function columnOf(io: CommandIo, path: string): Promise<string[]> {
  // Loaded only now: whoever names statements one by one has no use for DuckDB.
  const { findTables } = await import('../../tables/find-tables.js');
  const ids: string[] = [];
  for (const table of await findTables(resolve(io.cwd, path))) {
    const source = await table.open();
    try {
      if (!source.columns.includes('statement')) {
        throw new UsageError(
          `--offers ${path} has no column "statement". Give what "assent check --conditional" wrote.`,
        );
      }
      for await (const batch of source.batches(['statement'])) {
        for (const [cell] of batch) ids.push(typeof cell === 'string' ? cell : '');
      }
    } finally {
      await source.close();
    }
  }
  return ids;
}
