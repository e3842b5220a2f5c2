/**
 * TDM Reservation Protocol (W3C Community Group Final Report), its two properties, to and from the uses of the registry.
 * The protocol knows text and data mining as one: neither training nor searching stands apart from it.
 */
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

/** `reservation` as it was written; `policy` is the address of a policy, and means nothing without a reservation. */
export interface TdmrepWords {
  readonly reservation?: string;
  readonly policy?: string;
}

/**
 * `1` reserves. With a policy the mining is offered on its terms, the searching within it never. `0` says that nothing
 * is reserved, which is less than a yes. Every other value is unset.
 */
export function fromTdmrep({ reservation, policy }: TdmrepWords): UseAnswers {
  if (reservation !== '1') {
    return {};
  }
  return { 'text-and-data-mining': policy === undefined ? 'deny' : 'conditional', search: 'deny' };
}

/** `offer` is the address of a policy with the terms; without it an offer is said as a no. */
export function toTdmrep(answers: UseAnswers, offer?: string): Expressed<TdmrepWords> {
  const words = wordsFor(answers, offer);
  return expressed(answers, words, fromTdmrep(words));
}

function wordsFor(answers: UseAnswers, offer: string | undefined): TdmrepWords {
  const mining = answerTo(answers, 'text-and-data-mining');
  if (mining === 'conditional' && offer !== undefined) {
    return { reservation: '1', policy: offer };
  }
  if (refuses(mining) || refuses(answerTo(answers, 'search'))) {
    return { reservation: '1' };
  }
  return mining === 'allow' ? { reservation: '0' } : {};
}
