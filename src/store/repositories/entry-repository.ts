import {
  type Dataset,
  type CoveredEntries,
  type CoveredLimits,
  type Entry,
  type EntryKey,
  type EntryPage,
  type EntrySearch,
  type EntryStore,
  type Facets,
  type FoundBy,
  type NamedPlace,
  type NewEntry,
  NoSuchDataset,
  type OrdinalRange,
  type PictureCount,
} from '../../app/ports/catalogue.js';
import type { PageRequest } from '../../app/ports/page.js';
import { type Cell, copyBinary } from '../copy-binary.js';
import { ENTRY_COLUMNS, ENTRY_TYPES, entryCells, entryOf, type EntrySqlRow } from '../entry-columns.js';
import { ADDRESS_KEY, addressesFrom, countCovered, coveredByDataset, exactAddress } from '../entry-places.js';
import { notHeld } from '../held-rows.js';
import { ordinalRanges } from '../ordinal-ranges.js';
import { partitionOf } from '../partitions.js';
import { authorsLike } from '../search/authors-like.js';
import { countFacets } from '../search/count-facets.js';
import { countPictures } from '../search/count-pictures.js';
import { datasetFacets } from '../search/dataset-facets.js';
import { searchEntries } from '../search/search-entries.js';
import type { StoreSession } from '../store-session.js';
import { countEmbeddings } from './embedding-repository.js';
import { countFingerprints } from './fingerprint-repository.js';

const COLUMNS = ENTRY_COLUMNS.join(', ');

// While it is locked no other batch can add between the question what is new and the answer.
const LOCK_DATASET = 'SELECT next_ordinal FROM datasets WHERE id = $1 FOR UPDATE';

