import type { EnumValue } from '../../client/graphql.js';
import type { Messages } from '../messages/en.js';

interface Graded {
  readonly address: string | null;
  readonly assurance: EnumValue<'Assurance'>;
  readonly state: EnumValue<'ClaimState'>;
}

/** How well it is known that a place is theirs, told to whom it concerns: "you told us", "you control example.com". */
export function claimGrade(claim: Graded, words: Messages): string {
  const ended = words.claimEnds[claim.state];
  if (ended !== undefined) {
    return ended;
  }
  return claim.address === null
    ? words.assurances[claim.assurance]
    : words.grades[claim.assurance](claim.address);
}

export function claimNextStep(claim: Graded, words: Messages): string {
  const isProved = claim.assurance !== 'ASSERTED';
  const hasEnded = words.claimEnds[claim.state] !== undefined;
  return isProved || hasEnded ? words.claim.see : words.claim.prove;
}
