import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EXPORT_COLUMNS, type ExportedRow } from '../app/catalogue/search/export-search.js';
import { exportText } from '../app/catalogue/search/export-text.js';
import { writeParquetLater } from '../tables/write-parquet-later.js';
import { UsageError } from './usage-error.js';

/** A file that an export goes to; it is replaced only once the export is whole. */
export interface ExportTarget {
  /** Answers how many rows were written. */
  write(batches: AsyncIterable<readonly ExportedRow[]>): Promise<number>;
}

/** @throws UsageError when the name does not end in one of the formats */
export function exportTarget(path: string): ExportTarget {
  const format = extname(path).slice(1).toLowerCase();
  if (format !== 'csv' && format !== 'ndjson' && format !== 'parquet') {
    throw new UsageError('--export must end in .csv, .ndjson or .parquet.');
  }
  const unfinished = join(dirname(path), `.${randomUUID()}-${basename(path)}`);
  return {
    async write(batches) {
      const counter = { rows: 0 };
      const counted = countRows(batches, counter);
      try {
        if (format === 'parquet') await writeParquetLater(unfinished, EXPORT_COLUMNS, counted);
        else await pipeline(exportText(format, EXPORT_COLUMNS, counted), createWriteStream(unfinished));
        await rename(unfinished, path);
      } finally {
        await rm(unfinished, { force: true });
      }
      return counter.rows;
    },
  };
}

async function* countRows(
  batches: AsyncIterable<readonly ExportedRow[]>,
  counter: { rows: number },
): AsyncGenerator<readonly ExportedRow[]> {
  for await (const rows of batches) {
    counter.rows += rows.length;
    yield rows;
  }
}
