/** The leaf that says what a claim has reached, or that it is over; the latest one about a claim is the one that holds. */
import { ASSURANCES, type Assurance } from '../consent/assurance.js';
import { FieldReader } from '../json/field-reader.js';
import { RANDOM_ID } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

/** Ways in which a claim ends. */
export const CLAIM_ENDS = ['rejected', 'withdrawn', 'lapsed'] as const;

export type ClaimEnd = (typeof CLAIM_ENDS)[number];

/**
 * How it came about. The claimant's word; a machine's proof of control: a file, a DNS record, a tag or link on a page,
 * mail to the domain, a sign-in at the platform that serves the place, signed content credentials; a claim of the same
 * claimant on a wider place; a moderator; or a time that ran out.
 */
export const ASSURANCE_METHODS = [
  'declaration',
  'well-known-file',
  'dns-txt',
  'html-link',
  'domain-mail',
  'openid-connect',
  'content-credential',
  'wider-claim',
  'moderator',
  'timeout',
] as const;

export type AssuranceMethod = (typeof ASSURANCE_METHODS)[number];

/** Either the level that a claim stands at from now on, or how it ended. */
export type ClaimStanding =
  | { readonly level: Assurance; readonly state?: never }
  | { readonly state: ClaimEnd; readonly level?: never };

export type AssuranceLeaf = LeafHeader<'assurance'> &
  ClaimStanding & {
    readonly claim: string;
    readonly method: AssuranceMethod;
  };

export type AssuranceDraft = ClaimStanding & Pick<AssuranceLeaf, 'time' | 'claim' | 'method'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildAssuranceLeaf(draft: AssuranceDraft): AssuranceLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'assurance' }, '', readAssuranceLeaf);
}

/** Reads the members of an assurance leaf. Throws `FieldError`. */
export function readAssuranceLeaf(fields: FieldReader): AssuranceLeaf {
  const header = readLeafHeader(fields, ['assurance']);
  const claim = fields.text('claim', RANDOM_ID);
  const standing = fields.has('state')
    ? { state: fields.choice('state', CLAIM_ENDS) }
    : { level: fields.choice('level', ASSURANCES) };
  return { ...header, claim, ...standing, method: fields.choice('method', ASSURANCE_METHODS) };
}
