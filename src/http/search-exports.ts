import { type Response, Router } from 'express';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EXPORT_COLUMNS, type ExportedRows, exportSearch } from '../app/catalogue/search/export-search.js';
import { exportText } from '../app/catalogue/search/export-text.js';
import { inputOfParams } from '../app/catalogue/search/input-of-params.js';
import type { WriteParquet } from '../app/ports/tables.js';
import type { Registry } from '../app/registry.js';
import { readSearchParams } from '../core/search/search-params.js';

/** Rows that one export from a page may have; the command line takes more. */
export const MOST_EXPORTED = 10_000;

/** Exports that are under way at once: each reads a thousand rows at a time, for as long as its reader takes. */
const MOST_AT_ONCE = 4;

const TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;
type Format = keyof typeof TYPES;

/** `/exports/search.csv`, `.ndjson` and `.parquet`, with the parameters of the search page: what it found, at most 10,000 rows. */
export function searchExportRoutes(registry: Registry, writeParquet: WriteParquet): Router {
  const router = Router();
  let underWay = 0;
  router.get(/^\/exports\/search\.(csv|ndjson|parquet)$/, async (request, response) => {
    const format = request.params['0'] as Format;
    if (underWay >= MOST_AT_ONCE) {
      response.set('Retry-After', '5').status(503).type('text/plain');
      response.send('Too many exports are under way. Try again in a few seconds.\n');
      return;
    }
    underWay += 1;
    try {
      const rows = await readExport(
        registry,
        new URL(request.originalUrl, 'http://registry.invalid').searchParams,
      );
      if (typeof rows === 'string') {
        response.status(400).type('text/plain').send(`${rows}\n`);
        return;
      }
      response.set({
        'Content-Type': TYPES[format],
        'Content-Disposition': `attachment; filename="search.${format}"`,
        'Cache-Control': 'no-store',
      });
      if (format === 'parquet') await sendParquet(response, rows, writeParquet);
      else await pipeline(exportText(format, rows.batches), response);
    } catch (error) {
      // A reader who has gone away is no trouble of ours; one who is still there must not take a part for the whole.
      if (!response.destroyed && response.headersSent) response.destroy();
      else if (!response.destroyed) throw error;
    } finally {
      underWay -= 1;
    }
  });
  return router;
}

async function readExport(registry: Registry, params: URLSearchParams): Promise<ExportedRows | string> {
  const read = readSearchParams(params);
  if (!read.ok) return `The parameter ${read.param} has a value that it does not take.`;
  const { input, consent } = inputOfParams(read);
  const rows = await exportSearch(registry, input, consent, MOST_EXPORTED);
  return rows.ok ? rows : `${rows.message} ${rows.nextStep}`;
}

/** Parquet ends with what says where its columns lie: it is written whole, and sent then. */
async function sendParquet(
  response: Response,
  rows: ExportedRows,
  writeParquet: WriteParquet,
): Promise<void> {
  const path = join(tmpdir(), `assent-${randomUUID()}.parquet`);
  try {
    await writeParquet(path, EXPORT_COLUMNS, rows.batches);
    await pipeline(createReadStream(path), response);
  } finally {
    await rm(path, { force: true });
  }
}
