/**
 * What was said about the works that an item is, or that the log says lie at its address, as of a log size. The id of a
 * work carries nothing from some bytes to others: a statement covers by what it names itself, and a claim lends only to
 * statements that name nothing more than the claim does.
 */
import type { Assurance } from '../consent/assurance.js';
import type { Basis } from '../consent/basis.js';
import { expandAccountStatements } from '../consent/expand-account-statements.js';
import type { ContentMatch } from '../consent/match.js';
import type { CoveringStatement } from '../consent/standing-statement.js';
import { bestLevel, ownLevel } from './claim-standing.js';
import type { DigestedItem } from './digested-item.js';
import { type Moment, speaksFor } from './mandate-in-force.js';
import type { ClaimRecord, ClaimantRecord, ReplayState, StatementRecord } from './replay-state.js';
import { type Utterance, comesTooLate } from './settled.js';
import { statementAsOf } from './statement-as-of.js';
import { type WorkHit, workHits } from './work-hits.js';

export interface FoundWorks {
  /** Each statement once for every way in which it covers the item. */
  readonly covering: readonly CoveringStatement[];
  /** Everybody who has a standing claim on what the item is. */
  readonly claimants: readonly string[];
}

/** What a statement or a claim names of a work. */
export type AboutWork = Pick<ClaimRecord, 'name' | 'recognitions'>;

export function worksAsOf(state: ReplayState, item: DigestedItem, moment: Moment): FoundWorks {
  const hits = workHits(state, item, moment.size);
  const statements = foundBy(hits, ({ subject }) => subject.statements);
  const claims = [...foundBy(hits, (hit) => hit.claims)].filter(
    ([claim]) => ownLevel(claim, moment.size) !== undefined,
  );
  const heard = claims.filter(([claim]) => {
    const assurance = ownLevel(claim, moment.size) ?? 'asserted';
    return !isLate(state, claim, { claimant: claim.claimant, since: claim.index, assurance }, moment);
  });
  return {
    covering: [
      ...[...statements].flatMap(([statement, ways]) => coveringBy(state, statement, ways, moment)),
      ...claims.flatMap(([claim, ways]) => coveringByAccount(state, claim, ways, moment)),
    ],
    claimants: [...new Set(heard.map(([{ claimant }]) => claimant.pseudonym))],
  };
}

/** What the hits found, each with the ways in which they did, the nearest of each kind. */
function foundBy<Found extends AboutWork>(
  hits: readonly WorkHit[],
  findings: (hit: WorkHit) => readonly Found[],
): Map<Found, ContentMatch[]> {
  const ways = new Map<Found, ContentMatch[]>();
  for (const hit of hits.toSorted((a, b) => a.match.distance - b.match.distance)) {
    for (const found of findings(hit)) {
      const way = wayOf(hit, found);
      const known = ways.get(found) ?? [];
      ways.set(found, known);
      if (!known.some(({ via, carriesNoYes }) => via === way.via && carriesNoYes === way.carriesNoYes)) {
        known.push(way);
      }
    }
  }
  return ways;
}

/** A yes that names more than the claim that was matched may be about other bytes than lie at the address. */
function wayOf({ match, matched }: WorkHit, found: AboutWork): ContentMatch {
  const isMore = matched !== undefined && match.carriesNoYes === undefined && !namesAll(matched, found);
  return isMore ? { ...match, carriesNoYes: 'match-needs-review' } : match;
}

function coveringBy(
  state: ReplayState,
  statement: StatementRecord,
  ways: readonly ContentMatch[],
  moment: Moment,
): CoveringStatement[] {
  const { claimant, basis, subject } = statement;
  const standing = statementAsOf(state, statement, moment.size);
  if (standing === undefined || subject === undefined) {
    return [];
  }
  const assurance = assuranceFor(state, statement, claimant, basis, moment);
  const late = isLate(state, statement, { claimant, since: statement.index, assurance }, moment);
  const covering = { ...standing, ...(late ? { suspended: true } : {}), subject, assurance };
  return ways.map((match) => ({ ...covering, match }));
}

/** A claim brings its work under what its claimant says about their whole account. */
function coveringByAccount(
  state: ReplayState,
  claim: ClaimRecord,
  ways: readonly ContentMatch[],
  moment: Moment,
): CoveringStatement[] {
  const { claimant, capacity, id } = claim;
  const subject = { ...claim.subject, key: `${claim.subject.key} ${id}` };
  return claimant.accountStatements.flatMap((record) => {
    const standing = statementAsOf(state, record, moment.size);
    if (standing === undefined) {
      return [];
    }
    const assurance = assuranceFor(state, claim, claimant, record.basis, moment);
    const since = Math.max(record.index, claim.index);
    const late = isLate(state, claim, { claimant, since, assurance }, moment);
    const said = { ...standing, ...(late ? { suspended: true } : {}) };
    const holding = { claimant: claimant.pseudonym, subject, capacity, assurance };
    return expandAccountStatements([said], [holding]).flatMap((statement) =>
      ways.map((match) => ({ ...statement, match })),
    );
  });
}

/** The best that claims on the same work which name all of it have reached, own ones or those of a principal. */
function assuranceFor(
  state: ReplayState,
  about: AboutWork,
  claimant: ClaimantRecord,
  basis: Basis,
  moment: Moment,
): Assurance {
  const claims = state.subjects.get(about.name)?.claims ?? [];
  const isOwn = (claim: ClaimRecord) =>
    claim.claimant === claimant || (basis === 'mandate' && speaksFor(claimant, claim, moment));
  const lending = claims.filter((claim) => namesAll(claim, about) && isOwn(claim));
  return bestLevel(lending.map((claim) => ownLevel(claim, moment.size))) ?? 'asserted';
}

/** Whether a claim names everything by which something else is recognised. */
export function namesAll(claim: AboutWork, { name, recognitions }: AboutWork): boolean {
  return claim.name === name && recognitions.every((key) => claim.recognitions.includes(key));
}

function isLate(state: ReplayState, about: AboutWork, utterance: Utterance, { size }: Moment): boolean {
  return about.recognitions.some((key) =>
    comesTooLate(utterance, state.subjects.get(key)?.settlements ?? [], size),
  );
}
