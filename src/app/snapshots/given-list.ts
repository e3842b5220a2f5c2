import { decodeUtf8 } from '../../core/bytes/utf8.js';
import { foldWord } from '../../core/search/fold-word.js';
import type { GivenYes } from '../../core/snapshot/yes-list.js';
import type { Terms } from '../../core/consent/terms.js';
import type { Registry } from '../registry.js';
import { readNewestManifest } from './find-snapshot.js';
import { ownTrust } from './own-trust.js';
import { readFile } from './read-snapshot.js';
import { YES } from './snapshot-names.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

/** A line of the yes list of a snapshot (docs/snapshot-format.md), with the terms of each statement that it rests on. */
export type GivenLine = Omit<GivenYes, 'decidedBy'> & {
  readonly decidedBy: readonly (GivenYes['decidedBy'][number] & { readonly terms?: Terms })[];
};

/** What is given, or given on terms, as of one size of the log. It is a list to choose from; whether a row may be used is for a check to say. */
export interface GivenList {
  readonly logSize: number;
  readonly loggedAt: Date;
  readonly lines: readonly SearchableLine[];
}

/** With the words that it is found by. */
export interface SearchableLine {
  readonly line: GivenLine;
  readonly text: string;
}

/** What the last was read of: a snapshot never changes. */
const held = new WeakMap<Registry['snapshots'], { readonly digest: string; readonly list: GivenList }>();

/**
 * The yes list of the registry's newest snapshot; undefined before the first was made. Throws `LogReadOnly` when leaves may be
 * missing: a no may be among them.
 */
export async function givenList(registry: Registry): Promise<GivenList | undefined> {
  registry.log.assertWhole();
  const { snapshots, sha256 } = registry;
  const trust = await ownTrust(registry);
  try {
    const { manifest, digest } = await readNewestManifest(snapshots.folder, trust);
    const known = held.get(snapshots);
    if (known?.digest === digest) return known.list;
    const text = decodeUtf8(await readFile(snapshots.folder, manifest, YES, { sha256 })) ?? '';
    const lines = text
      .split('\n')
      .flatMap((one) => (one === '' ? [] : [searchable(JSON.parse(one) as GivenLine)]));
    const list = { logSize: manifest.size, loggedAt: new Date(manifest.loggedAt), lines };
    held.set(snapshots, { digest, list });
    return list;
  } catch (error) {
    if (error instanceof SnapshotUnusable && error.code === 'missing') return undefined;
    throw error;
  }
}

function searchable(line: GivenLine): SearchableLine {
  const { subject, decidedBy } = line;
  const place = subject.kind === 'content' ? subject.value : subject.address;
  const terms = decidedBy.flatMap((reason) => Object.values(reason.terms ?? {}) as string[]);
  return { line, text: foldWord([place, ...terms].join(' ')) };
}
