import type { Formats } from '../language/formats.js';
import type { Messages } from '../messages/en.js';
import { weighStatement } from './weigh-statement.js';

type Standing = Parameters<typeof weighStatement>[0] & {
  readonly withdrawnAt: string | null;
  readonly supersededBy: string | null;
  /** Set where the claimant speaks for members. */
  readonly organisation?: object | null;
};

export interface StandingWords {
  /** Whether it counts in full. */
  readonly isGood: boolean;
  readonly title: string;
  readonly why: string | undefined;
  readonly until: string | undefined;
}

/** Whether a statement still stands and counts, as far as the registry knows today. */
export function standingWords(
  statement: Standing,
  at: Date,
  words: Messages,
  formats: Formats,
): StandingWords {
  const { withdrawnAt, supersededBy, expiresAt } = statement;
  if (withdrawnAt !== null) {
    const title = words.statement.withdrawnOn(formats.day(withdrawnAt));
    return { isGood: false, title, why: words.statement.withdrawnMeans, until: undefined };
  }
  if (supersededBy !== null) {
    return { isGood: false, title: words.statement.replaced, why: undefined, until: undefined };
  }
  const until = expiresAt === null ? undefined : words.statement.endsOn(formats.day(expiresAt));
  const { counts, obstacle } = weighStatement(statement, at);
  if (counts === 'not-yet' && isForMembers(statement)) {
    const isGood = statement.preference === 'DENY';
    return { isGood, title: words.statement.forMembers[statement.preference], why: undefined, until };
  }
  return {
    isGood: counts === 'all',
    title: words.statement.counts[counts],
    why: obstacle === undefined ? undefined : words.reasons[obstacle],
    until,
  };
}

/** What an organisation says of all that is its members' rests on their mandates, and on no proof of its own. */
function isForMembers({ subjectKind, organisation }: Standing): boolean {
  return subjectKind === 'ACCOUNT' && organisation !== undefined && organisation !== null;
}
