import { type Response, Router } from 'express';
import type { Registry } from '../app/registry.js';
import { SnapshotRanges } from '../app/snapshots/snapshot-ranges.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * `/v1/snapshots/…`: the folder of the snapshots as it is, for checkers and mirrors. What is of one size never changes, so it may
 * be kept for ever; which is the newest is asked each time. Parts of a file may be asked for.
 * What stands under keys that begin alike is given too, so that one address can be looked up without telling which.
 */
export function snapshotFileRoutes(registry: Registry): Router {
  const { folder } = registry.snapshots;
  const router = Router();
  router.get('/v1/snapshots/latest.json', (_request, response) => {
    send(response, folder.path, 'latest.json', 'no-cache', NONE_YET);
  });
  router.get(/^\/v1\/snapshots\/(0|[1-9][0-9]{0,15})\/([a-z0-9][a-z0-9.-]{0,63})$/, (request, response) => {
    const path = `${request.params['0'] ?? ''}/${request.params['1'] ?? ''}`;
    send(response, folder.path, path, IMMUTABLE);
  });
  const ranges = new SnapshotRanges(registry);
  router.get(
    /^\/v1\/snapshots\/(0|[1-9][0-9]{0,15})\/range\/(-|[0-9a-f]{1,16})$/,
    async (request, response) => {
      const bytes = await ranges.read(Number(request.params['0']), request.params['1'] ?? '');
      if (bytes === undefined) {
        sendNothing(response);
        return;
      }
      response.set({ 'Content-Type': 'application/octet-stream', 'Cache-Control': IMMUTABLE });
      response.set('Access-Control-Allow-Origin', '*').send(Buffer.from(bytes));
    },
  );
  router.get(/^\/v1\/range\/(-|[0-9a-f]{1,16})$/, async (request, response) => {
    const size = (await folder.sizes()).at(-1);
    if (size === undefined) {
      sendNothing(response);
      return;
    }
    response.set({ 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' });
    response.redirect(302, `/v1/snapshots/${size}/range/${request.params['0'] ?? ''}`);
  });
  router.use(['/v1/snapshots', '/v1/range'], (_request, response) => {
    sendNothing(response);
  });
  return router;
}

const NONE_YET =
  'No snapshot of this log was made yet. A server makes one soon after its start: ask again in a minute.\n';
const NO_FILE =
  'There is no such file of a snapshot, or not any more. The newest is in /v1/snapshots/latest.json.\n';

function send(response: Response, root: string, path: string, caching: string, missing = NO_FILE): void {
  response.set({
    'Content-Type': typeOf(path),
    'Cache-Control': caching,
    'Access-Control-Allow-Origin': '*',
  });
  // Names that begin with a dot are of snapshots that are not whole yet.
  response.sendFile(path, { root, cacheControl: false, dotfiles: 'ignore' }, (error: unknown) => {
    if (error !== undefined && error !== null && !response.headersSent) sendNothing(response, missing);
  });
}

function typeOf(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  if (path.endsWith('/manifest')) return 'text/plain; charset=utf-8';
  return path.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/octet-stream';
}

/** What is not there today may be tomorrow. Never a page instead, which a mirror would keep for a file. */
function sendNothing(response: Response, told = NO_FILE): void {
  response.set({ 'Cache-Control': 'no-cache' });
  response.status(404).type('text/plain');
  response.send(told);
}
