import type { DecisionReason, ReasonCode } from '../../core/consent/decision.js';

const SENTENCES: Readonly<Record<ReasonCode, string>> = {
  decides: 'It decides the answer.',
  'terms-offer-does-not-count': 'Its terms do not count yet, so that only its no decides.',
  suspended: 'It was set aside.',
  superseded: 'Its claimant said something else later.',
  outranked: 'Its claimant said something more specific.',
  'lifted-by-own-narrower-yes': 'Its claimant allowed this narrower use.',
  'place-no-needs-verification': 'A no for a whole folder or site counts once control of it is proven.',
  'stricter-answer-stands': 'It counts, but a stricter answer stands.',
  expired: 'It has run out.',
  'yes-needs-verification': 'A yes counts only once its claimant has proven to control the place.',
  'yes-needs-review': 'A yes because of public domain or CC0 counts once a moderator has looked.',
  'match-needs-review': 'A yes reaches this address once a person has confirmed that the work lies there.',
  'not-own-works': 'Its claimant did not declare the works to be their own.',
  'host-cannot-allow': 'A host cannot allow the works of others.',
  'person-depicted-cannot-allow': 'Whoever is depicted can say no, but not yes.',
  'outer-only': 'A yes for an address carried inside another one does not reach the outer address.',
  'without-query-carries-no-yes':
    'A yes for the address without its query does not reach the address with it.',
  'md5-carries-no-yes': 'A yes is not carried by an MD5 digest, which can be forged.',
  'content-claimed-by-another': 'Somebody else has spoken for the content itself.',
  'below-policy': 'Its assurance is lower than was asked for.',
  'silenced-by-own-no': 'Its claimant also says no.',
  'narrower-than-question': 'It allows only a part of the use that was asked about.',
};

/** What became of a statement in a decision, as a sentence. */
export function explainReason({ code, offerProblem }: Pick<DecisionReason, 'code' | 'offerProblem'>): string {
  return offerProblem === undefined ? SENTENCES[code] : `${SENTENCES[code]} ${SENTENCES[offerProblem]}`;
}
