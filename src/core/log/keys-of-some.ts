/**
 * Which keys lead to what some claimants say about some places, and to everything that it depends on, without what all others say
 * there: thousands may speak about one address, and nothing of that changes what somebody else's word is worth. Whoever is come
 * across on the way is heard there too. From whose claims an agent's word draws its weight cannot be told from leaves about the
 * agent: those claimants have to be named.
 */
import type { Leaf } from './leaf.js';
import { idKey, mentionedApart, saidKey, settledKey } from './leaf-keys.js';

export class KeysOfSome {
  readonly #places: readonly bigint[];
  readonly #claimants = new Set<string>();

  /** @param places their keys */
  constructor(places: Iterable<bigint>) {
    this.#places = [...new Set(places)];
  }

  /** The keys to begin with. */
  first(claimants: Iterable<string>): bigint[] {
    return [...this.#places.map(settledKey), ...[...claimants].flatMap((one) => this.#hear(one))];
  }

  /** The keys that a leaf which was found leads on to. */
  after(leaf: Leaf, leafId: string): bigint[] {
    return [...mentionedApart(leaf, leafId), ...heardIn(leaf).flatMap((one) => this.#hear(one))];
  }

  #hear(claimant: string): bigint[] {
    if (this.#claimants.has(claimant)) return [];
    this.#claimants.add(claimant);
    return [idKey(claimant), ...this.#places.map((place) => saidKey(place, claimant))];
  }
}

function heardIn(leaf: Leaf): readonly string[] {
  switch (leaf.kind) {
    case 'statement':
    case 'claim':
    case 'match':
      return [leaf.claimant];
    case 'mandate':
      return [leaf.agent];
    default:
      return [];
  }
}
