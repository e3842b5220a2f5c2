/**
 * The offer of a `conditional` statement. Terms are part of a statement's opening, never of its leaf: they may name a
 * person, and they can be deleted.
 */
import { parseWebUrl } from '../url/parse-url.js';
import { FieldError, FieldReader } from '../json/field-reader.js';

/** At least one member is there. URLs are http or https; the expiry belongs to the statement. */
export interface Terms {
  readonly licenceUrl?: string;
  readonly credit?: string;
  readonly feeUrl?: string;
  readonly contact?: string;
}

/** In UTF-16 code units. */
export const MAX_TERM_LENGTH = { licenceUrl: 2048, credit: 500, feeUrl: 2048, contact: 500 } as const;

const TERM_NAMES = ['licenceUrl', 'credit', 'feeUrl', 'contact'] as const;

/** Reads terms strictly. Throws `FieldError`. */
export function readTerms(value: unknown, path: string): Terms {
  return FieldReader.object(value, path, (fields) => {
    const present = TERM_NAMES.filter((name) => fields.has(name));
    if (present.length === 0) {
      throw new FieldError('missing-field', path, `Terms need at least one of: ${TERM_NAMES.join(', ')}.`);
    }
    return Object.fromEntries(present.map((name) => [name, readTerm(fields, name)]));
  });
}

function readTerm(fields: FieldReader, name: (typeof TERM_NAMES)[number]): string {
  const text = fields.text(name, { maximum: MAX_TERM_LENGTH[name] });
  if (name === 'licenceUrl' || name === 'feeUrl') {
    // A page links these; a script or data address must never get that far.
    const isWebAddress = parseWebUrl(text) !== undefined;
    if (!isWebAddress) {
      throw new FieldError(
        'wrong-value',
        fields.at(name),
        `"${fields.at(name)}" must be an http or https address.`,
      );
    }
  }
  return text;
}
