import type { EnumValue } from '../../client/graphql.js';
import type { Messages } from '../messages/en.js';

/** How well it is known that a work is theirs, told to whoever registered it. */
export function workGrade(
  { assurance, state }: { assurance: EnumValue<'Assurance'>; state: EnumValue<'ClaimState'> },
  words: Messages,
): string {
  return words.claimEnds[state] ?? words.grades[assurance](words.works.thisWork);
}
