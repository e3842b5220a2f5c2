/**
 * What a log has said so far, kept with the indexes at which it said it, so that one state answers for every size up to
 * its own. Grown by replay.ts; nothing in it is ever taken back. Everything rests on leaves alone.
 */
import type { Assurance } from '../consent/assurance.js';
import type { Basis } from '../consent/basis.js';
import type { Capacity } from '../consent/capacity.js';
import type { MandateGrade } from '../consent/mandate-grade.js';
import type { MatchProblem } from '../consent/match.js';
import type { Preference } from '../consent/preference.js';
import type { Subject } from '../consent/subject.js';
import type { Use } from '../consent/use.js';
import type { DisputeCause } from '../log/dispute-leaf.js';
import type { AccountErasure } from '../log/erasure-leaf.js';
import type { KeyLeaf } from '../log/key-leaf.js';
import type { Anomaly, AnomalyCode } from './anomaly.js';
import type { Timeline } from './timeline.js';

/** What leaves said by or about one pseudonym. */
export interface ClaimantRecord {
  readonly pseudonym: string;
  /** Their last statement about each subject, by its name. */
  readonly latest: Map<string, StatementRecord>;
  readonly accountStatements: StatementRecord[];
  /** The mandates by which they speak for others, by the other. */
  readonly mandates: Map<ClaimantRecord, MandateRecord[]>;
  /** Who has, or had, a mandate to speak for them. */
  readonly agents: Set<ClaimantRecord>;
  /** How many suspensions of everything they state are in force. */
  readonly suspensions: Timeline<number>;
  /** How many suspensions of what they permit are in force. */
  readonly pauses: Timeline<number>;
  erasure: { readonly index: number; readonly noes: AccountErasure['noes'] } | undefined;
}

export interface StatementRecord {
  /** Leaf hash, hexadecimal. */
  readonly id: string;
  readonly index: number;
  readonly claimant: ClaimantRecord;
  readonly capacity: Capacity;
  /** `subject` of a statement about the whole account is undefined. */
  readonly subject: Subject | undefined;
  readonly name: string;
  /** The keys of what it names a work by; none for a place. */
  readonly recognitions: readonly string[];
  readonly use: Use;
  readonly preference: Preference;
  readonly basis: Basis;
  readonly ownWorks: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number | undefined;
  /** The statement before it by the same claimant about the same subject, whatever its use. */
  readonly previous: StatementRecord | undefined;
  /** Index of the leaf that withdrew it, or a later one of its kind. */
  endedAt: number | undefined;
  openingErasedAt: number | undefined;
  /** How many suspensions and decided disputes set it aside; undefined while none ever did. */
  suspensions: Timeline<number> | undefined;
  /** How many suspensions set aside what it permits; undefined while none ever did. */
  pauses: Timeline<number> | undefined;
}

/** What a claim has reached. */
export interface Standing {
  /** By itself; undefined once it is over. */
  readonly own: Assurance | undefined;
  /** As its latest leaf says, which may be about a wider place of the same claimant. */
  readonly told: Assurance;
}

export interface ClaimRecord {
  readonly id: string;
  readonly index: number;
  readonly claimant: ClaimantRecord;
  readonly capacity: Capacity;
  readonly subject: Subject;
  readonly name: string;
  /** The keys of what it names a work by; none for a place. */
  readonly recognitions: readonly string[];
  readonly standings: Timeline<Standing>;
}

export interface MandateRecord {
  readonly index: number;
  readonly principal: ClaimantRecord;
  readonly agent: ClaimantRecord;
  readonly grade: MandateGrade;
  readonly scope: 'all' | ReadonlySet<string>;
  /** Milliseconds since 1970 UTC. */
  readonly expiresAt: number | undefined;
  revokedAt: number | undefined;
}

/** An address that holds a claimed work. */
export interface MatchRecord {
  readonly index: number;
  readonly name: string;
  readonly claim: ClaimRecord;
  readonly distance: number;
  readonly carriesNoYes: MatchProblem | undefined;
  removedAt: number | undefined;
}

