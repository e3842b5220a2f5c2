import { Router } from 'express';
import { bytesToHex } from '@noble/hashes/utils.js';
import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { PictureMatch } from '../app/catalogue/likeness/match-picture.js';
import { type PictureSearchAnswer, searchByPicture } from '../app/catalogue/likeness/search-by-picture.js';
import type { Registry } from '../app/registry.js';
import { answerTooLarge, pictureBody, readPictureRequest, sendRefusal, spelled } from './picture-request.js';

/**
 * `POST /search/picture?dataset=<slug>&first=<number>&hidden=show` with a picture file as the body: what `searchByPicture` answers, as JSON
 * with the same words.
 */
export function pictureSearchRoutes(registry: Registry): Router {
  const router = Router();
  router.post('/search/picture', pictureBody, async (request, response) => {
    const asked = readPictureRequest(request, response);
    if (!asked) return;
    const result = await searchByPicture(registry, asked);
    if (result.ok) response.json(answerOf(result));
    else sendRefusal(response, result);
  });
  router.use('/search/picture', answerTooLarge);
  return router;
}

function answerOf({
  picture,
  matches,
  matchesHidden,
  searched,
  rowsFingerprinted,
}: PictureSearchAnswer): unknown {
  return {
    picture: {
      sha256: picture.sha256,
      ...picture.from,
      pdq: bytesToHex(picture.whole.hash),
      quality: picture.whole.quality,
      isPlain: picture.isPlain,
    },
    matches: matches.map(matchOf),
    matchesHidden,
    searched: {
      datasets: searched.datasets.map(({ slug }) => slug),
      rowsHeld: searched.rowsHeld.toString(),
      rowsFingerprinted: rowsFingerprinted.toString(),
    },
  };
}

function matchOf({ entry, dataset, kind, distance, orientation, regions }: PictureMatch): unknown {
  return {
    entry: formatEntryId(dataset.slug, entry.rowId),
    likeness: spelled(kind),
    distance: distance ?? null,
    orientation: orientation === undefined ? null : spelled(orientation),
    partsCompared: regions?.compared ?? null,
    partsAlike: regions?.agreeing ?? null,
  };
}
