import { EXACT_HITS, type NamedPlace, type PictureCount } from '../../app/ports/catalogue.js';
import type { OwnedCounts, OwnedStore } from '../../app/ports/owned.js';
import { coveredBy } from '../entry-places.js';
import { DIFFERENT_PICTURE } from '../search/different-picture.js';
import { Parameters } from '../search/parameters.js';
import { SEARCH_SETTINGS } from '../search/search-entries.js';
import type { StoreSession } from '../store-session.js';

const PROVEN = `claims.state = 'active' AND claims.assurance IN ('verified', 'reviewed')`;

const HOLDERS_OF_NAME = `
  SELECT DISTINCT accounts.id FROM artist_names JOIN accounts ON accounts.id = account_id
   WHERE folded = $1 AND suspended_at IS NULL
     AND EXISTS (SELECT FROM claims WHERE claims.account_id = accounts.id AND ${PROVEN})
   ORDER BY accounts.id`;

const HOLDERS_OF_DOMAIN = `
  SELECT DISTINCT accounts.id FROM claims JOIN accounts ON accounts.id = account_id
   WHERE kind = 'domain' AND expression = $1 AND suspended_at IS NULL AND ${PROVEN}
   ORDER BY accounts.id`;

/** What one statement can name; who holds more is counted at the first of them. */
const MOST_PLACES = 200;

const PLACES = `
  SELECT kind, expression FROM claims
   WHERE account_id = ANY ($1::uuid[]) AND kind IN ('url', 'path', 'domain') AND expression IS NOT NULL AND ${PROVEN}
   ORDER BY created_at, id LIMIT ${MOST_PLACES}`;

const MATCHES = `
  SELECT entries.dataset_id, entries.url_key, entries.row_id, entries.canonical, entries.sha256, entries.md5
    FROM entries
   WHERE entries.dataset_id = asked.id
     AND (entries.url_key, entries.canonical) IN (
       SELECT work_matches.subject_key, work_matches.canonical
         FROM work_matches JOIN works ON works.id = work_id JOIN claims ON claims.id = works.claim_id
        WHERE works.account_id = ANY ($2::uuid[]) AND claims.state = 'active'
          AND work_matches.state IN ('matched', 'confirmed') AND work_matches.canonical IS NOT NULL
     )
   LIMIT ${EXACT_HITS + 1}`;

interface Counted {
  readonly dataset_id: number;
  readonly rows: number;
  readonly pictures: number;
}

export class OwnedRepository implements OwnedStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async holdersOfName(folded: string): Promise<string[]> {
    return ids(await this.#session.query<{ id: string }>(HOLDERS_OF_NAME, [folded]));
  }

  async holdersOfDomain(host: string): Promise<string[]> {
    return ids(await this.#session.query<{ id: string }>(HOLDERS_OF_DOMAIN, [host]));
  }

  async counts(accountIds: readonly string[], datasetIds: readonly number[]): Promise<OwnedCounts> {
    return this.#session.search(SEARCH_SETTINGS, async (searching) => {
      const places = await searching.query<NamedPlace>(PLACES, [accountIds]);
      return {
        claimed: places.length === 0 ? [] : await countAt(searching, places, datasetIds),
        matched: await counted(searching, MATCHES, [datasetIds, accountIds]),
      };
    });
  }
}

function countAt(
  session: StoreSession,
  places: readonly NamedPlace[],
  datasetIds: readonly number[],
): Promise<PictureCount[]> {
  const parameters = new Parameters();
  parameters.add(datasetIds);
  const conditions = places.map((place) => `(${parameters.condition((first) => coveredBy(place, first))})`);
  return counted(
    session,
    `SELECT dataset_id, url_key, row_id, canonical, sha256, md5 FROM entries
      WHERE dataset_id = asked.id AND (${conditions.join(' OR ')}) LIMIT ${EXACT_HITS + 1}`,
    parameters.values,
  );
}

/** @param rows of the dataset `asked.id`, whose ids are the first parameter */
async function counted(
  session: StoreSession,
  rows: string,
  values: readonly unknown[],
): Promise<PictureCount[]> {
  const found = await session.query<Counted>(
    `SELECT found.dataset_id, count(*)::integer AS rows, count(DISTINCT ${DIFFERENT_PICTURE})::integer AS pictures
       FROM unnest($1::integer[]) AS asked (id), LATERAL (${rows}) AS found
       LEFT JOIN fingerprints AS looked USING (dataset_id, url_key, row_id)
      GROUP BY found.dataset_id`,
    values,
  );
  return found.map(({ dataset_id: datasetId, rows: count, pictures }) => ({
    datasetId,
    rows: count,
    pictures,
    areEstimates: count > EXACT_HITS,
  }));
}

function ids(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
