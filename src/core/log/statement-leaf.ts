/** The leaf of a statement: who says what about which subject, with nothing in it that names a person or an address. */
import { BASES, type Basis, saysFreeOfRights } from '../consent/basis.js';
import { CAPACITIES, type Capacity, reservesRights } from '../consent/capacity.js';
import { PREFERENCES, type Preference } from '../consent/preference.js';
import { USES, type Use } from '../consent/use.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';
import { type SubjectInLeaf, readSubject } from './leaf-subject.js';

export interface StatementLeaf extends LeafHeader<'statement'>, SubjectInLeaf {
  /** The claim on which the statement's assurance rests; absent exactly when the subject is the whole account. */
  readonly claim?: string;
  /** Random pseudonym of the account. */
  readonly claimant: string;
  readonly capacity: Capacity;
  readonly use: Use;
  readonly preference: Preference;
  /** Public domain and CC0 only with `allow`: nobody can reserve what they declare free. */
  readonly basis: Basis;
  readonly ownWorks: boolean;
  /** Whether rights are reserved under Art. 4(3) of Directive (EU) 2019/790; follows from preference and capacity. */
  readonly reservation: boolean;
  /** Later than `time`. */
  readonly expiresAt?: string;
  /** Commitment to the opening (opening.ts). */
  readonly opening: string;
}

/** A statement before the log takes it. */
export type StatementDraft = Omit<StatementLeaf, 'v' | 'kind' | 'reservation'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildStatementLeaf(draft: StatementDraft): StatementLeaf {
  const reservation = isReservation(draft.preference, draft.capacity);
  return FieldReader.object(
    { ...draft, v: LEAF_VERSION, kind: 'statement', reservation },
    '',
    readStatementLeaf,
  );
}

/** Reads the members of a statement leaf. Throws `FieldError`. */
export function readStatementLeaf(fields: FieldReader): StatementLeaf {
  const header = readLeafHeader(fields, ['statement']);
  const subject = readSubject(fields);
  const leaf = {
    ...header,
    ...subject,
    ...(subject.subject.kind === 'account' ? {} : { claim: fields.text('claim', RANDOM_ID) }),
    claimant: fields.text('claimant', RANDOM_ID),
    capacity: fields.choice('capacity', CAPACITIES),
    use: fields.choice('use', USES),
    preference: fields.choice('preference', PREFERENCES),
    basis: fields.choice('basis', BASES),
    ownWorks: fields.flag('ownWorks'),
    reservation: fields.flag('reservation'),
    ...(fields.has('expiresAt') ? { expiresAt: fields.instant('expiresAt') } : {}),
    opening: fields.text('opening', SHA256_HEX),
  };
  checkAgreement(leaf, fields);
  return leaf;
}

function checkAgreement(leaf: StatementLeaf, fields: FieldReader): void {
  if (leaf.reservation !== isReservation(leaf.preference, leaf.capacity)) {
    const message =
      'A reservation is a no or a conditional by author, rightsholder, agent or heir, and nothing else.';
    throw new FieldError('wrong-value', fields.at('reservation'), message);
  }
  if (leaf.preference !== 'allow' && saysFreeOfRights(leaf.basis)) {
    const message = 'Public domain and CC0 leave nothing to refuse: name your own right or mandate.';
    throw new FieldError('wrong-value', fields.at('basis'), message);
  }
  if (leaf.expiresAt !== undefined && leaf.expiresAt <= leaf.time) {
    const message = 'The expiry must lie after the time of the statement.';
    throw new FieldError('wrong-value', fields.at('expiresAt'), message);
  }
}

function isReservation(preference: Preference, capacity: Capacity): boolean {
  return preference !== 'allow' && reservesRights(capacity);
}