export class EntryRepository implements EntryStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async addBatch(
    datasetId: number,
    batch: readonly NewEntry[],
  ): Promise<{ added: number; ordinals: OrdinalRange }> {
    return this.#session.transaction(async (session) => {
      const [dataset] = await session.query<{ next_ordinal: string }>(LOCK_DATASET, [datasetId]);
      if (!dataset) throw new NoSuchDataset();
      const from = BigInt(dataset.next_ordinal);
      const fresh = batch.length === 0 ? [] : await notHeld(session, 'entries', datasetId, batch);
      const to = from + BigInt(fresh.length);
      if (fresh.length > 0) {
        await session.copyIn(
          `${partitionOf('entries', datasetId)} (dataset_id, ordinal, ${COLUMNS})`,
          'binary',
          copyBinary(['int4', 'int8', ...ENTRY_TYPES], numbered(fresh, datasetId, from)),
        );
        await session.execute(
          'UPDATE datasets SET rows_held = rows_held + $2, next_ordinal = $3 WHERE id = $1',
          [datasetId, fresh.length, to.toString()],
        );
      }
      return { added: fresh.length, ordinals: { from, to } };
    });
  }

  async takeBack(datasetId: number, ordinals: readonly OrdinalRange[]): Promise<number> {
    return this.#session.transaction(async (session) => {
      const [dataset] = await session.query(LOCK_DATASET, [datasetId]);
      if (!dataset) throw new NoSuchDataset();
      const ranges = String(ordinalRanges.to(ordinals));
      const entries = partitionOf('entries', datasetId);
      for (const table of ['embeddings', 'fingerprints', 'fingerprint_regions'] as const) {
        await session.execute(
          `DELETE FROM ${partitionOf(table, datasetId)} AS held USING ${entries} AS entries
            WHERE entries.ordinal <@ $1::int8multirange
              AND held.url_key = entries.url_key AND held.row_id = entries.row_id`,
          [ranges],
        );
      }
      await countEmbeddings(session, datasetId);
      await countFingerprints(session, datasetId);
      const taken = await session.execute(`DELETE FROM ${entries} WHERE ordinal <@ $1::int8multirange`, [
        ranges,
      ]);
      await session.execute('UPDATE datasets SET rows_held = rows_held - $2 WHERE id = $1', [
        datasetId,
        taken,
      ]);
      return taken;
    });
  }

  async removeAddress(canonical: string): Promise<number> {
    const there = exactAddress(canonical, 1);
    return this.#session.transaction(async (session) => {
      const rows = await session.query<{ dataset_id: number; ordinals: string[] }>(
        `SELECT dataset_id, array_agg(ordinal)::text[] AS ordinals FROM entries WHERE ${there.sql}
          GROUP BY dataset_id ORDER BY dataset_id`,
        there.values,
      );
      let taken = 0;
      for (const { dataset_id: datasetId, ordinals } of rows) {
        const each = ordinals.map(BigInt).map((from) => ({ from, to: from + 1n }));
        taken += await new EntryRepository(session).takeBack(datasetId, each);
      }
      return taken;
    });
  }

  search(search: EntrySearch, page: PageRequest): Promise<EntryPage> {
    return searchEntries(this.#session, search, page);
  }

  facets(search: EntrySearch, foundBy: FoundBy, datasetIds: readonly number[]): Promise<Facets> {
    return countFacets(this.#session, search, foundBy, datasetIds);
  }

  countPictures(
    search: EntrySearch,
    foundBy: FoundBy,
    datasetIds: readonly number[],
  ): Promise<PictureCount[]> {
    return countPictures(this.#session, search, foundBy, datasetIds);
  }

  datasetFacets(dataset: Dataset): Promise<Facets> {
    return datasetFacets(this.#session, dataset);
  }

  authorsLike(text: string, most: number): Promise<string[]> {
    return authorsLike(this.#session, text, most);
  }

  async byRowId(datasetId: number, rowId: Uint8Array): Promise<Entry | undefined> {
    const [row] = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${COLUMNS} FROM entries WHERE dataset_id = $1 AND row_id = $2
       ORDER BY ordinal LIMIT 1`,
      [datasetId, rowId],
    );
    return row && entryOf(row);
  }

  async byNames(names: readonly Pick<EntryKey, 'datasetId' | 'rowId'>[]): Promise<(Entry | undefined)[]> {
    const rows = await this.#session.query<EntrySqlRow & { place: number }>(
      `SELECT asked.place::integer AS place, held.*
         FROM unnest($1::integer[], $2::bytea[]) WITH ORDINALITY AS asked (dataset_id, row_id, place)
        CROSS JOIN LATERAL (
          SELECT dataset_id, ordinal, ${COLUMNS} FROM entries
           WHERE dataset_id = asked.dataset_id AND row_id = asked.row_id ORDER BY ordinal LIMIT 1
        ) AS held`,
      [names.map(({ datasetId }) => datasetId), names.map(({ rowId }) => Buffer.from(rowId))],
    );
    const byPlace = new Map(rows.map((row) => [row.place, entryOf(row)]));
    return names.map((_, at) => byPlace.get(at + 1));
  }

  async byOrdinals(datasetId: number, ordinals: readonly bigint[]): Promise<Entry[]> {
    const rows = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${COLUMNS} FROM entries
        WHERE dataset_id = $1 AND ordinal = ANY ($2::bigint[])`,
      [datasetId, ordinals.map(String)],
    );
    return rows.map(entryOf);
  }

  async atAddress(canonical: string, limit: number): Promise<Entry[]> {
    const there = exactAddress(canonical, 1);
    const rows = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${COLUMNS} FROM entries WHERE ${there.sql} LIMIT ${limit}`,
      there.values,
    );
    return rows.map(entryOf);
  }

  async withAddressPrefix(prefix: string, limit: number): Promise<Entry[]> {
    const begins = addressesFrom(prefix, 1);
    const rows = await this.#session.query<EntrySqlRow>(
      `SELECT dataset_id, ordinal, ${COLUMNS} FROM entries WHERE ${begins.sql} ORDER BY ${ADDRESS_KEY} LIMIT ${limit}`,
      begins.values,
    );
    return rows.map(entryOf);
  }

  countCovered(places: readonly NamedPlace[], limit: number): Promise<number[]> {
    return countCovered(this.#session, places, limit);
  }

  coveredByDataset(places: readonly NamedPlace[], limits: CoveredLimits): Promise<CoveredEntries[]> {
    return coveredByDataset(this.#session, places, limits);
  }
}

function* numbered(entries: readonly NewEntry[], datasetId: number, from: bigint): Generator<Cell[]> {
  let ordinal = from;
  for (const entry of entries) {
    yield [datasetId, ordinal, ...entryCells(entry)];
    ordinal += 1n;
  }
}
