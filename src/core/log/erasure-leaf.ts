/**
 * The leaf that says that something readable was deleted: an account with all its openings, one opening, or the name of
 * whoever asked. It says what
 * follows for the answers, because a replay cannot see what is no longer there.
 */
import { FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export const ERASURE_SCOPES = ['account', 'opening', 'run'] as const;

/** `keep`: the noes stand on, without a name. `withdraw`: they end too. */
export const ERASED_NOES = ['keep', 'withdraw'] as const;

interface ClaimantErasure extends LeafHeader<'erasure'> {
  readonly claimant: string;
}

/**
 * From this leaf on no yes of the claimant stands, and an offer, whose terms nobody can read any more, is a plain no;
 * with `withdraw` no statement of theirs stands. What their claims have reached stays as it is.
 */
export interface AccountErasure extends ClaimantErasure {
  readonly scope: 'account';
  readonly noes: (typeof ERASED_NOES)[number];
}

/** From this leaf on an offer whose opening this was is a plain no; nothing else changes. */
export interface OpeningErasure extends ClaimantErasure {
  readonly scope: 'opening';
  /** The id (leaf hash) of the statement, one of the claimant's. */
  readonly statement: string;
}

/** The name of a run was taken back; what the run asked stands on. It says nothing of whose account it was. */
export interface RunErasure extends LeafHeader<'erasure'> {
  readonly scope: 'run';
  /** The leaf hash of the receipt. */
  readonly run: string;
}

export type ErasureLeaf = AccountErasure | OpeningErasure | RunErasure;

export type ErasureDraft =
  Omit<AccountErasure, 'v' | 'kind'> | Omit<OpeningErasure, 'v' | 'kind'> | Omit<RunErasure, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildErasureLeaf(draft: ErasureDraft): ErasureLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'erasure' }, '', readErasureLeaf);
}

/** Reads the members of an erasure leaf. Throws `FieldError`. */
export function readErasureLeaf(fields: FieldReader): ErasureLeaf {
  const header = readLeafHeader(fields, ['erasure']);
  const scope = fields.choice('scope', ERASURE_SCOPES);
  if (scope === 'run') return { ...header, scope, run: fields.text('run', SHA256_HEX) };
  const of = { ...header, claimant: fields.text('claimant', RANDOM_ID) };
  return scope === 'account'
    ? { ...of, scope, noes: fields.choice('noes', ERASED_NOES) }
    : { ...of, scope, statement: fields.text('statement', SHA256_HEX) };
}
