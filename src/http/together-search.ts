import { Router } from 'express';
import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { FusedEntry } from '../app/catalogue/fusion/fuse-found.js';
import { searchTogether, type TogetherAnswer } from '../app/catalogue/fusion/search-together.js';
import type { Registry } from '../app/registry.js';
import { answerTooLarge, pictureBody, readPictureRequest, sendRefusal, spelled } from './picture-request.js';

/**
 * `POST /search/together?words=<words>` with a picture file as the body, and what `/search/picture` takes beside it: what `searchTogether`
 * answers, as JSON with the same words.
 */
export function togetherSearchRoutes(registry: Registry): Router {
  const router = Router();
  router.post('/search/together', pictureBody, async (request, response) => {
    const asked = readPictureRequest(request, response);
    if (!asked) return;
    const { words } = request.query;
    const result = await searchTogether(registry, {
      ...asked,
      words: typeof words === 'string' ? words : undefined,
    });
    if (result.ok) response.json(answerOf(result));
    else sendRefusal(response, result);
  });
  router.use('/search/together', answerTooLarge);
  return router;
}

function answerOf({ found, ways, looked, searched }: TogetherAnswer): unknown {
  return {
    matches: found.map(({ entry, dataset, score, reasons }) => ({
      entry: formatEntryId(dataset.slug, entry.rowId),
      score,
      reasons: reasons.map(reasonOf),
    })),
    ways: ways.map(({ way, found: brought, obstacle }) => ({
      way: spelled(way),
      found: brought,
      obstacle: obstacle?.message ?? null,
      nextStep: obstacle?.nextStep ?? null,
    })),
    looked: looked ?? null,
    searched: {
      datasets: searched.datasets.map(({ slug }) => slug),
      rowsHeld: searched.rowsHeld.toString(),
      rowsPublished: searched.rowsPublished?.toString() ?? null,
    },
  };
}

function reasonOf(reason: FusedEntry['reasons'][number]): unknown {
  const byLikeness = reason.way === 'likeness' ? reason : undefined;
  return {
    way: spelled(reason.way),
    rank: reason.rank,
    similarity: 'similarity' in reason ? reason.similarity : null,
    meaning: 'meaning' in reason ? spelled(reason.meaning) : null,
    likeness: byLikeness ? spelled(byLikeness.kind) : null,
    distance: byLikeness?.distance ?? null,
    orientation: byLikeness?.orientation === undefined ? null : spelled(byLikeness.orientation),
    partsCompared: byLikeness?.regions?.compared ?? null,
    partsAlike: byLikeness?.regions?.agreeing ?? null,
  };
}
