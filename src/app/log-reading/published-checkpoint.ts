import { withCosignatures } from '../log/log-files.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Registry } from '../registry.js';

export interface PublishedCheckpoint extends Omit<SignedCheckpoint, 'note'> {
  /** The signed note, with what witnesses signed under it. */
  readonly note: string;
}

/** The last checkpoint that was signed; undefined when none was. */
export async function latestCheckpoint({ store }: Registry): Promise<PublishedCheckpoint | undefined> {
  const latest = await store.logTree.latest();
  return latest && publish(store, latest);
}

/** The one that is shown to whoever asks for the last: it may lag a little behind, for the sake of its cosignatures. */
export async function shownCheckpoint({ store, log }: Registry): Promise<PublishedCheckpoint | undefined> {
  const shown = await log.shown();
  return shown && publish(store, shown);
}

/** The checkpoint of a tree of this size; undefined when none was signed. */
export async function checkpointOfSize(
  { store }: Registry,
  size: bigint,
): Promise<PublishedCheckpoint | undefined> {
  if (size > Number.MAX_SAFE_INTEGER) return undefined;
  const signed = await store.logTree.bySize(Number(size));
  return signed && publish(store, signed);
}

async function publish(store: Registry['store'], signed: SignedCheckpoint): Promise<PublishedCheckpoint> {
  return { ...signed, note: new TextDecoder().decode(await withCosignatures(store, signed)) };
}
