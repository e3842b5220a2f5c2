import type { UnmetRows } from '../ports/unmet-rows.js';
import type { Registry } from '../registry.js';
import { lookForWorks } from './look-for-works.js';
import { meetWorks } from './meet-works.js';

/** Whoever stored it compares it at once, or was stopped before it could. */
const STOPPED_AFTER_MS = 2 * 60_000;
const MOST_BATCHES = 20;
const MOST_WORKS = 200;

/**
 * Compares what a program that was stopped has left: rows that came in while no work was looked for in them, and works that were registered and
 * not looked for. What was compared already is only found again. What fails is left for the next time, and nothing else with it.
 */
export async function meetWhatIsLeft(registry: Registry): Promise<void> {
  const { store, clock } = registry;
  const before = new Date(clock().getTime() - STOPPED_AFTER_MS);
  const failures: unknown[] = [];
  for (const rows of await store.unmetRows.leftBefore(before, MOST_BATCHES)) {
    await meetRows(registry, rows).catch((error: unknown) => failures.push(error));
  }
  for (const work of await store.works.notLookedFor(before, MOST_WORKS)) {
    await lookForWorks(registry, [work]).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function meetRows(registry: Registry, { id, datasetId, added, lookedAt }: UnmetRows): Promise<void> {
  const { entries, fingerprints, unmetRows } = registry.store;
  const ordinals = added.flatMap(({ from, to }) =>
    Array.from({ length: Number(to - from) }, (_, at) => from + BigInt(at)),
  );
  const fresh = await entries.byOrdinals(datasetId, ordinals);
  const seen = await entries.byNames(lookedAt.map((rowId) => ({ datasetId, rowId })));
  const rows = [...fresh, ...seen.flatMap((entry) => entry ?? [])];
  const [looks, regions] = [await fingerprints.ofEntries(rows), await fingerprints.regionsOf(rows)];
  const named = rows.flatMap(({ urlKey, rowId }, at) => {
    const look = looks[at];
    if (look === undefined) return [];
    const picture = look.picture && { ...look.picture, regions: regions[at] ?? [] };
    return [{ ...look, urlKey, rowId, picture }];
  });
  await meetWorks(registry, { datasetId, entries: rows, looks: named });
  await unmetRows.remove(id);
}
