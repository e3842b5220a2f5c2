/** The leaf that dates a receipt: its digest alone, so that the log learns nothing of what was asked, or by whom. */
import { FieldReader } from '../json/field-reader.js';
import { KEY_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export interface ReceiptLeaf extends LeafHeader<'receipt'> {
  /** SHA-256 of the receipt's bytes. */
  readonly digest: string;
  /** C2SP key ID of the key that signed the receipt, if its holder wants it known. */
  readonly signer?: string;
}

export type ReceiptDraft = Omit<ReceiptLeaf, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildReceiptLeaf(draft: ReceiptDraft): ReceiptLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'receipt' }, '', readReceiptLeaf);
}

/** Reads the members of a receipt leaf. Throws `FieldError`. */
export function readReceiptLeaf(fields: FieldReader): ReceiptLeaf {
  return {
    ...readLeafHeader(fields, ['receipt']),
    digest: fields.text('digest', SHA256_HEX),
    ...(fields.has('signer') ? { signer: fields.text('signer', KEY_ID) } : {}),
  };
}
