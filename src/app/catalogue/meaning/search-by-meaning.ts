import { parseSubject } from '../../../core/url/parse-subject.js';
import type { Dataset } from '../../ports/catalogue.js';
import type { EmbeddingModel } from '../../ports/embeddings.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { findEntry } from '../entries/find-entry.js';
import { type MeaningStart, meaningStart, meaningUnavailable } from './nearest-by-meaning.js';
import { type NearestAnswer, nearestEntries } from './nearest-entries.js';

export interface MeaningInput {
  /** What the picture shows, in words. */
  readonly words?: string | undefined;
  /** Id of an entry; finds what is like it, itself first. */
  readonly entry?: string | undefined;
  /** Slug of the one dataset to look in. */
  readonly dataset?: string | undefined;
  /** A host and everything below it. */
  readonly host?: string | undefined;
  readonly showsHidden?: boolean | undefined;
}

export type MeaningRefusal = Refusal<'INVALID_SEARCH' | 'NOT_FOUND' | 'MEANING_UNAVAILABLE'>;

const LONGEST_WORDS = 1_000;

/** Looks for entries whose pictures mean what is asked for, by the vectors that a model made of both. */
export async function searchByMeaning(
  registry: Registry,
  input: MeaningInput,
  limit: number,
): Promise<(NearestAnswer & { readonly ok: true }) | MeaningRefusal> {
  const open = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const datasets = input.dataset === undefined ? open : open.filter(({ slug }) => slug === input.dataset);
  if (datasets.length === 0 && input.dataset !== undefined) {
    return refuse(
      'INVALID_SEARCH',
      'There is no such dataset here.',
      'Choose one from the list of datasets.',
    );
  }
  const host = input.host === undefined ? undefined : parseSubject('domain', input.host);
  if (host && !host.ok) {
    return refuse('INVALID_SEARCH', 'This is not a host name.', 'Write it like example.com.');
  }
  const start = await startOf(registry, input, open);
  if ('ok' in start) return start;
  const answer = await nearestEntries(registry, {
    ...start,
    datasets,
    host: host?.expression,
    showsHidden: input.showsHidden ?? false,
    limit,
  });
  return { ok: true, ...answer };
}

async function startOf(
  registry: Registry,
  { words = '', entry }: MeaningInput,
  open: readonly Dataset[],
): Promise<MeaningStart | MeaningRefusal> {
  const asked = words.trim();
  if ((asked === '') === (entry === undefined)) {
    return refuse(
      'INVALID_SEARCH',
      'A search by meaning begins with words or with an entry.',
      'Give one of them.',
    );
  }
  if (entry !== undefined) return startFromEntry(registry, entry, open);
  if (asked.length > LONGEST_WORDS) {
    return refuse('INVALID_SEARCH', 'The search is too long.', `Use at most ${LONGEST_WORDS} characters.`);
  }
  return meaningStart(registry, { words: asked }, open);
}

async function startFromEntry(
  registry: Registry,
  id: string,
  open: readonly Dataset[],
): Promise<MeaningStart | MeaningRefusal> {
  const found = await findEntry(registry, id);
  if (!found?.dataset.isOpen) {
    return refuse('NOT_FOUND', 'There is no such entry.', 'Take the id of an entry from a search.');
  }
  const own = await registry.store.embeddings.ofEntry(found.entry);
  const held = await registry.store.embeddings.ofDatasets(open.map((dataset) => dataset.id));
  const { vectors } = await registry.meaning.status();
  const isConfigured = ({ name, revision }: EmbeddingModel) =>
    name === vectors?.name && revision === vectors.revision;
  const [best] = held
    .map(({ model }) => model)
    .sort((one, other) => Number(isConfigured(other)) - Number(isConfigured(one)))
    .flatMap((model) => own.filter((vector) => vector.model.id === model.id));
  return (
    best ??
    meaningUnavailable(
      'This entry has no vector yet, so nothing can be compared with it.',
      'Search by words or by likeness; the operator makes vectors by "assent fingerprint", or loads those of clip-retrieval.',
    )
  );
}
