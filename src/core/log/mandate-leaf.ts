/** The leaves by which an account lets another speak for its claims, and ends that. Both are pseudonyms. */
import { MANDATE_GRADES, type MandateGrade } from '../consent/mandate-grade.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { RANDOM_ID } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

interface MandateSides extends LeafHeader<'mandate'> {
  /** Random id of the mandate. */
  readonly mandate: string;
  /** Who is spoken for. */
  readonly principal: string;
  /** Who speaks; never the principal. */
  readonly agent: string;
}

export interface MandateGrant extends MandateSides {
  readonly action: 'grant';
  /** On whose word it rests. */
  readonly grade: MandateGrade;
  /** The principal's claims that the mandate covers, sorted; `all` covers later ones too. */
  readonly scope: 'all' | readonly string[];
  /** Later than `time`. */
  readonly expiresAt?: string;
}

export interface MandateRevocation extends MandateSides {
  readonly action: 'revoke';
}

export type MandateLeaf = MandateGrant | MandateRevocation;

export type MandateDraft = Omit<MandateGrant, 'v' | 'kind'> | Omit<MandateRevocation, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildMandateLeaf(draft: MandateDraft): MandateLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'mandate' }, '', readMandateLeaf);
}

/** Reads the members of a mandate leaf. Throws `FieldError`. */
export function readMandateLeaf(fields: FieldReader): MandateLeaf {
  const header = readLeafHeader(fields, ['mandate']);
  const action = fields.choice('action', ['grant', 'revoke']);
  const sides = {
    ...header,
    mandate: fields.text('mandate', RANDOM_ID),
    principal: fields.text('principal', RANDOM_ID),
    agent: fields.text('agent', RANDOM_ID),
  };
  if (sides.agent === sides.principal) {
    const message = 'Nobody needs a mandate of their own: name another account.';
    throw new FieldError('wrong-value', fields.at('agent'), message);
  }
  if (action === 'revoke') {
    return { ...sides, action };
  }
  const grade = fields.choice('grade', MANDATE_GRADES);
  return { ...sides, action, grade, scope: readScope(fields), ...readExpiry(fields, header.time) };
}

function readScope(fields: FieldReader): MandateGrant['scope'] {
  if (typeof fields.value('scope') === 'string') {
    return fields.choice<'all'>('scope', ['all']);
  }
  const claims = fields.set('scope', RANDOM_ID);
  if (claims.length === 0) {
    const message = 'A mandate for no claim says nothing: name claims, or "all".';
    throw new FieldError('wrong-value', fields.at('scope'), message);
  }
  return claims;
}

function readExpiry(fields: FieldReader, time: string): Pick<MandateGrant, 'expiresAt'> {
  if (!fields.has('expiresAt')) {
    return {};
  }
  const expiresAt = fields.instant('expiresAt');
  if (expiresAt <= time) {
    const message = 'The expiry must lie after the time of the mandate.';
    throw new FieldError('wrong-value', fields.at('expiresAt'), message);
  }
  return { expiresAt };
}
