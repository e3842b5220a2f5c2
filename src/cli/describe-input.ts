import type { EntryField } from '../app/catalogue/ingest/entry-columns.js';
import { mapColumns, NoUrlColumn } from '../app/catalogue/ingest/entry-columns.js';
import type { TableSource } from '../app/ports/tables.js';
import { count } from './count.js';
import { plainText } from './plain-text.js';

/**
 * Which column is taken for what, before anything is loaded.
 * @throws NoUrlColumn
 */
export function describeInput(name: string, source: TableSource): string {
  const map = mapColumns(source.columns);
  if (!map) throw new NoUrlColumn(source);
  const facts = [
    `${count(source.rowCount)} rows`,
    ...(map.layout === undefined ? [] : [`laid out as ${map.layout}`]),
    ...(source.pictures ? [`${count(source.pictures.count)} pictures`] : []),
    ...(source.vectors ? [`vectors of ${source.vectors.dimensions} numbers`] : []),
  ];
  const fields = (Object.entries(map.fields) as [EntryField, number][]).map(
    ([field, position]) => `${field} ← ${plainText(source.columns[position] ?? '')}`,
  );
  const rest = map.rest.map((column) => plainText(column.name));
  return (
    `${name}: ${[...facts, `columns: ${fields.join(', ')}`].join('; ')}.\n` +
    (rest.length === 0 ? '' : `  kept as they come: ${rest.join(', ')}\n`)
  );
}
