/**
 * Leaves that make no sense where they stand. A log of an honest registry has none, save times that overtook one another;
 * a replay says so and goes on. Such a leaf is passed over as if it were not there, unless its meaning says otherwise.
 */

/** Stable codes, each with what it means. */
export const ANOMALIES = {
  'index-out-of-order': 'A leaf of this index, or of a later one, was read before.',
  'index-gap':
    'Leaves before this one are missing. Whatever they say, no yes and no offer counts from here on.',
  'time-runs-back':
    'The leaf is dated before the one in front of it; it was logged no earlier than that one.',
  'claim-repeated': 'A claim of this id exists.',
  'claim-unknown':
    'No claim of this id was logged before. A statement, dispute or mandate is heard without it.',
  'claim-over': 'The claim is over: nothing but a claim on a wider place can give it assurance.',
  'claim-of-another': 'The claim is of somebody else. A statement or mandate is heard without it.',
  'claim-on-other-subject': 'The claim is on something else. A statement is heard without it.',
  'statement-repeated': 'The same statement was logged before.',
  'statement-unknown': 'No statement of this id was logged before. Others that the leaf names are set aside.',
  'statement-of-another': 'The statement is of another claimant.',
  'statement-over': 'The statement was withdrawn before.',
  'claimant-erased': 'The account behind this pseudonym was erased: nobody can speak for it any more.',
  'dispute-unknown': 'No dispute of this id was opened before.',
  'dispute-over': 'The dispute of this id was closed before.',
  'dispute-of-other-cause': 'The dispute was opened for another cause.',
  'dispute-side-unknown': 'The claim that is upheld is no side of the dispute.',
  'suspends-uninvolved':
    'The closing of a dispute sets aside a statement that is not of a losing side about its subject. That statement holds.',
  'lapse-too-early':
    'A no is said to lapse for want of evidence less than 14 days after the dispute was opened.',
  'lapse-of-proven-no':
    'A no is said to lapse for want of evidence, though its claimant is verified. That no holds.',
  'match-repeated': 'A match of this id exists.',
  'match-unknown': 'No match of this id, address and claim was logged before.',
  'match-over': 'The match was removed before.',
  'mandate-repeated': 'A mandate of this id exists.',
  'mandate-unknown': 'No mandate of this id between the two was logged before.',
  'mandate-over': 'The mandate was revoked before.',
  'suspension-repeated': 'A suspension of this id exists.',
  'suspension-unknown': 'No suspension of this id was logged before.',
  'suspension-over': 'The suspension was lifted before.',
} as const;

export type AnomalyCode = keyof typeof ANOMALIES;

export interface Anomaly {
  /** Of the leaf. */
  readonly index: number;
  readonly code: AnomalyCode;
}
