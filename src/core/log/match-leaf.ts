/**
 * The leaf that says that the picture, sound or text at an address is a claimed work: from then on what was said about
 * the work covers the address too, until the match is removed.
 */
import { FieldError, FieldReader } from '../json/field-reader.js';
import { FINGERPRINT_BITS, MAX_PDQ_DISTANCE } from './leaf-fingerprint.js';
import { RANDOM_ID } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type PlaceInLeaf, readPlaceSubject } from './leaf-subject.js';

/**
 * `sha256`, `md5`: equal digests of the bytes. `pdq`, `chromaprint`, `text`: fingerprints within a distance, `text` being
 * `iscc-text`. `embedding`: near in meaning. `declared`: the claimant's word.
 */
export const MATCH_METHODS = [
  'sha256',
  'md5',
  'pdq',
  'chromaprint',
  'text',
  'embedding',
  'declared',
] as const;

export type MatchMethod = (typeof MATCH_METHODS)[number];

export const MATCH_CONFIRMERS = ['machine', 'claimant', 'moderator'] as const;

export type MatchConfirmer = (typeof MATCH_CONFIRMERS)[number];

interface MatchedPlace extends LeafHeader<'match'>, PlaceInLeaf<'url'> {
  /** Random id of the match. */
  readonly match: string;
  /** The claim on the work. */
  readonly claim: string;
  readonly claimant: string;
}

export interface MatchAddition extends MatchedPlace {
  readonly action: 'add';
  readonly method: MatchMethod;
  /** In differing bits of 256; there exactly when fingerprints were compared. */
  readonly distance?: number;
  readonly confirmedBy: MatchConfirmer;
}

export interface MatchRemoval extends MatchedPlace {
  readonly action: 'remove';
}

export type MatchLeaf = MatchAddition | MatchRemoval;

export type MatchDraft = Omit<MatchAddition, 'v' | 'kind'> | Omit<MatchRemoval, 'v' | 'kind'>;

const MAX_DISTANCES: Partial<Record<MatchMethod, number>> = {
  pdq: MAX_PDQ_DISTANCE,
  chromaprint: FINGERPRINT_BITS,
  text: FINGERPRINT_BITS,
};

const NEEDS_A_PERSON: readonly MatchMethod[] = ['embedding', 'declared'];

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildMatchLeaf(draft: MatchDraft): MatchLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'match' }, '', readMatchLeaf);
}

/** Reads the members of a match leaf. Throws `FieldError`. */
export function readMatchLeaf(fields: FieldReader): MatchLeaf {
  const header = readLeafHeader(fields, ['match']);
  const action = fields.choice('action', ['add', 'remove']);
  const matched = {
    ...header,
    ...readPlaceSubject(fields, ['url']),
    match: fields.text('match', RANDOM_ID),
    claim: fields.text('claim', RANDOM_ID),
    claimant: fields.text('claimant', RANDOM_ID),
  };
  return action === 'remove' ? { ...matched, action } : { ...matched, action, ...readFinding(fields) };
}

function readFinding(fields: FieldReader): Pick<MatchAddition, 'method' | 'distance' | 'confirmedBy'> {
  const method = fields.choice('method', MATCH_METHODS);
  const maximum = MAX_DISTANCES[method];
  const confirmedBy = fields.choice('confirmedBy', MATCH_CONFIRMERS);
  if (confirmedBy === 'machine' && NEEDS_A_PERSON.includes(method)) {
    const message = `A match found by "${method}" decides nothing until a person confirms it: say who did.`;
    throw new FieldError('wrong-value', fields.at('confirmedBy'), message);
  }
  return {
    method,
    ...(maximum === undefined ? {} : { distance: fields.whole('distance', 0, maximum) }),
    confirmedBy,
  };
}
