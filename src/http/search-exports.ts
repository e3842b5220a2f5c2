import { Router } from 'express';
import { EXPORT_COLUMNS, type ExportedRows, exportSearch } from '../app/catalogue/search/export-search.js';
import { inputOfParams } from '../app/catalogue/search/input-of-params.js';
import type { WriteParquet } from '../app/ports/tables.js';
import type { Registry } from '../app/registry.js';
import { readSearchParams } from '../core/search/search-params.js';
import { EXPORT_ENDINGS, type ExportFormat, sendExport } from './send-export.js';

/** Rows that one export from a page may have; the command line takes more. */
export const MOST_EXPORTED = 10_000;

/** Exports that are under way at once: each reads a thousand rows at a time, for as long as its reader takes. */
const MOST_AT_ONCE = 4;

/** `/exports/search.csv`, `.ndjson` and `.parquet`, with the parameters of the search page: what it found, at most 10,000 rows. */
export function searchExportRoutes(registry: Registry, writeParquet: WriteParquet): Router {
  const router = Router();
  let underWay = 0;
  router.get(new RegExp(`^/exports/search\\.(${EXPORT_ENDINGS})$`), async (request, response) => {
    const format = request.params['0'] as ExportFormat;
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
      const found = { name: 'search', format, columns: EXPORT_COLUMNS, batches: rows.batches };
      await sendExport(response, found, writeParquet);
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
