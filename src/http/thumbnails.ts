import { Router } from 'express';
import {
  PictureGone,
  showThumbnail,
  type ThumbnailSources,
} from '../app/catalogue/entries/show-thumbnail.js';
import { THUMBNAIL_EDGES, type Thumbnail, type ThumbnailEdge } from '../app/ports/pictures.js';
import type { Registry } from '../app/registry.js';
import type { HashList } from '../core/likeness/known-hashes.js';
import { RecentlyUsed } from './recently-used.js';

const CACHED_BYTES = 64 * 1024 * 1024;
const KEPT_SECONDS = 3_600;
/** A picture that is gone is asked for again soon: hosts come back. */
const GONE_SECONDS = 60;

/** `/thumbnails/<entry id>?edge=160|320|640`: small pictures, made here; 404 when there is none to show. */
export function thumbnailRoutes(registry: Registry, sources: ThumbnailSources): Router {
  const recent = new RecentlyUsed<Thumbnail>(CACHED_BYTES, ({ bytes }) => bytes.length);
  // What was made before the list changed may be on it now.
  let screenedBy: HashList | undefined;
  const router = Router();
  router.get('/thumbnails/:id', async (request, response) => {
    const edge = readEdge(request.query['edge']);
    if (edge === undefined) {
      response
        .status(400)
        .type('text/plain')
        .send(`edge is one of ${THUMBNAIL_EDGES.join(', ')}.\n`);
      return;
    }
    const list = await registry.screening.list();
    if (list !== screenedBy) recent.clear();
    screenedBy = list;
    const key = `${request.params.id} ${edge}`;
    try {
      const thumbnail = recent.get(key) ?? (await showThumbnail(registry, sources, request.params.id, edge));
      if (!thumbnail) {
        response.status(404).type('text/plain').send('There is no such entry.\n');
        return;
      }
      recent.put(key, thumbnail);
      response.set({
        'Content-Type': thumbnail.contentType,
        // What is hidden from now on must not be had from somebody else's cache.
        'Cache-Control': `private, max-age=${KEPT_SECONDS}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
      });
      response.send(Buffer.from(thumbnail.bytes));
    } catch (error) {
      if (!(error instanceof PictureGone)) throw error;
      if (error.isPassing) {
        response.set({ 'Cache-Control': 'no-store', 'Retry-After': '2' });
        response.status(503).type('text/plain').send('Too many pictures are being made. Try again.\n');
        return;
      }
      response.set('Cache-Control', `public, max-age=${GONE_SECONDS}`);
      response.status(404).type('text/plain').send(`${error.message}\n`);
    }
  });
  return router;
}

function readEdge(value: unknown): ThumbnailEdge | undefined {
  if (value === undefined) return 320;
  return THUMBNAIL_EDGES.find((edge) => String(edge) === value);
}
