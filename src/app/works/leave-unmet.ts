import type { OrdinalRange } from '../ports/catalogue.js';
import type { NewPictureLook } from '../ports/fingerprints.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

/** What is stored and not compared yet. */
interface Left {
  readonly datasetId: number;
  readonly added: readonly OrdinalRange[];
  readonly looks: readonly NewPictureLook[];
}

/**
 * Notes, in the transaction that stores rows, that works are yet to be looked for in them: whoever is stopped before that was done leaves it to
 * `meetWhatIsLeft`. Answers the id by which the note is taken away again.
 */
export async function leaveUnmet(
  { random, clock }: Pick<Registry, 'random' | 'clock'>,
  { unmetRows }: Pick<Stores, 'unmetRows'>,
  { datasetId, added, looks }: Left,
): Promise<string> {
  const id = random.uuid();
  const lookedAt = looks.map(({ rowId }) => rowId);
  await unmetRows.add({ id, datasetId, added, lookedAt, since: clock() });
  return id;
}
