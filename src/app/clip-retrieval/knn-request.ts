/** What a client of clip-retrieval's back end asks (its `/knn-service`), read and held to this registry's limits. */
export interface KnnRequest {
  /** What the search starts from; of several the first in this order. */
  readonly start:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'image'; readonly base64: string }
    | { readonly kind: 'address'; readonly url: string }
    | { readonly kind: 'vector'; readonly numbers: readonly number[] };
  /** How many results carry their columns. */
  readonly described: number;
  /** How many results are answered at all. */
  readonly listed: number;
  /** Slug of a dataset; undefined: the first there is. */
  readonly index: string | undefined;
  readonly deduplicates: boolean;
  /** Whether rows that their dataset calls unsafe are among the results. */
  readonly showsHidden: boolean;
}

/** The request cannot be answered; the message goes to the client. */
export class KnnRefused extends Error {
  override readonly name = 'KnnRefused';

  constructor(
    readonly status: 400 | 404 | 422 | 503,
    message: string,
  ) {
    super(message);
  }
}

/** clip-retrieval's web front end asks for 3,000 ids at once, and for columns 40 at a time. */
export const MOST_LISTED = 3_000;
export const MOST_DESCRIBED = 500;
const LONGEST_TEXT = 1_000;

/**
 * Reads a request as clip-retrieval's own back end does: fields that are null or empty are absent.
 * @throws KnnRefused
 */
export function readKnnRequest(body: unknown): KnnRequest {
  if (typeof body !== 'object' || body === null) throw new KnnRefused(400, 'Send a JSON object.');
  const fields = body as Readonly<Record<string, unknown>>;
  if (fields['modality'] !== 'image') {
    throw new KnnRefused(400, 'Only vectors of pictures are held here: "modality" is "image".');
  }
  const described = readCount(fields, 'num_images', undefined);
  const listed = readCount(fields, 'num_result_ids', described);
  const index = fields['indice_name'];
  if (index !== null && index !== undefined && typeof index !== 'string') {
    throw new KnnRefused(400, '"indice_name" is one of the names that /indices-list gives, or null.');
  }
  return {
    start: readStart(fields),
    described: Math.min(described, MOST_DESCRIBED),
    listed: Math.min(Math.max(described, listed), MOST_LISTED),
    index: index ?? undefined,
    deduplicates: fields['deduplicate'] === true,
    showsHidden: asksForHidden(fields),
  };
}

/** clip-retrieval's switch, `use_safety_model`. Only an explicit false shows what is hidden: an absent one does in the original. */
export function asksForHidden(fields: Readonly<Record<string, unknown>>): boolean {
  return fields['use_safety_model'] === false;
}

function readCount(
  fields: Readonly<Record<string, unknown>>,
  name: string,
  otherwise: number | undefined,
): number {
  const value = fields[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new KnnRefused(400, `"${name}" is a whole number.`);
  }
  return value;
}

function readStart(fields: Readonly<Record<string, unknown>>): KnnRequest['start'] {
  const { text, image, image_url: url, embedding_input: numbers } = fields;
  if (typeof text === 'string' && text.trim() !== '') {
    if (text.length > LONGEST_TEXT)
      throw new KnnRefused(400, `"text" has at most ${LONGEST_TEXT} characters.`);
    return { kind: 'text', text };
  }
  if (typeof image === 'string' && image !== '') return { kind: 'image', base64: image };
  if (typeof url === 'string' && url !== '') return { kind: 'address', url };
  if (Array.isArray(numbers)) {
    if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) {
      throw new KnnRefused(400, '"embedding_input" is a list of numbers.');
    }
    return { kind: 'vector', numbers: numbers as number[] };
  }
  throw new KnnRefused(400, 'Give "text", "image", "image_url" or "embedding_input".');
}
