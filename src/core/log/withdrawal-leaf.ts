/** The leaf by which a claimant ends a statement, and with it their earlier ones about the same subject and use. */
import { FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export interface WithdrawalLeaf extends LeafHeader<'withdrawal'> {
  readonly claimant: string;
  /** The id (leaf hash) of the statement. */
  readonly statement: string;
}

export type WithdrawalDraft = Omit<WithdrawalLeaf, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildWithdrawalLeaf(draft: WithdrawalDraft): WithdrawalLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'withdrawal' }, '', readWithdrawalLeaf);
}

/** Reads the members of a withdrawal leaf. Throws `FieldError`. */
export function readWithdrawalLeaf(fields: FieldReader): WithdrawalLeaf {
  return {
    ...readLeafHeader(fields, ['withdrawal']),
    claimant: fields.text('claimant', RANDOM_ID),
    statement: fields.text('statement', SHA256_HEX),
  };
}
