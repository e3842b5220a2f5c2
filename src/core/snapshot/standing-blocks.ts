/**
 * What every key of a snapshot holds, from a replay of the log. Everything that depends on the log's size alone is worked out
 * here; the moment of a question decides later what has expired.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../bytes/utf8.js';
import type { Assurance } from '../consent/assurance.js';
import { PLACE_KINDS, type PlaceKind } from '../consent/subject.js';
import { ownLevel } from '../replay/claim-standing.js';
import { mandatedStatements, reachedSince } from '../replay/by-mandate.js';
import { isMandated, speakings } from '../replay/mandate-in-force.js';
import type {
  ClaimRecord,
  ClaimantRecord,
  ReplayState,
  Settlement,
  StatementRecord,
  SubjectRecord,
} from '../replay/replay-state.js';
import { levelToBeHeard } from '../replay/settled.js';
import { statementAsOf } from '../replay/statement-as-of.js';
import type { Sha256 } from '../log/sha256.js';
import { urlKey } from '../url/url-key.js';
import type { Holding, KeyBlock, PlaceVoice, Voice } from './key-block.js';
import type { PlaceKeys } from './place-keys.js';
import { WorkVoices } from './work-voices.js';

export interface KeyedBlock {
  readonly key: bigint;
  /** SHA-256 of what the key stands for, 32 bytes. */
  readonly digest: Uint8Array;
  /** Of a digest or a fingerprint of a work its name, by `recognitionKey`; undefined for a place. */
  readonly recognition: string | undefined;
  readonly block: KeyBlock;
}

/**
 * One block for every key under which something stands when the log has `size` leaves, in no order.
 * @param placeKeys of every place that the leaves name
 */
export function* standingBlocks(
  state: ReplayState,
  size: number,
  placeKeys: PlaceKeys,
  sha256: Sha256,
): Generator<KeyedBlock> {
  const reader = new StandingReader(state, size);
  for (const [digest, keys] of placeKeys) {
    const block = reader.atPlace(digest);
    if (isEmpty(block)) continue;
    for (const key of keys) yield { key, digest: hexToBytes(digest), recognition: undefined, block };
  }
  for (const [name, subject] of state.subjects) {
    if (!isRecognition(name)) continue;
    const block = { places: [], holdings: [], ...reader.works.recognised(subject) };
    if (isEmpty(block)) continue;
    yield { key: urlKey(name), digest: sha256(encodeUtf8(name)), recognition: name, block };
  }
}

const PLACES_AND_WORKS = new RegExp(`^(${PLACE_KINDS.join('|')}|work) `);

/** The names of places and works are no keys: a place has keys by its digest, and the id of a work finds nothing. */
function isRecognition(name: string): boolean {
  return name !== 'account' && !PLACES_AND_WORKS.test(name);
}

function isEmpty({ places, works, holdings, contentClaimants }: KeyBlock): boolean {
  return places.length + works.length + holdings.length + contentClaimants.length === 0;
}

class StandingReader {
  readonly works: WorkVoices;
  readonly #state: ReplayState;
  readonly #size: number;

  constructor(state: ReplayState, size: number) {
    this.#state = state;
    this.#size = size;
    this.works = new WorkVoices(state, size);
  }

  atPlace(digest: string): KeyBlock {
    const found = PLACE_KINDS.flatMap((kind) => {
      const subject = this.#state.subjects.get(`${kind} ${digest}`);
      return subject === undefined ? [] : [{ kind, subject }];
    });
    const matched = found.map(({ subject }) => this.works.matched(subject));
    return {
      places: found.flatMap(({ kind, subject }) => this.#placeVoices(kind, subject)),
      holdings: found.flatMap(({ kind, subject }) => this.#holdings(kind, subject)),
      works: matched.flatMap(({ works }) => works),
      contentClaimants: [...new Set(matched.flatMap(({ contentClaimants }) => contentClaimants))],
    };
  }

  #placeVoices(kind: PlaceKind, subject: SubjectRecord): PlaceVoice[] {
    const own = subject.statements.flatMap((record) => {
      const { claimant, index: since } = record;
      return this.#voices(record, levelToBeHeard({ claimant, since }, subject.settlements ?? [], this.#size));
    });
    return [...own, ...this.#accountVoices(subject)].map((voice) => ({ ...voice, kind }));
  }

  /** A claim brings its place under what its claimant says about their whole account; the first of several does. */
  #accountVoices({ claims, settlements = [] }: SubjectRecord): Voice[] {
    const standing = claims.filter((claim) => ownLevel(claim, this.#size) !== undefined);
    const bringing = new Map<ClaimantRecord, ClaimRecord>();
    for (const claim of standing) {
      if (!bringing.has(claim.claimant)) bringing.set(claim.claimant, claim);
    }
    const owners = [...bringing].flatMap(([claimant, { index, capacity }]) =>
      this.#saidByAccount(claimant.accountStatements, index, settlements).map((voice) => ({
        ...voice,
        capacity,
      })),
    );
    const agents = new Set(
      standing.flatMap((claim) =>
        [...claim.claimant.agents].filter((agent) => isMandated(agent, claim, this.#size)),
      ),
    );
    const others = [...agents].filter((agent) => !bringing.has(agent));
    return [
      ...owners,
      ...others.flatMap((agent) => {
        const since = reachedSince(agent, standing, this.#size);
        return this.#saidByAccount(mandatedStatements(agent), since, settlements).map((voice) => ({
          ...voice,
          capacity: 'agent' as const,
          byMandate: true as const,
        }));
      }),
    ];
  }

  #saidByAccount(
    statements: readonly StatementRecord[],
    broughtAt: number,
    settlements: readonly Settlement[],
  ): Voice[] {
    return statements.flatMap((record) => {
      const utterance = { claimant: record.claimant, since: Math.max(record.index, broughtAt) };
      const heardFrom = levelToBeHeard(utterance, settlements, this.#size);
      return this.#voices(record, heardFrom).map((voice) => ({ ...voice, accountWide: true as const }));
    });
  }

  #voices(record: StatementRecord, heardFrom: Assurance | undefined): Voice[] {
    const standing = statementAsOf(this.#state, record, this.#size);
    if (standing === undefined) return [];
    return [heardFrom === undefined ? standing : { ...standing, heardFrom }];
  }

  #holdings(kind: PlaceKind, { claims }: SubjectRecord): Holding[] {
    return claims.flatMap((claim) => {
      const level = ownLevel(claim, this.#size);
      if (level === undefined) return [];
      const own = { kind, claimant: claim.claimant.pseudonym, level, until: Infinity };
      const lent = [...claim.claimant.agents].flatMap((agent) =>
        speakings(agent, claim, this.#size).map(({ grade, until }) => ({
          ...own,
          claimant: agent.pseudonym,
          until,
          lentBy: grade,
        })),
      );
      return [own, ...lent];
    });
  }
}
