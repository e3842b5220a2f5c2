/**
 * What was said about one place, for who knows its digest and not the address itself. From digests nobody can tell which
 * places lie within which, so that here a wider claim counts as far as leaves say so (`wider-claim` in assurance leaves).
 * Decisions do not rest on this reading: places-as-of.ts.
 */
import type { StandingStatement } from '../consent/standing-statement.js';
import type { PlaceKind } from '../consent/subject.js';
import { bestLevel, toldLevel } from './claim-standing.js';
import { type Moment, speaksFor } from './mandate-in-force.js';
import type { ClaimRecord, ReplayState, StatementRecord } from './replay-state.js';
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
    const levels = claims
      .filter((claim) => lendsTo(record, claim, moment))
      .map((claim) => toldLevel(claim, moment.size));
    const assurance = bestLevel(levels) ?? 'asserted';
    const utterance = { claimant: record.claimant, since: record.index, assurance };
    const late = comesTooLate(utterance, settlements, moment.size);
    return [{ ...standing, ...(late ? { suspended: true } : {}), subject: record.subject, assurance }];
  });
}

function lendsTo({ claimant, basis }: StatementRecord, claim: ClaimRecord, moment: Moment): boolean {
  return claim.claimant === claimant || (basis === 'mandate' && speaksFor(claimant, claim, moment));
}
