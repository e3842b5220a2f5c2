import type { Work } from '../ports/works.js';
import type { Registry } from '../registry.js';
import { findMatches } from './find-matches.js';
import type { FoundMatch } from './found-match.js';
import { recordMatches } from './record-matches.js';

/** Looks through the whole catalogue for works and puts on record where they were met. Until that is done they count as not looked for. */
export async function lookForWorks(registry: Registry, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return;
  const at = registry.clock();
  const datasets = await registry.store.datasets.all();
  const found: FoundMatch[] = [];
  for (const work of works) found.push(...(await findMatches(registry, work)));
  await recordMatches(registry, found);
  await registry.store.works.markLookedFor(
    works.map(({ id }) => id),
    at,
    datasets.filter(({ isOpen }) => isOpen).map(({ id }) => id),
  );
}
