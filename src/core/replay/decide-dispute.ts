/**
 * What the closing of a dispute does (decision rules v1, no. 5): it sets statements aside, and it settles its subject, so
 * that the same question is not opened again by less than it was decided by.
 */
import type { DisputeClosing } from '../log/dispute-leaf.js';
import type { LeafSubject } from '../log/leaf-subject.js';
import { setAside } from './apply-suspension.js';
import { provenLevel } from './claim-standing.js';
import {
  type ClaimRecord,
  type DisputeRecord,
  type ReplayState,
  type Settlement,
  type StatementRecord,
  reportAnomaly,
  subjectRecord,
} from './replay-state.js';
import { placeKey, recognitionKey, recognitionKeys, subjectName } from './subject-name.js';
import { isToldProven } from './told-proven.js';

export function decideDispute(
  state: ReplayState,
  index: number,
  leaf: DisputeClosing,
  dispute: DisputeRecord,
): void {
  const sides = [...dispute.sides.values()];
  const overruled = overruledStatements(state, index, leaf, sides);
  const settlement = settlementOf(index, leaf, sides, overruled);
  setAside(state, leaf.dispute, overruled, settlement, index);
  if (settlement !== undefined) {
    for (const key of settledKeys(leaf.subject)) {
      const subject = subjectRecord(state, key);
      subject.settlements ??= [];
      subject.settlements.push(settlement);
    }
  }
}

function overruledStatements(
  state: ReplayState,
  index: number,
  leaf: DisputeClosing,
  sides: readonly ClaimRecord[],
): StatementRecord[] {
  const isLapse = leaf.reason === 'no-evidence-in-time';
  return leaf.suspends.flatMap((id) => {
    const statement = state.statements.get(id);
    if (statement === undefined) {
      reportAnomaly(state, index, 'statement-unknown');
    } else if (!isOverruled(statement, leaf, sides)) {
      reportAnomaly(state, index, 'suspends-uninvolved');
    } else if (isLapse && isToldProven(state, statement.name, statement.claimant.pseudonym, state.size)) {
      reportAnomaly(state, index, 'lapse-of-proven-no');
    } else {
      return [statement];
    }
    return [];
  });
}

/** Only what a losing side said about the subject of the dispute can be set aside; whoever keeps their word keeps it. */
function isOverruled(
  statement: StatementRecord,
  { subject, outcome, upheld }: DisputeClosing,
  sides: readonly ClaimRecord[],
): boolean {
  const { claimant, name, preference } = statement;
  const isSide = sides.some((side) => side.claimant === claimant && side.name === name);
  if (!isSide || !isAbout(statement, subject)) {
    return false;
  }
  switch (outcome) {
    case 'yes-stands':
      return preference !== 'allow';
    case 'no-stands':
      return preference === 'allow';
    default:
      return !sides.some((side) => side.id === upheld && side.claimant === claimant);
  }
}

/** Rivals name the same bytes by works of their own. */
function isAbout({ name, recognitions }: StatementRecord, subject: LeafSubject): boolean {
  return name === subjectName(subject) || recognitionKeys(subject).some((key) => recognitions.includes(key));
}

function settlementOf(
  index: number,
  { outcome, upheld, reason }: DisputeClosing,
  sides: readonly ClaimRecord[],
  overruled: readonly StatementRecord[],
): Settlement | undefined {
  const isAnswer = outcome === 'yes-stands' && overruled.length > 0;
  const losing = new Set(overruled.map(({ claimant }) => claimant));
  const winners = isAnswer
    ? sides.filter(({ claimant }) => !losing.has(claimant))
    : sides.filter(({ id }) => id === upheld);
  const level = provenLevel(winners, index);
  // Where all others gave up nobody weighed anything.
  if (level === undefined || reason === 'claimant-withdrew') {
    return undefined;
  }
  const winning = new Set(winners.map(({ claimant }) => claimant));
  const others = sides.map(({ claimant }) => claimant).filter((claimant) => !winning.has(claimant));
  return {
    index,
    upheld: winners,
    level,
    losers: new Set(others),
    bindsAll: isAnswer,
    annulledAt: undefined,
  };
}

/** A digest that can be forged, or a likeness, must not settle anything for others. */
function settledKeys(subject: LeafSubject): string[] {
  switch (subject.kind) {
    case 'account':
      return [];
    case 'content':
      return subject.sha256 === undefined ? [] : [recognitionKey('sha256', subject.sha256)];
    default:
      return [placeKey(subject.kind, subject.sha256)];
  }
}
