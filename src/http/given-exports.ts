import { Router } from 'express';
import { exportGiven, GIVEN_COLUMNS } from '../app/snapshots/export-given.js';
import type { WriteParquet } from '../app/ports/tables.js';
import type { Registry } from '../app/registry.js';
import { USES } from '../core/consent/use.js';
import { EXPORT_ENDINGS, type ExportFormat, sendExport } from './send-export.js';

const ANSWERS = ['ALLOWED', 'CONDITIONAL'] as const;

/** `/exports/allowed.csv`, `.ndjson` and `.parquet`: what is given, or given on terms, with `q`, `use` and `answer` as on the page `/allowed`. */
export function givenExportRoutes(registry: Registry, writeParquet: WriteParquet): Router {
  const router = Router();
  router.get(new RegExp(`^/exports/allowed\\.(${EXPORT_ENDINGS})$`), async (request, response) => {
    const params = new URL(request.originalUrl, 'http://registry.invalid').searchParams;
    const [asked, wanted] = [params.get('use'), params.get('answer')];
    const use = USES.find((one) => one === asked);
    const answer = ANSWERS.find((one) => one === wanted);
    if ((asked !== null && use === undefined) || (wanted !== null && answer === undefined)) {
      response.status(400).type('text/plain');
      response.send(`"use" is one of ${USES.join(', ')}; "answer" one of ${ANSWERS.join(', ')}.\n`);
      return;
    }
    const batches = await exportGiven(registry, { words: params.get('q') ?? '', use, answer });
    const format = request.params['0'] as ExportFormat;
    await sendExport(response, { name: 'allowed', format, columns: GIVEN_COLUMNS, batches }, writeParquet);
  });
  return router;
}
