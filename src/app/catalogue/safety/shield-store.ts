import type { Entry, EntryPage, EntrySearch, EntryStore } from '../../ports/catalogue.js';
import type { EmbeddingStore } from '../../ports/embeddings.js';
import type { PageRequest } from '../../ports/page.js';
import type { RegistryStore } from '../../ports/registry-store.js';
import { type Screened, shownEntries } from './shown-entries.js';

/**
 * The same store, whose entries nobody is shown where the operator wants that: whatever reads entries reads them here, so that no
 * page, export or command can forget to ask. Counts still count them.
 */
export function shieldStore(store: RegistryStore, screened: Omit<Screened, 'fingerprints'>): RegistryStore {
  const by = { ...screened, fingerprints: store.fingerprints };
  return {
    ...store,
    entries: shieldEntries(store.entries, by),
    embeddings: shieldEmbeddings(store.embeddings, by),
  };
}

function shieldEntries(entries: EntryStore, by: Screened): EntryStore {
  const shown = async (found: readonly Entry[]) =>
    (await shownEntries(by, found)).filter((entry) => entry !== undefined);
  return {
    addBatch: (datasetId, batch) => entries.addBatch(datasetId, batch),
    removeAddress: (canonical) => entries.removeAddress(canonical),
    takeBack: (datasetId, ordinals) => entries.takeBack(datasetId, ordinals),
    search: (search, page) => searchShown(entries, search, page, by),
    facets: (search, foundBy, datasetIds) => entries.facets(search, foundBy, datasetIds),
    countPictures: (search, foundBy, datasetIds) => entries.countPictures(search, foundBy, datasetIds),
    datasetFacets: (dataset) => entries.datasetFacets(dataset),
    authorsLike: (text, most) => entries.authorsLike(text, most),
    byRowId: async (datasetId, rowId) => {
      const [entry] = await shownEntries(by, [await entries.byRowId(datasetId, rowId)]);
      return entry;
    },
    byNames: async (names) => shownEntries(by, await entries.byNames(names)),
    byOrdinals: async (datasetId, ordinals) => shown(await entries.byOrdinals(datasetId, ordinals)),
    atAddress: async (canonical, limit) => shown(await entries.atAddress(canonical, limit)),
    withAddressPrefix: async (prefix, limit) => shown(await entries.withAddressPrefix(prefix, limit)),
    countCovered: (places, limit) => entries.countCovered(places, limit),
    coveredByDataset: (places, limits) => entries.coveredByDataset(places, limits),
  };
}

/** A page of which nothing is shown is passed over: whoever reads on goes by the cursor of a page's last row. */
async function searchShown(
  entries: EntryStore,
  search: EntrySearch,
  page: PageRequest,
  by: Screened,
): Promise<EntryPage> {
  for (let asked = page; ;) {
    const found = await entries.search(search, asked);
    const shown = await shownEntries(
      by,
      found.rows.map(({ row }) => row),
    );
    const rows = found.rows.filter((_, at) => shown[at] !== undefined);
    const after = found.rows.at(-1)?.cursor;
    if (rows.length > 0 || !found.hasNextPage || after === undefined) return { ...found, rows };
    asked = { ...asked, after };
  }
}

function shieldEmbeddings(embeddings: EmbeddingStore, by: Screened): EmbeddingStore {
  return {
    ensureModel: (model) => embeddings.ensureModel(model),
    addBatch: (datasetId, modelId, batch) => embeddings.addBatch(datasetId, modelId, batch),
    lacking: (datasetId, modelId, rows) => embeddings.lacking(datasetId, modelId, rows),
    lackingAfter: (datasetId, modelId, page) => embeddings.lackingAfter(datasetId, modelId, page),
    ofDataset: (datasetId) => embeddings.ofDataset(datasetId),
    modelNamed: (name, revision) => embeddings.modelNamed(name, revision),
    ofDatasets: (datasetIds) => embeddings.ofDatasets(datasetIds),
    ofEntry: (entry) => embeddings.ofEntry(entry),
    nearest: async (question) => {
      const found = await embeddings.nearest(question);
      const shown = await shownEntries(
        by,
        found.map(({ entry }) => entry),
      );
      return found.filter((_, at) => shown[at] !== undefined);
    },
    buildIndexes: (datasetId, leastVectors) => embeddings.buildIndexes(datasetId, leastVectors),
  };
}
