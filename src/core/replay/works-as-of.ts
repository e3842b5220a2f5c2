/**
 * What was said about the works that an item is, or that the log says lie at its address, as of a log size. The id of a
 * work carries nothing from some bytes to others: a statement covers by what it names itself, and a claim lends only to
 * statements that name nothing more than the claim does.
 */
import type { Assurance } from '../consent/assurance.js';
import type { Capacity } from '../consent/capacity.js';
import { type AccountStatement, expandAccountStatements } from '../consent/expand-account-statements.js';
import type { MandateGrade } from '../consent/mandate-grade.js';
import type { ContentMatch } from '../consent/match.js';
import type { CoveringStatement } from '../consent/standing-statement.js';
import { agentsFor, lentTo, mandatedStatements, reachedSince } from './by-mandate.js';
import { bestLevel, ownLevel } from './claim-standing.js';
import type { DigestedItem } from './digested-item.js';
import type { Moment } from './mandate-in-force.js';
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
  const { claimant, subject } = statement;
  const standing = statementAsOf(state, statement, moment.size);
  if (standing === undefined || subject === undefined) {
    return [];
  }
  const rests = restsOn(state, statement, claimant, standing, moment);
  const late = isLate(state, statement, { claimant, since: statement.index, ...rests }, moment);
  const covering = { ...standing, ...(late ? { suspended: true } : {}), subject, ...rests };
  return ways.map((match) => ({ ...covering, match }));
}

/** A claim brings its work under what its claimant, and whoever speaks for them, says about their whole account. */
function coveringByAccount(
  state: ReplayState,
  claim: ClaimRecord,
  ways: readonly ContentMatch[],
  moment: Moment,
): CoveringStatement[] {
  const { claimant, capacity, index } = claim;
  return [
    ...claimant.accountStatements.flatMap((record) =>
      coveringWork(state, claim, { record, ways, capacity, since: index }, moment),
    ),
    ...agentsFor(claim, moment).flatMap((agent) => {
      const since = reachedSince(agent, [claim], moment.size);
      return mandatedStatements(agent).flatMap((record) =>
        coveringWork(state, claim, { record, ways, capacity: 'agent', since }, moment),
      );
    }),
  ];
}

interface AccountVoice {
  readonly record: StatementRecord;
  readonly ways: readonly ContentMatch[];
  readonly capacity: Capacity;
  /** The leaf by which the work came under what its claimant says. */
  readonly since: number;
}

function coveringWork(
  state: ReplayState,
  claim: ClaimRecord,
  { record, ways, capacity, since }: AccountVoice,
  moment: Moment,
): CoveringStatement[] {
  const { claimant } = record;
  const standing = statementAsOf(state, record, moment.size);
  if (standing === undefined) {
    return [];
  }
  const rests = isSpokenFor(claim, claimant)
    ? lentBy([claim], [], claimant, standing, moment)
    : restsOn(state, claim, claimant, standing, moment);
  const late = isLate(state, claim, { claimant, since: Math.max(record.index, since), ...rests }, moment);
  const said = { ...standing, ...(late ? { suspended: true } : {}) };
  const work = claim.name.slice('work '.length);
  const subject = { ...claim.subject, key: `${claimant.pseudonym} ${work} ${claim.id}` };
  const holding = { claimant: claimant.pseudonym, subject, capacity, ...rests };
  return expandAccountStatements([said], [holding]).flatMap((statement) =>
    ways.map((match) => ({ ...statement, match })),
  );
}

function isSpokenFor(claim: ClaimRecord, claimant: ClaimantRecord): boolean {
  return claim.claimant !== claimant;
}

interface Rests {
  readonly assurance: Assurance;
  readonly mandate?: MandateGrade;
}

type Said = Pick<AccountStatement, 'basis' | 'preference'>;

/** The best that claims on the same work which name all of it have reached, own ones or those of a principal. */
function restsOn(
  state: ReplayState,
  about: AboutWork,
  claimant: ClaimantRecord,
  said: Said,
  moment: Moment,
): Rests {
  const naming = (state.subjects.get(about.name)?.claims ?? []).filter((claim) => namesAll(claim, about));
  const own = naming
    .filter((claim) => claim.claimant === claimant)
    .map((claim) => ownLevel(claim, moment.size));
  return lentBy(said.basis === 'mandate' ? naming : [], own, claimant, said, moment);
}

function lentBy(
  claims: readonly ClaimRecord[],
  own: readonly (Assurance | undefined)[],
  claimant: ClaimantRecord,
  { preference }: Said,
  moment: Moment,
): Rests {
  const standing = claims.filter(
    (claim) => claim.claimant !== claimant && ownLevel(claim, moment.size) !== undefined,
  );
  const { levels, mandate } = lentTo(claimant, preference, standing, moment);
  const assurance = bestLevel([...own, ...levels]) ?? 'asserted';
  return mandate === undefined ? { assurance } : { assurance, mandate };
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
