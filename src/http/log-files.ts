import { type Response, Router } from 'express';
import { readLogFile } from '../app/log/log-files.js';
import type { Registry } from '../app/registry.js';

const YEAR_SECONDS = 31_536_000;

/**
 * `/log/…`: the log as files, after C2SP tlog-tiles, for verifiers and mirrors. What a tile holds never changes, so it may
 * be kept for ever; the checkpoint is asked for each time.
 */
export function logFileRoutes(registry: Registry): Router {
  const router = Router();
  router.get(/^\/log\/(.+)$/, async (request, response) => {
    const path = request.params['0'] ?? '';
    const bytes = await readLogFile(registry.store, path, registry.log.shown);
    if (bytes === undefined) sendNothing(response);
    else send(response, path, bytes);
  });
  return router;
}

function send(response: Response, path: string, bytes: Uint8Array): void {
  const isCheckpoint = path === 'checkpoint';
  response.set({
    'Content-Type': isCheckpoint ? 'text/plain; charset=utf-8' : 'application/octet-stream',
    'Cache-Control': isCheckpoint ? 'no-cache' : `public, max-age=${YEAR_SECONDS}, immutable`,
    'Access-Control-Allow-Origin': '*',
  });
  response.send(Buffer.from(bytes));
}

/** What is not there today may be tomorrow. Never a page instead, which a mirror would keep for a file. */
function sendNothing(response: Response): void {
  response.set({ 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' });
  response.status(404).type('text/plain');
  response.send('The log has no such file, or not yet. Its size is in /log/checkpoint.\n');
}
