import { THUMBNAIL_EDGES } from '../app/ports/pictures.js';

/** Path of an entry's small picture, in the smallest size kept that is not smaller than asked, or the largest. */
export function thumbnailUrl(entryId: string, edge: number): string {
  const kept = THUMBNAIL_EDGES.find((candidate) => candidate >= edge) ?? Math.max(...THUMBNAIL_EDGES);
  return `/thumbnails/${encodeURIComponent(entryId)}?edge=${kept}`;
}
