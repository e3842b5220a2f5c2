import type { LoadTarget } from '../app/ports/load-target.js';
import { TableUnknown } from '../app/ports/load-target.js';
import { bindStores } from './bind-stores.js';
import { readReferences, readTables } from './copied-tables.js';
import { type Cell, type CellType, copyBinary } from './copy-binary.js';
import { LoadedDatasets } from './loaded-datasets.js';
import { quoteName } from './quote-name.js';
import { toSignedKey } from './row-values.js';
import { shiftNumbers } from './shift-numbers.js';
import type { StoreSession } from './store-session.js';

/** See `LoadTarget`. The session is that of a transaction. */
export async function loadTarget(session: StoreSession): Promise<LoadTarget> {
  const tables = await readTables(session);
  const references = await readReferences(session);
  const placed = new Set(
    references
      .filter(({ to }) => to === 'log_entries')
      .flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  );
  const datasets = new LoadedDatasets(session);

  function copyCells(
    target: string,
    types: readonly CellType[],
    rows: readonly (readonly Cell[])[],
  ): Promise<void> {
    return session.copyIn(target, 'binary', copyBinary(types, rows));
  }

  return {
    stores: bindStores(session),
    async occupied() {
      const found: string[] = [];
      for (const name of session.tableNames().filter((table) => tables.has(table))) {
        const [row] = await session.query(`SELECT FROM ${quoteName(name)} LIMIT 1`);
        if (row !== undefined) found.push(name);
      }
      return found.sort();
    },
    expect({ name, columns }) {
      const known = tables.get(name);
      const unknown = columns.find((column) => known?.columns.includes(column) !== true);
      if (known === undefined) return Promise.reject(new TableUnknown(name));
      return unknown === undefined ? Promise.resolve() : Promise.reject(new TableUnknown(name, unknown));
    },
    async leaves(leaves) {
      await copyCells(
        'log_entries (index, leaf_hash, kind, leaf, logged_at)',
        ['int8', 'bytea', 'text', 'bytea', 'timestamptz'],
        leaves.map(({ index, hash, kind, leaf, loggedAt }) => [BigInt(index), hash, kind, leaf, loggedAt]),
      );
      await copyCells(
        'log_references (key, index)',
        ['int8', 'int8'],
        leaves.flatMap(({ index, keys }) => keys.map((key) => [toSignedKey(key), BigInt(index)])),
      );
    },
    async rows(table, text, shift) {
      const places = table.columns.flatMap((column, place) =>
        placed.has(`${table.name}.${column}`) ? [place] : [],
      );
      const shifted = shift === 0 || places.length === 0 ? text : shiftNumbers(text, places, shift);
      const columns = table.columns.map(quoteName).join(', ');
      await session.copyIn(`${quoteName(datasets.tableFor(table, text))} (${columns})`, 'text', [shifted]);
      if (table.name === 'datasets') await datasets.make();
    },
    finish: () => datasets.open(),
  };
}
