/** What decided disputes demand of those who come after them (decision rules v1, no. 5, "What is settled"). */
import type { Assurance } from '../consent/assurance.js';
import type { ReplayState } from './replay-state.js';
import { levelToBeHeard, levelToContest } from './settled.js';
import { statementAsOf } from './statement-as-of.js';

/**
 * The assurance with which a statement about a place is heard, where a decision stands in the way of less. With none is one
 * heard that was itself set aside.
 * @param id leaf hash, hexadecimal
 */
export function levelToHear(state: ReplayState, id: string, size: number): Assurance | undefined {
  const statement = state.statements.get(id);
  if (statement === undefined || statementAsOf(state, statement, size)?.suspended === true) {
    return undefined;
  }
  const { claimant, index: since, name } = statement;
  return levelToBeHeard({ claimant, since }, state.subjects.get(name)?.settlements ?? [], size);
}

/**
 * The assurance with which a claim contests a place, where a decision stands in the way of less.
 * @param name of the place, by `placeKey`
 */
export function levelToReopen(
  state: ReplayState,
  name: string,
  pseudonym: string,
  size: number,
): Assurance | undefined {
  const settlements = state.subjects.get(name)?.settlements ?? [];
  return levelToContest(state.claimants.get(pseudonym), settlements, size);
}
