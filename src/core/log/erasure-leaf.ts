/**
 * The leaf that says that something readable was deleted: an account with all its openings, or one opening. It says what
 * follows for the answers, because a replay cannot see what is no longer there.
 */
import { FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export const ERASURE_SCOPES = ['account', 'opening'] as const;

/** `keep`: the noes stand on, without a name. `withdraw`: they end too. */
export const ERASED_NOES = ['keep', 'withdraw'] as const;

interface ErasureHeader extends LeafHeader<'erasure'> {
  readonly claimant: string;
}

/**
 * From this leaf on no yes of the claimant stands, and an offer, whose terms nobody can read any more, is a plain no;
 * with `withdraw` no statement of theirs stands. What their claims have reached stays as it is.
 */
export interface AccountErasure extends ErasureHeader {
  readonly scope: 'account';
  readonly noes: (typeof ERASED_NOES)[number];
}

/** From this leaf on an offer whose opening this was is a plain no; nothing else changes. */
export interface OpeningErasure extends ErasureHeader {
  readonly scope: 'opening';
  /** The id (leaf hash) of the statement, one of the claimant's. */
  readonly statement: string;
}

export type ErasureLeaf = AccountErasure | OpeningErasure;

export type ErasureDraft = Omit<AccountErasure, 'v' | 'kind'> | Omit<OpeningErasure, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildErasureLeaf(draft: ErasureDraft): ErasureLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'erasure' }, '', readErasureLeaf);
}

/** Reads the members of an erasure leaf. Throws `FieldError`. */
export function readErasureLeaf(fields: FieldReader): ErasureLeaf {
  const header = {
    ...readLeafHeader(fields, ['erasure']),
    claimant: fields.text('claimant', RANDOM_ID),
  };
  const scope = fields.choice('scope', ERASURE_SCOPES);
  return scope === 'account'
    ? { ...header, scope, noes: fields.choice('noes', ERASED_NOES) }
    : { ...header, scope, statement: fields.text('statement', SHA256_HEX) };
}
