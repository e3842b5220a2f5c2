import type { TableSource } from '../app/ports/tables.js';
import { demoEntries } from './demo-catalogue.js';

const COLUMNS = [
  'url',
  'caption',
  'author',
  'width',
  'height',
  'similarity',
  'aesthetic',
  'punsafe',
  'pwatermark',
  'language',
  'license',
  'style',
] as const;

/** The demo catalogue as a table, so that it comes in by the same way as any dataset. */
export function demoTable(): TableSource {
  const entries = demoEntries();
  return {
    fileName: 'demo catalogue',
    columns: COLUMNS,
    rowCount: entries.length,
    async *batches() {
      yield await Promise.resolve(entries.map((entry) => COLUMNS.map((column) => entry[column])));
    },
  };
}
