/** A log that is read once and goes on being read: the tables of a snapshot of whatever size it has come to. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import { parseLeaf } from '../log/leaf.js';
import { type LostLeaves, lostLeaves } from '../log/lost-leaves.js';
import type { Sha256 } from '../log/sha256.js';
import { applyLeaf } from '../replay/replay.js';
import { emptyState } from '../replay/replay-state.js';
import { type BuiltTables, buildTables } from './build-tables.js';
import { notePlaceKey } from './place-keys.js';
import { openTables } from './snapshot-tables.js';
import { standingBlocks } from './standing-blocks.js';
import { type GivenYes, yesList } from './yes-list.js';

export interface DraftLeaf {
  readonly index: number;
  /** Canonical bytes. */
  readonly leaf: Uint8Array;
  readonly leafHash: Uint8Array;
}

/** By what the places that are spoken about may be told in clear. */
export interface NamedInLog {
  /** Ids of statements, leaf hashes in hexadecimal. */
  readonly statements: readonly string[];
  readonly claims: readonly string[];
}

export interface DraftTask {
  readonly root: Uint8Array;
  /** Canonical expressions of places, as far as they are known in clear. */
  readonly expressions: readonly string[];
  /** When it is asked what is given, in milliseconds since 1970 UTC. */
  readonly at: number;
}

export interface DraftedSnapshot extends BuiltTables {
  readonly lostLeaves: readonly LostLeaves[];
  readonly yes: readonly GivenYes[];
  /** Standing offers, whose terms are kept apart. */
  readonly offers: readonly string[];
}

export class SnapshotDraft {
  readonly #sha256: Sha256;
  readonly #state = emptyState();
  readonly #keys = new Map<string, Set<bigint>>();

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  /** Leaves read. */
  get size(): number {
    return this.#state.size;
  }

  /** Throws for a leaf that this release cannot read, or that is not the next one: leaving one out could read as permission. */
  add(leaves: readonly DraftLeaf[]): void {
    for (const { index, leaf, leafHash } of leaves) {
      const read = parseLeaf(leaf);
      if (!read.ok)
        throw new Error(
          `Leaf ${index} of the log cannot be read (${read.problem.message}): update this release.`,
        );
      if (index !== this.#state.size) throw new Error(`Leaf ${this.#state.size} of the log is missing.`);
      notePlaceKey(this.#keys, read.leaf);
      applyLeaf(this.#state, { index, leafHash, leaf: read.leaf });
    }
  }

  named(): NamedInLog {
    const statements = [...this.#state.statements.values()].filter(
      ({ subject }) => subject?.kind !== 'content',
    );
    const claims = [...this.#state.claims.values()].filter(({ subject }) => subject.kind !== 'content');
    return { statements: statements.map(({ id }) => id), claims: claims.map(({ id }) => id) };
  }

  build({ root, expressions, at }: DraftTask): DraftedSnapshot {
    const sha256 = this.#sha256;
    const clear = new Map(expressions.map((text) => [bytesToHex(sha256(encodeUtf8(text))), text]));
    const expressionOf = (digest: string) => clear.get(digest);
    const blocks = [...standingBlocks(this.#state, this.size, this.#keys, sha256)];
    const built = buildTables({ blocks, expressionOf, root, sha256 });
    // Read back, so that nothing is published that could not be read.
    const opened = openTables((name) => built.files.get(name), sha256);
    if (!opened.ok) throw new Error(opened.problem.message);
    const voices = blocks.flatMap(({ block }) => [...block.places, ...block.works]);
    const offers = voices.filter(({ preference }) => preference === 'conditional').map(({ id }) => id);
    return {
      ...built,
      lostLeaves: this.#state.keys.flatMap(({ leaf }) =>
        leaf.action === 'add' && leaf.continues !== undefined ? (lostLeaves(leaf.continues) ?? []) : [],
      ),
      yes: [...yesList(opened.tables, blocks, expressionOf, at)],
      offers: [...new Set(offers)].sort(),
    };
  }
}
