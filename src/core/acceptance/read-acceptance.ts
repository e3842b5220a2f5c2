/** Reads acceptances strictly: every member known, every text in its form. */
import { readTerms } from '../consent/terms.js';
import { USES, type Use } from '../consent/use.js';
import { decodeUtf8 } from '../bytes/utf8.js';
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { ED25519_SIGNATURE, ORIGIN, SHA256_HEX, VKEY } from '../log/leaf-forms.js';
import {
  ACCEPTANCE_FORMAT,
  ACCEPTANCE_MEANING,
  ACCEPTANCE_VERSION,
  type Acceptance,
  LONGEST_NAME,
} from './acceptance.js';

const A_USE = { pattern: new RegExp(`^(?:${USES.join('|')})$`), description: `one of: ${USES.join(', ')}` };

/** Reads an acceptance from its bytes, which must be canonical. Throws `FieldError` that says what is wrong. */
export function readAcceptance(bytes: Uint8Array): Acceptance {
  const text = decodeUtf8(bytes);
  const parsed = text === undefined ? undefined : parseStrictJson(text);
  if (parsed?.ok !== true)
    throw new FieldError(
      'wrong-value',
      '',
      `It is no JSON. ${parsed?.problem.message ?? 'It is not UTF-8.'}`,
    );
  const acceptance = readAcceptanceValue(parsed.value);
  if (canonicalJson(parsed.value) === text) return acceptance;
  const message = 'Its bytes are not the canonical ones of RFC 8785: it was written again.';
  throw new FieldError('wrong-value', '', message);
}

/** @param path where it stands in what it is a part of. Throws `FieldError`. */
export function readAcceptanceValue(value: unknown, path = ''): Acceptance {
  return FieldReader.object(value, path, readMembers);
}

function readMembers(fields: FieldReader): Acceptance {
  fields.choice('format', [ACCEPTANCE_FORMAT]);
  const version = fields.count('version');
  if (version !== ACCEPTANCE_VERSION) {
    const message = `Version ${version} of acceptances is not known here: update this release.`;
    throw new FieldError('unsupported-version', fields.at('version'), message);
  }
  return {
    format: ACCEPTANCE_FORMAT,
    version,
    meaning: fields.choice('meaning', [ACCEPTANCE_MEANING]),
    origin: fields.text('origin', ORIGIN),
    statement: fields.text('statement', SHA256_HEX),
    terms: readTerms(fields.value('terms'), fields.at('terms')),
    ...(fields.has('expiresAt') ? { expiresAt: fields.instant('expiresAt') } : {}),
    uses: readUses(fields),
    madeAt: fields.instant('madeAt'),
    ...(fields.has('name') ? { name: readName(fields) } : {}),
    signer: fields.text('signer', VKEY),
    signature: fields.text('signature', ED25519_SIGNATURE),
  };
}

function readUses(fields: FieldReader): Use[] {
  const uses = fields.set('uses', A_USE);
  if (uses.length > 0) return uses as Use[];
  throw new FieldError('wrong-value', fields.at('uses'), 'Name at least one use.');
}

/** A line that somebody is shown: nothing in it may hide, turn around or break what stands beside it. */
function readName(fields: FieldReader): string {
  const name = fields.text('name', { maximum: LONGEST_NAME });
  if (!/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) && name.trim() === name) return name;
  const message = 'A name is one line, without control characters and without spaces around it.';
  throw new FieldError('wrong-value', fields.at('name'), message);
}
