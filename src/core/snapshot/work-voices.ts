/** What was said about works, as a snapshot keeps it: under what they are recognised by, and at the addresses that hold them. */
import type { Assurance } from '../consent/assurance.js';
import type { Basis } from '../consent/basis.js';
import { isAssured } from '../consent/assurance.js';
import { bestLevel, ownLevel } from '../replay/claim-standing.js';
import { mandatedStatements, reachedSince } from '../replay/by-mandate.js';
import { isMandated, speakings } from '../replay/mandate-in-force.js';
import type {
  ClaimRecord,
  ClaimantRecord,
  MatchRecord,
  ReplayState,
  StatementRecord,
  SubjectRecord,
} from '../replay/replay-state.js';
import { levelToBeHeard } from '../replay/settled.js';
import { statementAsOf } from '../replay/statement-as-of.js';
import { isMatched } from '../replay/work-hits.js';
import { type AboutWork, namesAll } from '../replay/works-as-of.js';
import type { KeyBlock, Lent, WorkVoice } from './key-block.js';

type FoundWorks = Pick<KeyBlock, 'works' | 'contentClaimants'>;
type Way = Pick<WorkVoice, 'distance' | 'carriesNoYes'>;

const NOTHING: FoundWorks = { works: [], contentClaimants: [] };
const ITSELF: Way = { distance: 0 };

export class WorkVoices {
  readonly #state: ReplayState;
  readonly #size: number;

  constructor(state: ReplayState, size: number) {
    this.#state = state;
    this.#size = size;
  }

  /** Under a digest or a fingerprint. */
  recognised({ statements, claims }: SubjectRecord): FoundWorks {
    return {
      works: [
        ...statements.flatMap((statement) => this.#said(statement, ITSELF)),
        ...claims.flatMap((claim) => this.#saidByAccount(claim, ITSELF)),
      ],
      contentClaimants: this.#claimants(claims),
    };
  }

  /** At an address that the log says holds claimed works. */
  matched({ matches = [] }: SubjectRecord): FoundWorks {
    const standing = matches.filter((match) => isMatched(match, this.#size));
    if (standing.length === 0) return NOTHING;
    return {
      works: standing.flatMap((match) => this.#saidOf(match)),
      contentClaimants: this.#claimants(standing.map(({ claim }) => claim)),
    };
  }

  #saidOf({ claim, distance, carriesNoYes }: MatchRecord): WorkVoice[] {
    const subject = this.#state.subjects.get(claim.name);
    const wayOf = (about: AboutWork): Way => {
      const problem = carriesNoYes ?? (namesAll(claim, about) ? undefined : 'match-needs-review');
      return problem === undefined ? { distance } : { distance, carriesNoYes: problem };
    };
    return [
      ...(subject?.statements ?? []).flatMap((statement) => this.#said(statement, wayOf(statement))),
      ...this.#saidByAccount(claim, wayOf(claim)),
    ];
  }

  #said(record: StatementRecord, way: Way): WorkVoice[] {
    const { claimant, index: since, basis, subject } = record;
    const standing = statementAsOf(this.#state, record, this.#size);
    if (standing === undefined || subject === undefined) return [];
    const rests = this.#rests(record, claimant, basis);
    return [{ ...standing, ...way, ...rests, ...this.#heard(record, claimant, since), work: workOf(record) }];
  }

  #saidByAccount(claim: ClaimRecord, way: Way): WorkVoice[] {
    const { claimant, capacity } = claim;
    if (ownLevel(claim, this.#size) === undefined) return [];
    const agents = [...claimant.agents].filter((agent) => isMandated(agent, claim, this.#size));
    return [
      ...claimant.accountStatements.flatMap((record) => {
        const rests = this.#rests(claim, claimant, record.basis);
        return this.#brought(claim, record, claim.index, { ...way, ...rests, capacity });
      }),
      ...agents.flatMap((agent) => {
        const since = reachedSince(agent, [claim], this.#size);
        const rests = { assurance: 'asserted' as const, lent: this.#lent([claim], agent) };
        const speaking = { ...way, ...rests, capacity: 'agent' as const, byMandate: true as const };
        return mandatedStatements(agent).flatMap((record) => this.#brought(claim, record, since, speaking));
      }),
    ];
  }

  #brought(
    claim: ClaimRecord,
    record: StatementRecord,
    broughtAt: number,
    speaking: Pick<WorkVoice, 'distance' | 'carriesNoYes' | 'assurance' | 'lent' | 'capacity' | 'byMandate'>,
  ): WorkVoice[] {
    const standing = statementAsOf(this.#state, record, this.#size);
    if (standing === undefined) return [];
    const since = Math.max(record.index, broughtAt);
    const work = { work: workOf(claim), claim: claim.id, accountWide: true as const };
    return [{ ...standing, ...work, ...speaking, ...this.#heard(claim, record.claimant, since) }];
  }

  /** By claims on the same work that name all of it. */
  #rests(about: AboutWork, claimant: ClaimantRecord, basis: Basis): Pick<WorkVoice, 'assurance' | 'lent'> {
    const claims = this.#state.subjects.get(about.name)?.claims ?? [];
    const lending = claims.filter((claim) => namesAll(claim, about));
    const own = lending.filter((claim) => claim.claimant === claimant);
    const assurance = bestLevel(own.map((claim) => ownLevel(claim, this.#size))) ?? 'asserted';
    return { assurance, lent: basis === 'mandate' ? this.#lent(lending, claimant) : [] };
  }

  #lent(claims: readonly ClaimRecord[], agent: ClaimantRecord): Lent[] {
    return claims.flatMap((claim) => {
      const level = ownLevel(claim, this.#size);
      return level === undefined
        ? []
        : speakings(agent, claim, this.#size).map((speaking) => ({ level, ...speaking }));
    });
  }

  #heard(about: AboutWork, claimant: ClaimantRecord, since: number): { readonly heardFrom?: Assurance } {
    const levels = about.recognitions.map((key) =>
      levelToBeHeard({ claimant, since }, this.#state.subjects.get(key)?.settlements ?? [], this.#size),
    );
    const heardFrom = bestLevel(levels);
    return heardFrom === undefined ? {} : { heardFrom };
  }

  #claimants(claims: readonly ClaimRecord[]): string[] {
    const heard = claims.filter((claim) => {
      const level = ownLevel(claim, this.#size);
      if (level === undefined) return false;
      const { heardFrom } = this.#heard(claim, claim.claimant, claim.index);
      return heardFrom === undefined || isAssured(level, heardFrom);
    });
    return [...new Set(heard.map(({ claimant }) => claimant.pseudonym))];
  }
}

/** The id of a work, as its name in a replay spells it. */
function workOf({ name }: AboutWork): string {
  return name.slice('work '.length);
}