export interface DisputeRecord {
  readonly openedAt: number;
  readonly cause: DisputeCause;
  readonly sides: Map<string, ClaimRecord>;
  closedAt: number | undefined;
}

/** What a decided dispute demands of those who speak about its subject from then on. */
export interface Settlement {
  readonly index: number;
  readonly upheld: readonly ClaimRecord[];
  /** The best that the upheld claims had reached when it was decided. */
  readonly level: Assurance;
  readonly losers: ReadonlySet<ClaimantRecord>;
  /** Whether the word of others is not enough either: a no was weighed, and found to be without ground. */
  readonly bindsAll: boolean;
  /** Index of the leaf that lifted the decision; undefined while it holds. */
  annulledAt: number | undefined;
}

/** What was said about something that one key finds. */
export interface SubjectRecord {
  readonly claims: ClaimRecord[];
  readonly statements: StatementRecord[];
  matches: MatchRecord[] | undefined;
  settlements: Settlement[] | undefined;
}

export interface ReplayState {
  /** Leaves read, the missing ones before the last of them among them. */
  size: number;
  /** The logged time, which never runs back, in milliseconds since 1970 UTC. */
  readonly times: Timeline<number>;
  readonly anomalies: Anomaly[];
  /** Index of the first leaf that is missing, or from which on it is known that some are. */
  firstGap: number | undefined;
  /** What was taken over from another log that this one continues. */
  takenOver: TakenOver | undefined;
  readonly claimants: Map<string, ClaimantRecord>;
  readonly subjects: Map<string, SubjectRecord>;
  readonly claims: Map<string, ClaimRecord>;
  readonly statements: Map<string, StatementRecord>;
  readonly mandates: Map<string, MandateRecord>;
  readonly matches: Map<string, MatchRecord>;
  readonly disputes: Map<string, DisputeRecord>;
  readonly suspensions: Map<string, SuspensionRecord>;
  /** The key leaves, in order; whether a key may sign is for who checks a signature to say. */
  readonly keys: { readonly index: number; readonly leaf: KeyLeaf }[];
}

/** Leaves that keep the time at which another log took them. */
export interface TakenOver {
  /** Index of the last of them. */
  last: number;
  /** When they were logged by the log that took them, which never runs back, in milliseconds since 1970 UTC. */
  readonly times: Timeline<number>;
  latest: number;
}

export interface SuspensionRecord {
  /** What it sets aside: the timelines of statements, or of a claimant. */
  readonly timelines: readonly Timeline<number>[];
  /** What is settled until it is lifted, where it is the closing of a dispute. */
  readonly settlement: Settlement | undefined;
  isLifted: boolean;
}

/** The state before the first leaf. */
export function emptyState(): ReplayState {
  return {
    size: 0,
    times: [],
    anomalies: [],
    firstGap: undefined,
    takenOver: undefined,
    claimants: new Map(),
    subjects: new Map(),
    claims: new Map(),
    statements: new Map(),
    mandates: new Map(),
    matches: new Map(),
    disputes: new Map(),
    suspensions: new Map(),
    keys: [],
  };
}

/** What is kept about a pseudonym, from its first leaf on. */
export function claimantRecord(state: ReplayState, pseudonym: string): ClaimantRecord {
  let record = state.claimants.get(pseudonym);
  if (record === undefined) {
    record = {
      pseudonym,
      latest: new Map(),
      accountStatements: [],
      mandates: new Map(),
      agents: new Set(),
      suspensions: [],
      pauses: [],
      erasure: undefined,
    };
    state.claimants.set(pseudonym, record);
  }
  return record;
}

/** What is kept under a key, from its first leaf on. */
export function subjectRecord(state: ReplayState, key: string): SubjectRecord {
  let record = state.subjects.get(key);
  if (record === undefined) {
    record = { claims: [], statements: [], matches: undefined, settlements: undefined };
    state.subjects.set(key, record);
  }
  return record;
}

export function reportAnomaly(state: ReplayState, index: number, code: AnomalyCode): void {
  state.anomalies.push({ index, code });
}
