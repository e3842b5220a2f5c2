/**
 * What was said about the places under which an item is looked up, as of a log size. What a claimant has reached at a place
 * is the best that their claims on it, or on a wider one, have reached: the wider places are the ones that follow it among
 * the expressions of the item, so that nobody's word is needed for it.
 */
import type { Assurance } from '../consent/assurance.js';
import type { Basis } from '../consent/basis.js';
import { expandAccountStatements } from '../consent/expand-account-statements.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import { bestLevel, ownLevel } from './claim-standing.js';
import type { DigestedItem, PlaceDigest } from './digested-item.js';
import { type Moment, speaksFor } from './mandate-in-force.js';
import type { ClaimRecord, ClaimantRecord, ReplayState, SubjectRecord } from './replay-state.js';
import { type Utterance, comesTooLate } from './settled.js';
import { statementAsOf } from './statement-as-of.js';
import { placeKey } from './subject-name.js';

interface HeldClaim {
  readonly claim: ClaimRecord;
  readonly level: Assurance;
  /** Where its place stands among the expressions. */
  readonly position: number;
}

/** One address: its expressions, the most specific first, and the claims that stood on them. */
interface Address {
  readonly places: readonly PlaceDigest[];
  readonly held: ReadonlyMap<ClaimantRecord, readonly HeldClaim[]>;
  readonly moment: Moment;
}

/** The statements about places that cover the item, each once for each of its subjects, named by digest. */
export function placeStatementsAsOf(
  state: ReplayState,
  item: DigestedItem,
  moment: Moment,
): StandingStatement[] {
  const found: StandingStatement[] = [];
  const seen = new Set<SubjectRecord>();
  for (const places of [item.outer, ...item.embedded]) {
    const subjects = places.map(({ kind, sha256 }) => state.subjects.get(placeKey(kind, sha256)));
    const address = { places, held: heldClaims(subjects, moment), moment };
    for (const [position, subject] of subjects.entries()) {
      if (subject !== undefined && !seen.has(subject)) {
        seen.add(subject);
        found.push(...statementsAt(state, address, position, subject));
      }
    }
  }
  return found;
}

function heldClaims(
  subjects: readonly (SubjectRecord | undefined)[],
  { size }: Moment,
): Map<ClaimantRecord, HeldClaim[]> {
  const held = new Map<ClaimantRecord, HeldClaim[]>();
  for (const [position, subject] of subjects.entries()) {
    for (const claim of subject?.claims ?? []) {
      const level = ownLevel(claim, size);
      if (level !== undefined) {
        const own = held.get(claim.claimant) ?? [];
        held.set(claim.claimant, own);
        own.push({ claim, level, position });
      }
    }
  }
  return held;
}

function statementsAt(
  state: ReplayState,
  address: Address,
  position: number,
  subject: SubjectRecord,
): StandingStatement[] {
  const { size } = address.moment;
  const statements = subject.statements.flatMap((record) => {
    const standing = statementAsOf(state, record, size);
    if (standing === undefined || record.subject === undefined) {
      return [];
    }
    const assurance = assuranceAt(address, position, record.claimant, record.basis);
    const utterance = { claimant: record.claimant, since: record.index, assurance };
    return [{ ...standing, ...lateness(subject, utterance, size), subject: record.subject, assurance }];
  });
  return [...statements, ...accountStatementsAt(state, address, position, subject)];
}

/** A claim brings its place under what its claimant says about their whole account. */
function accountStatementsAt(
  state: ReplayState,
  address: Address,
  position: number,
  subject: SubjectRecord,
): StandingStatement[] {
  const { size } = address.moment;
  return [...address.held].flatMap(([claimant, held]) => {
    const speaks = claimant.accountStatements.length > 0;
    const claim = speaks ? held.find((one) => one.position === position)?.claim : undefined;
    if (claim === undefined) {
      return [];
    }
    return claimant.accountStatements.flatMap((record) => {
      const standing = statementAsOf(state, record, size);
      if (standing === undefined) {
        return [];
      }
      const assurance = assuranceAt(address, position, claimant, record.basis);
      const utterance = { claimant, since: Math.max(record.index, claim.index), assurance };
      const said = { ...standing, ...lateness(subject, utterance, size) };
      const { capacity } = claim;
      const holding = { claimant: claimant.pseudonym, subject: claim.subject, capacity, assurance };
      return expandAccountStatements([said], [holding]);
    });
  });
}

function assuranceAt(
  { places, held, moment }: Address,
  position: number,
  claimant: ClaimantRecord,
  basis: Basis,
): Assurance {
  const reaches = (one: HeldClaim) =>
    one.position === position || (one.position > position && places[one.position]?.denyOnly === false);
  const own = held.get(claimant) ?? [];
  const lent = basis === 'mandate' ? lentClaims(held, claimant, moment) : [];
  return bestLevel([...own, ...lent].filter(reaches).map(({ level }) => level)) ?? 'asserted';
}

function lentClaims(held: Address['held'], agent: ClaimantRecord, moment: Moment): HeldClaim[] {
  return [...held]
    .filter(([principal]) => agent.mandates.has(principal))
    .flatMap(([, claims]) => claims.filter(({ claim }) => speaksFor(agent, claim, moment)));
}

function lateness(
  { settlements = [] }: SubjectRecord,
  utterance: Utterance,
  size: number,
): { readonly suspended?: true } {
  return comesTooLate(utterance, settlements, size) ? { suspended: true } : {};
}
