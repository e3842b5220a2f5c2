import { resolve } from 'node:path';
import type { GivenMember } from '../../app/organisations/member-row.js';
import { UsageError } from '../usage-error.js';

/** The lines of a table with a column `reference`, and of `name`, `email` and `address` (or `url`) those that it has. */
export async function* readMembers(
  source: string,
  cwd: string,
): AsyncGenerator<GivenMember & { readonly line: number }> {
  // Loaded only now: no other command has to wait for DuckDB.
  const { TableFile } = await import('../../tables/table-file.js');
  const table = await TableFile.open(resolve(cwd, source), { mayHaveSemicolons: true });
  try {
    const column = (...names: string[]) =>
      table.columns.findIndex((name) => names.includes(name.trim().toLowerCase()));
    const [reference, name] = [column('reference', 'member'), column('name')];
    const [email, address] = [column('email', 'e-mail'), column('address', 'url')];
    if (reference === -1) throw new UsageError('The table has no column named reference.');
    let line = 0;
    for await (const rows of table.batches()) {
      for (const row of rows) {
        line += 1;
        const cell = (at: number) => textOf(row[at]);
        yield {
          line,
          reference: cell(reference) ?? '',
          name: cell(name),
          email: cell(email),
          address: cell(address),
        };
      }
    }
  } finally {
    table.close();
  }
}

/** A number of a member may be read as a number. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
