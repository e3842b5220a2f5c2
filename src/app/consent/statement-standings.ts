import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Assurance } from '../../core/consent/assurance.js';
import { statementsInForce } from '../../core/consent/in-force.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';
import { levelToHear } from '../../core/replay/after-decisions.js';
import { findAsOf } from '../../core/replay/answer-as-of.js';
import type { PlaceDigest } from '../../core/replay/digested-item.js';
import type { Moment } from '../../core/replay/mandate-in-force.js';
import type { ReplayState } from '../../core/replay/replay-state.js';
import { statementAsOf } from '../../core/replay/statement-as-of.js';
import { statementsAbout } from '../../core/replay/statements-about.js';
import { recognisedAs } from '../../core/replay/subject-name.js';
import { urlKey } from '../../core/url/url-key.js';
import { coveringPlaces } from '../claims/covering-places.js';
import { placeDigest } from '../claims/place-digest.js';
import type { StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { loadReplayOfSome } from './load-replay.js';

export interface PlacedStatement {
  readonly statement: StatementRow;
  /** Undefined once the opening was erased. */
  readonly expression: string | undefined;
}

/** How a statement stands now. */
export interface StatementStanding {
  /** What it rests on. One that is over rests on nothing but its claimant's word. */
  readonly assurance: Assurance;
  /** Whether it is still its claimant's word: not withdrawn, ended, replaced, set aside or run out. */
  readonly isInForce: boolean;
  /** True when it is not heard: set aside, or too late for a dispute that was decided. */
  readonly isSetAside: boolean;
  /** Of one that came too late, the assurance with which it is heard after all. */
  readonly heardFrom: Assurance | undefined;
}

/** Of a statement that is over. */
const OVER: StatementStanding = {
  assurance: 'asserted',
  isInForce: false,
  isSetAside: false,
  heardFrom: undefined,
};

/** A place as it is looked up: by its key, then by its digest. */
interface KeyedPlace extends PlaceDigest {
  readonly key: bigint;
}

/** Each of the statements with how it stands, in order. A handful of queries for all. */
export async function statementStandings<Placed extends PlacedStatement>(
  registry: Registry,
  placed: readonly Placed[],
): Promise<(Placed & StatementStanding)[]> {
  const size = Number(await registry.store.log.size());
  const places = placed.map((one) => placesOf(registry, one));
  const asked = {
    places: places.flat().map(({ key }) => key),
    others: placed.flatMap(({ statement }, index) =>
      places[index]?.length === 0 ? [statement.subjectKey] : [],
    ),
    claimants: await heardClaimants(registry, placed, places),
  };
  const { state } = await loadReplayOfSome(registry.store.log, asked, size);
  const moment = { size, at: registry.clock().getTime() };
  // Many statements of one list are about one place, which is read once.
  const standings = new Map<string, ReadonlyMap<string, StatementStanding>>();
  return placed.map((one, index) => {
    const id = bytesToHex(one.statement.id);
    const [own, ...wider] = places[index] ?? [];
    if (own === undefined) {
      const weigh = one.statement.kind === 'content' ? standingOfWork : standingAlone;
      return { ...one, ...weigh(state, one.statement, moment) };
    }
    const name = `${own.kind} ${own.sha256} ${String(one.expression === undefined)}`;
    const found =
      standings.get(name) ??
      standingsOf(
        state,
        one.expression === undefined
          ? statementsAbout(state, own, moment)
          : findAsOf(state, { outer: [own, ...wider], embedded: [], recognised: [] }, moment).covering,
        moment,
      );
    standings.set(name, found);
    return { ...one, ...(found.get(id) ?? OVER) };
  });
}

/**
 * Whoever said the statements. What an agent says for others may rest on what these have proven there; what they have not is worth
 * no more than the agent's own word.
 */
async function heardClaimants(
  { store }: Registry,
  placed: readonly PlacedStatement[],
  places: readonly (readonly KeyedPlace[])[],
): Promise<string[]> {
  const own = placed.map(({ statement }) => statement.claimant);
  const mandated = places.filter((_, index) => placed[index]?.statement.basis === 'mandate').flat();
  const digests = [...new Set(mandated.map(({ sha256 }) => sha256))].map(hexToBytes);
  return [...own, ...(digests.length === 0 ? [] : await store.claims.holdersOf(digests))];
}

function standingsOf(
  state: ReplayState,
  statements: readonly StandingStatement[],
  { size, at }: Moment,
): ReadonlyMap<string, StatementStanding> {
  const inForce = statementsInForce(statements, at);
  return new Map(
    statements.map((statement) => {
      const { id, assurance } = statement;
      const isSetAside = statement.suspended === true;
      const heardFrom = isSetAside ? levelToHear(state, id, size) : undefined;
      return [id, { assurance, isInForce: inForce.has(statement), isSetAside, heardFrom }];
    }),
  );
}

/** A work is weighed as an item that is exactly what the statement names. */
function standingOfWork(state: ReplayState, statement: StatementRow, moment: Moment): StatementStanding {
  const record = state.statements.get(bytesToHex(statement.id));
  const recognised = (record?.recognitions ?? []).map(recognisedAs);
  const { covering } = findAsOf(state, { outer: [], embedded: [], recognised }, moment);
  return standingsOf(state, covering, moment).get(bytesToHex(statement.id)) ?? OVER;
}

/** Of what is about an account the replay finds nothing else to weigh it against: its row says whether it was replaced. */
function standingAlone(
  state: ReplayState,
  { id, supersededBy }: StatementRow,
  { size, at }: Moment,
): StatementStanding {
  const record = state.statements.get(bytesToHex(id));
  const standing = record && statementAsOf(state, record, size);
  if (standing === undefined) return OVER;
  const subject = record?.subject ?? { kind: 'content', key: bytesToHex(id) };
  const said: StandingStatement = { ...standing, subject, assurance: OVER.assurance };
  return { ...OVER, isInForce: supersededBy === undefined && statementsInForce([said], at).has(said) };
}

/** The place of a statement, and the wider ones through which its claimant may hold it, where they can still be told. */
function placesOf({ sha256 }: Registry, { statement, expression }: PlacedStatement): KeyedPlace[] {
  const { kind, subjectDigest, subjectKey } = statement;
  if (kind === 'content' || kind === 'account') return [];
  if (expression === undefined) {
    return [{ kind, sha256: bytesToHex(subjectDigest), denyOnly: false, key: subjectKey }];
  }
  return coveringPlaces({ kind, expression }).map((place) => ({
    kind: place.kind,
    sha256: bytesToHex(placeDigest(place.expression, sha256)),
    denyOnly: false,
    key: urlKey(place.expression),
  }));
}
