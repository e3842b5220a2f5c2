/**
 * Answers from a log alone, as of any of its sizes (decision rules v1): N, a size, selects the leaves; t, the moment of the
 * question, decides only what has expired.
 */
import { matchStatements } from '../consent/coverage.js';
import { decide } from '../consent/decide.js';
import type { Decision } from '../consent/decision.js';
import { type Question, checkQuestion } from '../consent/question.js';
import type { CoveringStatement } from '../consent/standing-statement.js';
import type { DigestedItem, PlaceDigest } from './digested-item.js';
import type { Moment } from './mandate-in-force.js';
import { placeStatementsAsOf } from './places-as-of.js';
import type { ReplayState } from './replay-state.js';
import { type AsOf, sizeAsOf } from './size-as-of.js';
import { worksAsOf } from './works-as-of.js';

export interface AnswerAsOf {
  /** How many leaves the answer rests on. */
  readonly size: number;
  readonly decision: Decision;
}

/** What covers an item as of a log size, as `decide` takes it. */
export interface FoundAsOf {
  readonly covering: readonly CoveringStatement[];
  readonly contentClaimants: readonly string[];
}

/**
 * The answer to one question about one item as of a size, or as of the last size that the log had at a time. Throws
 * `QuestionError`, and `SizeNotReachedError` for a size that the state has not reached.
 */
export function answerAsOf(
  state: ReplayState,
  item: DigestedItem,
  question: Question,
  asOf: AsOf,
): AnswerAsOf {
  checkQuestion(question);
  const size = sizeAsOf(state, asOf);
  const { covering, contentClaimants } = findAsOf(state, item, { size, at: question.at });
  return { size, decision: decide(covering, { ...question, contentClaimants }) };
}

/**
 * The statements that covered an item at a size, with the assurance that each rested on: it depends on the moment as well,
 * because a mandate can expire. Places are named by digest.
 */
export function findAsOf(state: ReplayState, item: DigestedItem, moment: Moment): FoundAsOf {
  const places = placeStatementsAsOf(state, item, moment);
  const works = worksAsOf(state, item, moment);
  const outer = item.outer.map(named);
  const embedded = item.embedded.map((address) => address.map(named));
  return {
    covering: [...matchStatements({ outer, embedded, works: [] }, places), ...works.covering],
    contentClaimants: works.claimants,
  };
}

function named({ kind, sha256, denyOnly }: PlaceDigest) {
  return { kind, expression: sha256, denyOnly };
}
