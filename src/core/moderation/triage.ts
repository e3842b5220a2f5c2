/**
 * Puts what waits for moderators into cases and the cases into order: the most harmful first, then the longest waiting, so that nobody
 * gains a place by making more of it. Pure: the same items give the same queue.
 */
import { pairsAlike, PICTURES_ALIKE, WORDINGS_ALIKE } from './alike.js';

/**
 * What a wrong decision, or none, would do, the worst first. `illegal`: something is shown that may be shown to nobody. `confirmation`:
 * one moderator has decided, and another has to look. `yes`: a stranger's yes would count. `dispute`: two stand against each other.
 * `report`: somebody says that something is wrong. `no`: a no would weigh more. `match`: a work meets too much for a machine.
 */
export const HARMS = ['illegal', 'confirmation', 'yes', 'dispute', 'report', 'no', 'match'] as const;
export type Harm = (typeof HARMS)[number];

export interface QueuedItem {
  readonly key: string;
  readonly harm: Harm;
  /** In milliseconds since 1970. */
  readonly since: number;
  /** Whoever made it necessary, if that is anybody known. */
  readonly claimants: readonly string[];
  /** Whether any of them has proven anything. */
  readonly isProven: boolean;
  /** The place of a report without an account: reports about one place are one case. */
  readonly place: string | undefined;
  /** Whoever says yes to what it forbids, by pseudonym. */
  readonly against: readonly string[];
  /** What a proposal has in common with others that were made by one decision. */
  readonly decision: string | undefined;
  readonly links: readonly string[];
  /** ISCC Text-Codes. */
  readonly wordings: readonly Uint8Array[];
  /** PDQ hashes. */
  readonly pictures: readonly Uint8Array[];
}

/** Why items are one case. */
export const TIES = ['link', 'wording', 'picture', 'yes', 'claimant', 'place', 'decision'] as const;
export type Tie = (typeof TIES)[number];

export interface QueuedCase<Item extends QueuedItem = QueuedItem> {
  /** Key of its first item. */
  readonly id: string;
  readonly harm: Harm;
  readonly since: number;
  readonly isProven: boolean;
  /** The most harmful first, then the longest waiting. */
  readonly items: readonly Item[];
  readonly ties: readonly Tie[];
}

/** The queue. */
export function triage<Item extends QueuedItem>(items: readonly Item[]): QueuedCase<Item>[] {
  return inOrder(casesOf(items.toSorted(before)));
}

/**
 * What shares evidence, wording or a picture, or stands against one yes, is one case, so that a ring is decided at once. Whoever has proven something is not drawn
 * into what strangers hand in: they could tie an honest case to as many others as they like. What is left of one claimant is one case.
 */
function casesOf<Item extends QueuedItem>(items: readonly Item[]): QueuedCase<Item>[] {
  const groups = new Groups(items.length);
  const strangers = [...items.keys()].filter((index) => items[index]?.isProven === false);
  joinEqual(groups, strangers, 'link', (index) => items[index]?.links ?? []);
  joinAlike(groups, strangers, 'wording', (index) => items[index]?.wordings ?? []);
  joinAlike(groups, strangers, 'picture', (index) => items[index]?.pictures ?? []);
  joinEqual(groups, strangers, 'yes', (index) => items[index]?.against ?? []);
  const alone = [...items.keys()].filter((index) => groups.isAlone(index));
  joinEqual(groups, alone, 'claimant', (index) => items[index]?.claimants ?? []);
  joinEqual(groups, alone, 'place', (index) => given(items[index]?.place));
  joinEqual(groups, alone, 'decision', (index) => given(items[index]?.decision));
  return groups.all().map(({ members, ties }) => {
    const own = members.flatMap((index) => items[index] ?? []);
    const [first] = own;
    if (first === undefined) throw new Error('A case without items.');
    const { key: id, harm, since } = first;
    return { id, harm, since, isProven: own.some(({ isProven }) => isProven), items: own, ties };
  });
}

function given(mark: string | undefined): string[] {
  return mark === undefined ? [] : [mark];
}

function joinEqual(
  groups: Groups,
  among: readonly number[],
  tie: Tie,
  marksOf: (index: number) => readonly string[],
): void {
  const first = new Map<string, number>();
  for (const index of among) {
    for (const mark of marksOf(index)) {
      const other = first.get(mark);
      if (other === undefined) first.set(mark, index);
      else groups.join(other, index, tie);
    }
  }
}

function joinAlike(
  groups: Groups,
  among: readonly number[],
  tie: 'wording' | 'picture',
  hashesOf: (index: number) => readonly Uint8Array[],
): void {
  const owners = among.flatMap((index) => hashesOf(index).map((hash) => ({ index, hash })));
  const alikeness = tie === 'wording' ? WORDINGS_ALIKE : PICTURES_ALIKE;
  const hashes = owners.map(({ hash }) => hash);
  for (const [a, b] of pairsAlike(hashes, alikeness)) {
    const [one, other] = [owners[a]?.index, owners[b]?.index];
    if (one !== undefined && other !== undefined) groups.join(one, other, tie);
  }
}

function before(a: QueuedItem, b: QueuedItem): number {
  return HARMS.indexOf(a.harm) - HARMS.indexOf(b.harm) || a.since - b.since || (a.key < b.key ? -1 : 1);
}

/**
 * Within one harm every second place is for those who have proven something, as long as there are any: however many strangers come,
 * they wait for no more than their own number.
 */
function inOrder<Item extends QueuedItem>(cases: readonly QueuedCase<Item>[]): QueuedCase<Item>[] {
  return HARMS.flatMap((harm) => {
    const here = cases.filter((one) => one.harm === harm);
    const proven = here.filter(({ isProven }) => isProven);
    const strangers = here.filter(({ isProven }) => !isProven);
    const rounds = Math.max(proven.length, strangers.length);
    return Array.from({ length: rounds }, (_, round) => [proven[round], strangers[round]])
      .flat()
      .filter((one) => one !== undefined);
  });
}

/** Sets that grow together (union-find), each with why. */
class Groups {
  readonly #parents: number[];
  readonly #ties = new Map<number, Set<Tie>>();

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  isAlone(index: number): boolean {
    return !this.#ties.has(this.#root(index));
  }

  join(one: number, other: number, tie: Tie): void {
    if (one === other) return;
    const [a, b] = [this.#root(one), this.#root(other)];
    const [root, child] = a < b ? [a, b] : [b, a];
    const ties = new Set([...(this.#ties.get(a) ?? []), ...(this.#ties.get(b) ?? []), tie]);
    this.#parents[child] = root;
    this.#ties.set(root, ties);
  }

  /** In the order of their first members; members in order. */
  all(): { readonly members: number[]; readonly ties: Tie[] }[] {
    const groups = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.#root(index);
      const members = groups.get(root);
      if (members === undefined) groups.set(root, [index]);
      else members.push(index);
    }
    return [...groups].map(([root, members]) => ({
      members,
      ties: TIES.filter((tie) => this.#ties.get(root)?.has(tie) === true),
    }));
  }

  #root(index: number): number {
    let root = index;
    for (let next = this.#parents[root]; next !== undefined && next !== root; next = this.#parents[root])
      root = next;
    for (let at = index; at !== root;) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }
}
