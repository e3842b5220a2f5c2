import type { NearEntry } from '../ports/embeddings.js';
import type { Work, WorkMeaning } from '../ports/works.js';
import type { Registry } from '../registry.js';
import type { FoundMatch, Known } from './found-match.js';
import { recordMatches } from './record-matches.js';

/**
 * From which cosine on the vectors of two pictures are worth a look. Nothing rests on it: two pictures of one motif may lie as near as
 * two versions of one picture.
 */
export const LEAST_SIMILARITY = 0.9;

/** What lies further off than these is not looked at, in each search. */
const MOST_SIMILAR = 50;
const WORKS_TOGETHER = 100;
/** Addresses at which a work was found that are asked for a vector of its picture, where it has none of its own. */
const STAND_INS = 10;

/** Entries whose vectors lie near to that of a work, by whatever model made both. */
export async function similarByMeaning(registry: Registry, work: Work): Promise<Known[]> {
  const meanings = await meaningsOf(registry, work);
  if (meanings.length === 0) return [];
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const datasetIds = open.map(({ id }) => id);
  const found: Known[] = [];
  for (const meaning of meanings) {
    for (const near of await nearTo(registry, meaning, datasetIds))
      found.push({ key: near.entry, ...how(near) });
  }
  return found;
}

/** Looks in one dataset for every work that has a vector of one of its models, and suggests what is found. */
export async function meetByMeaning(registry: Registry, datasetId: number): Promise<void> {
  const { embeddings, works } = registry.store;
  for (const { model } of await embeddings.ofDataset(datasetId)) {
    const of = { model: model.name, revision: model.revision };
    let after: string | undefined;
    for (;;) {
      const some = await works.withMeaning(of, { after, limit: WORKS_TOGETHER });
      const found: FoundMatch[] = [];
      for (const { work, vector } of some) {
        for (const near of await nearTo(registry, { ...of, vector }, [datasetId])) {
          const { canonical, rowId } = near.entry;
          found.push({ workId: work.id, canonical, entry: { datasetId, rowId }, ...how(near) });
        }
      }
      await recordMatches(registry, found);
      after = some.at(-1)?.work.id;
      if (after === undefined || some.length < WORKS_TOGETHER) break;
    }
  }
}

/** What models made of a work; else what they made of the picture at an address where it was found. */
export async function meaningsOf({ store }: Registry, work: Work): Promise<WorkMeaning[]> {
  const own = await store.works.meaningsOf(work.id);
  if (own.length > 0 || work.medium !== 'image') return own;
  const standing = await store.works.standingMatches(work.id, STAND_INS);
  const named = standing
    .filter(({ kind }) => kind === 'same-file' || kind === 'same-picture')
    .flatMap(({ datasetId, rowId }) =>
      datasetId === undefined || rowId === undefined ? [] : [{ datasetId, rowId }],
    );
  for (const entry of await store.entries.byNames(named)) {
    const held = entry === undefined ? [] : await store.embeddings.ofEntry(entry);
    if (held.length > 0) {
      return held.map(({ model: { name, revision }, vector }) => ({ model: name, revision, vector }));
    }
  }
  return [];
}

async function nearTo(
  { store }: Registry,
  { model, revision, vector }: WorkMeaning,
  datasetIds: readonly number[],
): Promise<NearEntry[]> {
  const known = await store.embeddings.modelNamed(model, revision);
  if (known?.dimensions !== vector.length) return [];
  const question = { model: known, vector, datasetIds, showsHidden: true, limit: MOST_SIMILAR };
  const near = await store.embeddings.nearest(question);
  return near.filter(({ similarity }) => similarity >= LEAST_SIMILARITY);
}

function how({ similarity }: NearEntry): Pick<FoundMatch, 'kind' | 'method' | 'score'> {
  return { kind: 'similar', method: 'embedding', score: similarity };
}
