/**
 * What was said about the places under which an item is looked up, as of a log size. What a claimant has reached at a place
 * is the best that their claims on it, or on a wider one, have reached: the wider places are the ones that follow it among
 * the expressions of the item, so that nobody's word is needed for it.
 */
import type { Assurance } from '../consent/assurance.js';
import type { Capacity } from '../consent/capacity.js';
import { type AccountStatement, expandAccountStatements } from '../consent/expand-account-statements.js';
import type { MandateGrade } from '../consent/mandate-grade.js';
import type { StandingStatement } from '../consent/standing-statement.js';
import type { Subject } from '../consent/subject.js';
import { agentsFor, lentTo, mandatedStatements, reachedSince } from './by-mandate.js';
import { bestLevel, ownLevel } from './claim-standing.js';
import type { DigestedItem, PlaceDigest } from './digested-item.js';
import type { Moment } from './mandate-in-force.js';
import type {
  ClaimRecord,
  ClaimantRecord,
  ReplayState,
  StatementRecord,
  SubjectRecord,
} from './replay-state.js';
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
    const rests = restsAt(address, position, record.claimant, standing);
    const utterance = { claimant: record.claimant, since: record.index, ...rests };
    return [{ ...standing, ...lateness(subject, utterance, size), subject: record.subject, ...rests }];
  });
  return [...statements, ...accountStatementsAt(state, address, position, subject)];
}

/** Who speaks about all that they hold, or speak for, at a place. */
interface Speaker {
  readonly claimant: ClaimantRecord;
  readonly statements: readonly StatementRecord[];
  readonly subject: Subject;
  readonly capacity: Capacity;
  /** The leaf by which the place came under what they say. */
  readonly since: number;
}

/** A claim brings its place under what its claimant says about their whole account. */
function accountStatementsAt(
  state: ReplayState,
  address: Address,
  position: number,
  subject: SubjectRecord,
): StandingStatement[] {
  const { size } = address.moment;
  return speakersAt(address, position).flatMap(({ claimant, statements, capacity, ...speaker }) =>
    statements.flatMap((record) => {
      const standing = statementAsOf(state, record, size);
      if (standing === undefined) {
        return [];
      }
      const rests = restsAt(address, position, claimant, standing);
      const utterance = { claimant, since: Math.max(record.index, speaker.since), ...rests };
      const said = { ...standing, ...lateness(subject, utterance, size) };
      const holding = { claimant: claimant.pseudonym, subject: speaker.subject, capacity, ...rests };
      return expandAccountStatements([said], [holding]);
    }),
  );
}

/** Who has a claim of their own there; and of those who speak for others that have, whoever has none. */
function speakersAt({ held, moment }: Address, position: number): Speaker[] {
  const here = [...held].flatMap(([claimant, claims]) => {
    const there = claims.filter((one) => one.position === position).map(({ claim }) => claim);
    return there.length === 0 ? [] : [{ claimant, claims: there }];
  });
  const owners = here.flatMap(({ claimant, claims: [first] }) =>
    first === undefined
      ? []
      : [
          {
            claimant,
            statements: claimant.accountStatements,
            subject: first.subject,
            capacity: first.capacity,
            since: first.index,
          },
        ],
  );
  const isOwner = (agent: ClaimantRecord) => here.some(({ claimant }) => claimant === agent);
  const claims = here.flatMap((one) => one.claims);
  const agents = new Set(
    claims.flatMap((claim) => agentsFor(claim, moment)).filter((agent) => !isOwner(agent)),
  );
  const [any] = claims;
  return [
    ...owners,
    ...[...agents].flatMap((agent) =>
      any === undefined
        ? []
        : [
            {
              claimant: agent,
              statements: mandatedStatements(agent),
              subject: any.subject,
              capacity: 'agent' as const,
              since: reachedSince(agent, claims, moment.size),
            },
          ],
    ),
  ];
}

function restsAt(
  { places, held, moment }: Address,
  position: number,
  claimant: ClaimantRecord,
  { basis, preference }: Pick<AccountStatement, 'basis' | 'preference'>,
): { readonly assurance: Assurance; readonly mandate?: MandateGrade } {
  const reaches = (one: HeldClaim) =>
    one.position === position || (one.position > position && places[one.position]?.denyOnly === false);
  const own = (held.get(claimant) ?? []).filter(reaches).map(({ level }) => level);
  if (basis !== 'mandate') {
    return { assurance: bestLevel(own) ?? 'asserted' };
  }
  const others = [...held].filter(([principal]) => claimant.mandates.has(principal));
  const claims = others.flatMap(([, theirs]) => theirs.filter(reaches).map(({ claim }) => claim));
  const { levels, mandate } = lentTo(claimant, preference, claims, moment);
  const assurance = bestLevel([...own, ...levels]) ?? 'asserted';
  return mandate === undefined ? { assurance } : { assurance, mandate };
}

function lateness(
  { settlements = [] }: SubjectRecord,
  utterance: Utterance,
  size: number,
): { readonly suspended?: true } {
  return comesTooLate(utterance, settlements, size) ? { suspended: true } : {};
}
