/**
 * The leaf that records that terms were accepted: the digest of the acceptance and the key that signed it. A log takes one only of an
 * acceptance that it has read, of an offer that stood, and that it shows to whoever made the offer.
 */
import { FieldReader } from '../json/field-reader.js';
import { KEY_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export interface AcceptanceLeaf extends LeafHeader<'acceptance'> {
  /** SHA-256 of the acceptance's bytes. */
  readonly digest: string;
  /** C2SP key ID of the key that signed it. */
  readonly signer: string;
}

export type AcceptanceDraft = Omit<AcceptanceLeaf, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildAcceptanceLeaf(draft: AcceptanceDraft): AcceptanceLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'acceptance' }, '', readAcceptanceLeaf);
}

/** Reads the members of an acceptance leaf. Throws `FieldError`. */
export function readAcceptanceLeaf(fields: FieldReader): AcceptanceLeaf {
  return {
    ...readLeafHeader(fields, ['acceptance']),
    digest: fields.text('digest', SHA256_HEX),
    signer: fields.text('signer', KEY_ID),
  };
}
