import { isHidden } from '../catalogue/entries/is-hidden.js';
import type { Registry } from '../registry.js';
import { asksForHidden, KnnRefused, MOST_DESCRIBED } from './knn-request.js';
import { idOf, rowColumns } from './row-columns.js';
import { indexNamed } from './searched-index.js';

export interface DescribedRow {
  readonly id: number | string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const LARGEST_ORDINAL = 2n ** 63n - 1n;

/**
 * Rows of one dataset by their running numbers, in the form of clip-retrieval's `/metadata`, in the order asked. Rows that are
 * not there, or are hidden and not asked for as `/knn-service` asks for them, are left out.
 * @throws KnnRefused
 */
export async function describeRows(registry: Registry, body: unknown): Promise<DescribedRow[]> {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const { ids, indice_name: index } = fields;
  if (!Array.isArray(ids) || ids.length > MOST_DESCRIBED) {
    throw new KnnRefused(400, `"ids" is a list of at most ${MOST_DESCRIBED} numbers.`);
  }
  if (index !== null && index !== undefined && typeof index !== 'string') {
    throw new KnnRefused(400, '"indice_name" is one of the names that /indices-list gives, or null.');
  }
  const ordinals = ids.map(readOrdinal);
  if (ordinals.length === 0) return [];
  const { dataset } = await indexNamed(registry, index ?? undefined);
  const entries = await registry.store.entries.byOrdinals(dataset.id, ordinals);
  const byOrdinal = new Map(entries.map((entry) => [entry.ordinal, entry]));
  return ordinals.flatMap((ordinal) => {
    const entry = byOrdinal.get(ordinal);
    return entry && (asksForHidden(fields) || !isHidden(entry))
      ? [{ id: idOf(entry), metadata: rowColumns(entry) }]
      : [];
  });
}

/** A number, or digits where a number could not hold it. */
function readOrdinal(id: unknown): bigint {
  const isOrdinal =
    (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) ||
    (typeof id === 'string' && /^\d{1,19}$/.test(id));
  const ordinal = isOrdinal ? BigInt(id) : undefined;
  if (ordinal === undefined || ordinal > LARGEST_ORDINAL)
    throw new KnnRefused(400, '"ids" holds what is no number of a row.');
  return ordinal;
}
