import type { Dataset, Entry } from '../../ports/catalogue.js';
import type { Claim } from '../../ports/claims.js';
import type { Work, WorkMatchMethod } from '../../ports/works.js';

/** Somebody who stands for a claim, and what they claim: a place, or a work by its claim. */
export interface Side {
  /** Of a claimant with several in one dispute, the first. */
  readonly claim: Claim;
  /** The address that is in dispute, or the place that is claimed; undefined of a work, and where nobody can read it any more. */
  readonly place: { readonly kind: 'url' | 'path' | 'domain'; readonly expression: string } | undefined;
}

/**
 * Why a picture of the catalogue belongs to a side. `place`: it lies where is claimed. `location`: the claimant says that the work is
 * there. `match`: the work was found there. `same-picture`: it is the picture at the place by its fingerprint.
 */
export const PICTURE_ROLES = ['place', 'location', 'match', 'same-picture'] as const;
export type PictureRole = (typeof PICTURE_ROLES)[number];

/** An entry that is compared. */
export interface ComparedPicture {
  readonly entry: Entry;
  readonly dataset: Dataset;
  readonly role: PictureRole;
  readonly method: WorkMatchMethod | undefined;
  /** Of the whole pictures by PDQ, in bits. */
  readonly distance: number | undefined;
  /** Whether somebody confirmed that it is a work of the side, or a machine found so beyond doubt. */
  readonly isOfWork: boolean;
}

/** A side with what is compared. */
export interface LookedSide extends Side {
  /** Works of the claimant that were met at the place, or the work that is claimed. */
  readonly works: readonly Work[];
  /** Bounded; those that say most about it first. */
  readonly pictures: readonly ComparedPicture[];
}
