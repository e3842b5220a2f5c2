import type { EnumValue } from '../../client/graphql.js';

interface Disputed {
  readonly claimant: string;
  readonly preference: EnumValue<'Preference'>;
  readonly assurance: EnumValue<'Assurance'>;
  readonly isMine: boolean;
  readonly isSetAside: boolean;
  readonly heardFrom: EnumValue<'Assurance'> | null;
  readonly withdrawnAt: string | null;
  readonly supersededBy: string | null;
  /** Open ones first, then closed, each newest first. */
  readonly disputes: readonly {
    readonly lapsesAt: string | null;
    readonly closedAt: string | null;
    readonly closingReason: EnumValue<'DisputeClosingReason'> | null;
    readonly awaitsModerator: boolean | null;
    readonly statements: readonly OtherStatement[];
  }[];
}

interface OtherStatement {
  readonly id: string;
  readonly claimant: string;
  readonly logIndex: string;
}

/** How a statement fares in disputes, and what whoever made it can do. */
export interface DisputeStanding {
  readonly what:
    | 'my-no-holds'
    | 'my-no-waits'
    | 'my-yes-waits'
    | 'no-holds'
    | 'yes-waits'
    | 'lapsed'
    | 'my-lapsed'
    | 'decided'
    | 'too-late'
    | 'too-late-for-a-file';
  /** The day that it is about. */
  readonly day: string | undefined;
  readonly nextStep: 'show' | 'answer-again' | undefined;
  /** What the other side says. */
  readonly other: OtherStatement | undefined;
}

/** Undefined for a statement that nothing stands against, and for one that is over. */
export function disputeStanding(statement: Disputed): DisputeStanding | undefined {
  const { disputes, isSetAside, withdrawnAt, supersededBy } = statement;
  if (isSetAside) {
    return setAside(statement);
  }
  if (withdrawnAt !== null || (supersededBy !== null && statement.preference === 'ALLOW')) {
    return undefined;
  }
  return disputes.some(({ closedAt }) => closedAt === null) ? inDispute(statement) : undefined;
}

function inDispute({ claimant, preference, isMine, disputes }: Disputed): DisputeStanding {
  const open = disputes.filter(({ closedAt }) => closedAt === null);
  // The first to lapse ends the no against everybody.
  const [first] = open.toSorted((a, b) => (a.lapsesAt ?? '').localeCompare(b.lapsesAt ?? ''));
  const day = first?.lapsesAt ?? undefined;
  const other = first?.statements.find((one) => one.claimant !== claimant);
  if (preference === 'ALLOW') {
    return { what: isMine ? 'my-yes-waits' : 'yes-waits', day, nextStep: undefined, other };
  }
  if (!isMine) {
    return { what: 'no-holds', day, nextStep: undefined, other };
  }
  const isWaiting = open.some(({ awaitsModerator }) => awaitsModerator === true);
  return isWaiting
    ? { what: 'my-no-waits', day: undefined, nextStep: undefined, other }
    : { what: 'my-no-holds', day, nextStep: 'show', other: undefined };
}

function setAside({ claimant, isMine, assurance, heardFrom, disputes }: Disputed): DisputeStanding {
  if (heardFrom !== null) {
    const what = heardFrom === 'REVIEWED' ? 'too-late-for-a-file' : 'too-late';
    return { what, day: undefined, nextStep: isMine ? 'show' : undefined, other: undefined };
  }
  const ended = disputes.find(({ closedAt }) => closedAt !== null);
  const day = ended?.closedAt ?? undefined;
  const other = ended?.statements.find((one) => one.claimant !== claimant);
  if (ended?.closingReason !== 'NO_EVIDENCE_IN_TIME') {
    return { what: 'decided', day, nextStep: isMine ? 'show' : undefined, other: isMine ? undefined : other };
  }
  // What was set aside stays so, whatever is shown afterwards.
  return isMine
    ? {
        what: 'my-lapsed',
        day,
        nextStep: assurance === 'ASSERTED' ? 'show' : 'answer-again',
        other: undefined,
      }
    : { what: 'lapsed', day, nextStep: undefined, other };
}
