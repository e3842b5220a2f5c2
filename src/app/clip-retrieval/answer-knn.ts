import { nearestEntries } from '../catalogue/meaning/nearest-entries.js';
import { isScreened, isScreenedAddress } from '../catalogue/safety/is-screened.js';
import { DAMAGED_PICTURE } from '../ports/pictures.js';
import type { ScreenedPlace } from '../ports/screening.js';
import { MeaningUnavailable } from '../ports/embedder.js';
import type { EmbeddingModel } from '../ports/embeddings.js';
import type { Registry } from '../registry.js';
import { KnnRefused, type KnnRequest } from './knn-request.js';
import { withoutDuplicates } from './without-duplicates.js';
import { idOf, rowColumns } from './row-columns.js';
import { indexNamed } from './searched-index.js';

export type KnnResult = Readonly<Record<string, unknown>> & {
  readonly id: number | string;
  readonly similarity: number;
};

const MOST_PICTURE_BYTES = 10_000_000;
const LONGEST_FETCH_MS = 8_000;

/**
 * The nearest rows of one dataset in the form of clip-retrieval's `/knn-service`: the first carry their columns, the rest are
 * numbers to ask `/metadata` about. Rows that their dataset calls unsafe are among them only where the client
 * switches its safety model off.
 * @throws KnnRefused
 */
export async function answerKnn(registry: Registry, request: KnnRequest): Promise<KnnResult[]> {
  const { dataset, models } = await indexNamed(registry, request.index);
  const { model, vector } = await startOf(registry, request, models);
  const { matches } = await nearestEntries(registry, {
    model,
    vector,
    datasets: [dataset],
    showsHidden: request.showsHidden,
    limit: request.listed,
  });
  const kept = request.deduplicates ? withoutDuplicates(matches) : matches;
  return kept.map(({ entry, similarity }, at) => ({
    id: idOf(entry),
    similarity,
    ...(at < request.described ? rowColumns(entry) : {}),
  }));
}

async function startOf(
  registry: Registry,
  { start }: KnnRequest,
  models: readonly EmbeddingModel[],
): Promise<{ model: EmbeddingModel; vector: Float32Array }> {
  if (start.kind === 'vector') {
    const model = models.find(({ dimensions }) => dimensions === start.numbers.length);
    if (model && start.numbers.some((value) => value !== 0)) return { model, vector: unit(start.numbers) };
    const lengths = models.map(({ dimensions }) => dimensions).join(' or ');
    throw new KnnRefused(
      400,
      `"embedding_input" has ${lengths} numbers in this index, not all of them zero.`,
    );
  }
  try {
    const embedder = await registry.meaning.embedder();
    const model = models.find(
      ({ name, revision }) => name === embedder.name && revision === embedder.revision,
    );
    if (!model) {
      throw new KnnRefused(
        422,
        `No row of this index has a vector of ${embedder.name}, revision ${embedder.revision}.`,
      );
    }
    const [vector] =
      start.kind === 'text'
        ? await embedder.texts([start.text])
        : await embedder.pictures([await readPicture(registry, start)]);
    if (vector?.length !== model.dimensions) {
      throw new KnnRefused(
        422,
        'The model at work makes vectors of another length than those of this index.',
      );
    }
    return { model, vector };
  } catch (error) {
    throw error instanceof MeaningUnavailable ? new KnnRefused(503, error.message) : error;
  }
}

/** Half floats end at 65,504: numbers of any size are brought to where they are fine. */
function unit(numbers: readonly number[]): Float32Array {
  const largest = Math.max(...numbers.map(Math.abs));
  const scaled = numbers.map((value) => value / largest);
  const length = Math.hypot(...scaled);
  return Float32Array.from(scaled, (value) => value / length);
}

/** A picture that the client sends, or one whose address it names: that is asked as a stranger's address always is. */
async function readPicture(
  registry: Registry,
  start:
    { readonly kind: 'image'; readonly base64: string } | { readonly kind: 'address'; readonly url: string },
) {
  const place: ScreenedPlace =
    start.kind === 'image' ? { kind: 'upload' } : { kind: 'fetch', url: start.url };
  try {
    if (place.kind === 'fetch' && (await isScreenedAddress(registry, place)))
      throw new KnnRefused(400, DAMAGED_PICTURE);
    const read = await registry.pictures.reader.read(
      start.kind === 'image' ? fromBase64(start.base64) : await fetchPicture(registry, start.url),
    );
    if (await isScreened(registry, read, place)) throw new KnnRefused(400, DAMAGED_PICTURE);
    return read;
  } catch (error) {
    if (error instanceof KnnRefused) throw error;
    throw new KnnRefused(400, error instanceof Error ? error.message : 'The picture cannot be read.');
  }
}

async function fetchPicture({ outgoing, pictures }: Registry, url: string): Promise<Uint8Array> {
  if (!pictures.mayFetch) throw new KnnRefused(400, 'No pictures are fetched here. Send the picture itself.');
  const answer = await outgoing.get(url, { maxBytes: MOST_PICTURE_BYTES, timeoutMs: LONGEST_FETCH_MS });
  if (answer.status !== 200) throw new KnnRefused(400, `The address answered with status ${answer.status}.`);
  return answer.body;
}

/** Base64 with or without the `data:` that browsers put before it. */
function fromBase64(text: string): Uint8Array {
  const [, digits = text] = /^data:[^,]*;base64,(.*)$/s.exec(text) ?? [];
  // Clients differ in padding and line breaks, which say nothing about the picture.
  const bytes = Buffer.from(digits, 'base64');
  if (bytes.length === 0) throw new KnnRefused(400, '"image" is not base64.');
  return bytes;
}
