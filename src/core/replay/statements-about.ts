/**
 * What was said about one place, for who knows its digest and not the address itself. From digests nobody can tell which
 * places lie within which, so that here a wider claim counts as far as leaves say so (`wider-claim` in assurance leaves).
 * Decisions do not rest on this reading: places-as-of.ts.
 */
import type { Assurance } from '../consent/assurance.js';
import type { AccountStatement } from '../consent/expand-account-statements.js';
import { type MandateGrade, bestGrade, lendsTo } from '../consent/mandate-grade.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import type { PlaceKind } from '../consent/subject.js';
import { bestLevel, ownLevel, toldLevel } from './claim-standing.js';
import { type Moment, gradesOf } from './mandate-in-force.js';
import type { ClaimRecord, ClaimantRecord, ReplayState } from './replay-state.js';
import { comesTooLate } from './settled.js';
import { statementAsOf } from './statement-as-of.js';
import { placeKey } from './subject-name.js';

/** The statements about exactly this place that stood at a moment, in the order of the log. */
export function statementsAbout(
  state: ReplayState,
  place: { readonly kind: PlaceKind; readonly sha256: string },
  moment: Moment,
): StandingStatement[] {
  return statementsNamed(state, placeKey(place.kind, place.sha256), moment);
}

/** The same for a place or a work by its name, as `subjectName` makes it. */
export function statementsNamed(state: ReplayState, name: string, moment: Moment): StandingStatement[] {
  const { claims = [], statements = [], settlements = [] } = state.subjects.get(name) ?? {};
  return statements.flatMap((record) => {
    const standing = statementAsOf(state, record, moment.size);
    if (standing === undefined || record.subject === undefined) {
      return [];
    }
    const rests = restsAsTold(record.claimant, standing, claims, moment);
    const utterance = { claimant: record.claimant, since: record.index, ...rests };
    const late = comesTooLate(utterance, settlements, moment.size);
    return [{ ...standing, ...(late ? { suspended: true } : {}), subject: record.subject, ...rests }];
  });
}

/** What a statement rests on as leaves tell of these claims, own ones and those of who is spoken for. */
export function restsAsTold(
  claimant: ClaimantRecord,
  { basis, preference }: Pick<AccountStatement, 'basis' | 'preference'>,
  claims: readonly ClaimRecord[],
  moment: Moment,
): { readonly assurance: Assurance; readonly mandate?: MandateGrade } {
  const isOver = (claim: ClaimRecord) => ownLevel(claim, moment.size) === undefined;
  const lending = claims.map((claim) => ({
    level: toldLevel(claim, moment.size),
    isOwn: claim.claimant === claimant,
    grades: basis === 'mandate' && !isOver(claim) ? gradesOf(claimant, claim, moment) : [],
  }));
  const carries = lending.filter(
    ({ isOwn, grades }) => isOwn || grades.some((grade) => lendsTo(grade, preference)),
  );
  const assurance = bestLevel(carries.map(({ level }) => level)) ?? 'asserted';
  const mandate = bestGrade(lending.flatMap(({ grades }) => grades));
  return mandate === undefined ? { assurance } : { assurance, mandate };
}
