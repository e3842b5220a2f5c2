/**
 * What several registries answer about one item and one use, as one decision. Between registries it is as between claimants
 * (decision rules v1, no. 3): any no beats every offer and every yes, an offer beats a yes. A registry that knows nothing of
 * the item takes nothing away.
 */
import { ASSURANCES } from './assurance.js';
import type { Answer, Decision, DecisionReason } from './decision.js';

/** One registry's answer, and what may be concluded from it. */
export interface RegistryDecision {
  /** Of the log that it rests on. */
  readonly origin: string;
  readonly decision: Decision;
  /** False where leaves of the log are known to be lost: a no may be among them, so that no yes counts, of whomever. */
  readonly isWhole: boolean;
}

const STRONGEST_FIRST: readonly Answer[] = ['DENIED', 'CONDITIONAL', 'ALLOWED'];

/** @param all of one use, at least one, in the order in which the registries were named; their statements are told in it */
export function togetherDecision(all: readonly RegistryDecision[]): Decision {
  const [first] = all;
  if (first === undefined) throw new RangeError('No registry was asked.');
  const answer = answerOf(all);
  const deciding = all.filter(({ decision }) => decision.answer === answer && answer !== 'UNKNOWN');
  const others = all.filter((one) => !deciding.includes(one));
  const decidedBy = deciding.flatMap(({ origin, decision }) => inLog(origin, decision.decidedBy));
  const assurance = ASSURANCES.findLast((level) =>
    deciding.some(({ decision }) => decision.assurance === level),
  );
  return {
    rules: first.decision.rules,
    use: first.decision.use,
    answer,
    assurance: assurance ?? null,
    basis: deciding.find(({ decision }) => decision.assurance === assurance)?.decision.basis ?? null,
    decidedBy,
    notDeciding: [
      ...others.flatMap(({ origin, decision }) => inLog(origin, decision.decidedBy.map(outweighed))),
      ...all.flatMap(({ origin, decision }) => inLog(origin, decision.notDeciding)),
    ],
  };
}

function answerOf(all: readonly RegistryDecision[]): Answer {
  const strongest = STRONGEST_FIRST.find((answer) => all.some(({ decision }) => decision.answer === answer));
  if (strongest === undefined) return 'UNKNOWN';
  const isYes = strongest === 'ALLOWED';
  return isYes && all.some(({ isWhole }) => !isWhole) ? 'UNKNOWN' : strongest;
}

function outweighed(reason: DecisionReason): DecisionReason {
  return { ...reason, code: 'stricter-answer-stands' };
}

function inLog(log: string, reasons: readonly DecisionReason[]): DecisionReason[] {
  return reasons.map((reason) => ({ ...reason, log }));
}
