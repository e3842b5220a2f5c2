import { bytesToHex } from '@noble/hashes/utils.js';
import { KeysOfSome } from '../../core/log/keys-of-some.js';
import { leafKeys, mentionedKeys } from '../../core/log/leaf-keys.js';
import type { Leaf } from '../../core/log/leaf.js';
import type { LoggedLeaf } from '../../core/replay/logged-leaf.js';
import { applyChosenLeaf } from '../../core/replay/replay.js';
import { emptyState, type ReplayState } from '../../core/replay/replay-state.js';
import type { LogStore } from '../ports/log.js';
import { readEntry } from './read-entry.js';

/** A replay of the leaves that can matter to some questions. */
export interface LoadedReplay {
  /** It has the size that was asked for, and holds what concerns the questions. */
  readonly state: ReplayState;
  /** The keys under which anything was found at all. */
  readonly found: ReadonlySet<bigint>;
}

/**
 * Reads from the log what is kept under these keys, then what that mentions, and so on until nothing is new, and replays it:
 * the same rules as over a whole log, for the answers that depend on it. A handful of queries, however many questions.
 * Throws for a leaf that this release cannot read: leaving it out could read as permission.
 * @param size how many leaves of the log to take into account
 */
export async function loadReplay(log: LogStore, keys: Iterable<bigint>, size: number): Promise<LoadedReplay> {
  return followKeys(log, keys, mentionedKeys, size);
}

/** What is asked about places of which only some claimants matter. */
export interface SomeSpeakers {
  /** Keys of the places. */
  readonly places: Iterable<bigint>;
  /** Keys of other subjects, of which everybody matters. */
  readonly others?: Iterable<bigint>;
  /** Pseudonyms, as leaves write them; of an agent, with those from whose claims what it says draws its weight. */
  readonly claimants: Iterable<string>;
}

/**
 * The same for questions about what some claimants say, and what that is worth: what others say about the places is not read, however
 * many they are. The state answers for nobody else: a decision must not rest on it.
 */
export async function loadReplayOfSome(
  log: LogStore,
  { places, others = [], claimants }: SomeSpeakers,
  size: number,
): Promise<LoadedReplay> {
  const keys = new KeysOfSome(places);
  const first = [...keys.first(claimants), ...others];
  return followKeys(log, first, (leaf, leafId) => keys.after(leaf, leafId), size);
}

async function followKeys(
  log: LogStore,
  keys: Iterable<bigint>,
  keysAfter: (leaf: Leaf, leafId: string) => Iterable<bigint>,
  size: number,
): Promise<LoadedReplay> {
  const asked = new Set<bigint>();
  const leaves = new Map<number, LoggedLeaf>();
  const found = new Set<bigint>();
  for (let wanted = [...new Set(keys)]; wanted.length > 0;) {
    for (const key of wanted) asked.add(key);
    const fresh = (await log.about(wanted, BigInt(size))).filter(({ index }) => !leaves.has(Number(index)));
    const next = new Set<bigint>();
    for (const logged of fresh.map(readEntry)) {
      leaves.set(logged.index, logged);
      for (const key of leafKeys(logged.leaf)) found.add(key);
      for (const key of keysAfter(logged.leaf, bytesToHex(logged.leafHash))) {
        if (!asked.has(key)) next.add(key);
      }
    }
    wanted = [...next];
  }
  for (const logged of await continuations(log, size)) leaves.set(logged.index, logged);
  const state = emptyState();
  for (const logged of [...leaves.values()].sort((a, b) => a.index - b.index)) applyChosenLeaf(state, logged);
  state.size = size;
  return { state, found };
}

/** What a log says of another that it continues: whether leaves are missing matters to every question. */
async function continuations(log: LogStore, size: number): Promise<LoggedLeaf[]> {
  const keys = (await log.ofKind('key')).filter(({ index }) => index < BigInt(size)).map(readEntry);
  return keys.filter(
    ({ leaf }) => leaf.kind === 'key' && leaf.action === 'add' && leaf.continues !== undefined,
  );
}
