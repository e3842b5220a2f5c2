import type { ContentLeafSubject, LeafSubject, PlaceLeafSubject } from '../../core/log/leaf-subject.js';
import { subjectName } from '../../core/replay/subject-name.js';

export type ChangedSubject = PlaceLeafSubject | ContentLeafSubject;

export interface TouchedSubject {
  readonly subject: ChangedSubject;
  /** Version of the canonical URL rules under which a place was hashed; a work has none. */
  readonly canon: number | undefined;
  /** Of the last leaf that concerned it. */
  readonly index: number;
}

/** What leaves concern, each subject once with the last of them. Leaves are added in their order. */
export class Touched {
  readonly #subjects = new Map<string, TouchedSubject>();
  readonly #claimants = new Map<string, number>();
  #everything: number | undefined;

  get subjects(): readonly TouchedSubject[] {
    return [...this.#subjects.values()];
  }

  /** By their pseudonyms: of whom everything is concerned, with the index of the last leaf that does it. */
  get claimants(): ReadonlyMap<string, number> {
    return this.#claimants;
  }

  /** Index of the last leaf that concerns whatever there is. */
  get everything(): number | undefined {
    return this.#everything;
  }

  subject(subject: LeafSubject, canon: number | undefined, index: number): void {
    if (subject.kind === 'account') return;
    const name = subjectName(subject);
    const known = this.#subjects.get(name);
    if (known === undefined || known.index < index) this.#subjects.set(name, { subject, canon, index });
  }

  claimant(pseudonym: string, index: number): void {
    this.#claimants.set(pseudonym, Math.max(index, this.#claimants.get(pseudonym) ?? 0));
  }

  all(index: number): void {
    this.#everything = index;
  }
}
