import { EXACT_HITS, type EntrySearch, type FoundBy, type PictureCount } from '../../app/ports/catalogue.js';
import type { StoreSession } from '../store-session.js';
import { DIFFERENT_PICTURE } from './different-picture.js';
import { factorBeyond } from './factor-beyond.js';
import { Parameters } from './parameters.js';
import { SEARCH_SETTINGS } from './search-entries.js';
import { searchWay } from './search-way.js';

interface Counted {
  readonly dataset_id: number;
  readonly rows: number;
  readonly pictures: number;
  readonly last_block: number;
}

/** Counts rows of each dataset and the different pictures among them: of at most `EXACT_HITS` rows, raised to all where there are more. */
export async function countPictures(
  session: StoreSession,
  search: EntrySearch,
  foundBy: FoundBy,
  datasetIds: readonly number[],
): Promise<PictureCount[]> {
  const way = await searchWay(session, search, foundBy);
  if (!way) return [];
  const parameters = new Parameters();
  const conditions = parameters.all([...way.conditions, ...way.rechecks]);
  return session.search(SEARCH_SETTINGS, async (searching) => {
    const counted = await searching.query<Counted>(
      `
      SELECT found.dataset_id, count(*)::integer AS rows, count(DISTINCT ${DIFFERENT_PICTURE})::integer AS pictures,
             max(found.block)::integer AS last_block
        FROM unnest(${parameters.add(datasetIds)}::integer[]) AS asked (id),
             LATERAL (
               SELECT dataset_id, url_key, row_id, canonical, sha256, md5, (ctid::text::point)[0] AS block
                 FROM entries WHERE dataset_id = asked.id AND ${conditions}
                LIMIT ${EXACT_HITS + 1}
             ) AS found
        LEFT JOIN fingerprints AS looked USING (dataset_id, url_key, row_id)
       GROUP BY found.dataset_id`,
      parameters.values,
    );
    const told: PictureCount[] = [];
    // One after the other: all of them ask on one connection.
    for (const { dataset_id, rows, pictures, last_block } of counted) {
      const areEstimates = rows > EXACT_HITS;
      const factor = areEstimates ? await factorBeyond(searching, way, dataset_id, rows, last_block) : 1;
      told.push({
        datasetId: dataset_id,
        rows: Math.round(rows * factor),
        pictures: Math.round(pictures * factor),
        areEstimates,
      });
    }
    return told;
  });
}
