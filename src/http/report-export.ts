import { Router } from 'express';
import { reportCsv } from '../app/catalogue/reports/report-csv.js';
import { reportOn } from '../app/catalogue/reports/report-on.js';
import type { Registry } from '../app/registry.js';

/** `/exports/report.csv?subject=…&subject=…`: a report on names and places, as a table. */
export function reportExportRoute(registry: Registry): Router {
  const router = Router();
  router.get('/exports/report.csv', async (request, response) => {
    const params = new URL(request.originalUrl, 'http://registry.invalid').searchParams;
    const report = await reportOn(registry, params.getAll('subject'));
    response.set('Cache-Control', 'no-store');
    if (!report.ok) {
      response.status(400).type('text/plain').send(`${report.message} ${report.nextStep}\n`);
      return;
    }
    response.set({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="report.csv"',
    });
    response.send(reportCsv(report));
  });
  return router;
}
