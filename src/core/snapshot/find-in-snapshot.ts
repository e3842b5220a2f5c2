/**
 * What covers an item, from a snapshot: the same statements, resting on the same, as a replay of the log at its size finds
 * (src/core/replay), for `decide`.
 */
import { type Assurance, isAssured } from '../consent/assurance.js';
import { type Item, matchStatements } from '../consent/coverage.js';
import { reachesHolding } from '../consent/expand-account-statements.js';
import { type MandateGrade, bestGrade, lendsTo } from '../consent/mandate-grade.js';
import type { ContentMatch, MatchProblem } from '../consent/match.js';
import type { CoveringStatement, StandingStatement } from '../consent/standing-statement.js';
import type { PlaceExpression, Subject } from '../consent/subject.js';
import type { FoundAsOf } from '../replay/answer-as-of.js';
import { bestLevel } from '../replay/claim-standing.js';
import type { Recognition } from '../replay/digested-item.js';
import { recognitionKey } from '../replay/subject-name.js';
import type { Holding, KeyBlock, Lent, PlaceVoice, Voice, WorkVoice } from './key-block.js';

/** Where blocks are found. */
export interface BlockSource {
  /** False only when nothing that stands can cover an address with these expressions. */
  mayCover(expressions: readonly PlaceExpression[]): boolean;
  /** The block of an expression, or of a digest or fingerprint by `recognitionKey`. */
  block(text: string): KeyBlock | undefined;
}

export interface SnapshotItem extends Pick<Item, 'outer' | 'embedded'> {
  readonly recognised?: readonly Recognition[];
}

const NOTHING: FoundAsOf = { covering: [], contentClaimants: [] };

/** @param at milliseconds since 1970 UTC */
export function findInSnapshot(source: BlockSource, item: SnapshotItem, at: number): FoundAsOf {
  const { outer, embedded, recognised = [] } = item;
  const isCovered = [outer, ...embedded].some((expressions) => source.mayCover(expressions));
  if (!isCovered && recognised.length === 0) return NOTHING;
  const addresses = [outer, ...embedded].map((places) => ({
    places,
    blocks: places.map(({ expression }) => (isCovered ? source.block(expression) : undefined)),
  }));
  const isFound = addresses.some(({ blocks }) => blocks.some((block) => block !== undefined));
  if (!isFound && recognised.length === 0) return NOTHING;
  const places = placeStatements(addresses, at);
  const works = new FoundWorks(at);
  for (const { by, value, distance } of recognised) {
    const via = by === 'md5' ? ('md5' as const) : ('content' as const);
    works.add(source.block(recognitionKey(by, value)), { via, distance });
  }
  for (const [number, address] of addresses.entries()) works.addMatched(address, number === 0);
  return {
    covering: [...matchStatements({ outer, embedded, works: [] }, places), ...works.covering()],
    contentClaimants: [...works.claimants],
  };
}

interface Address {
  readonly places: readonly PlaceExpression[];
  readonly blocks: readonly (KeyBlock | undefined)[];
}

function placeStatements(addresses: readonly Address[], at: number): StandingStatement[] {
  const seen = new Set<string>();
  return addresses.flatMap((address) =>
    address.places.flatMap(({ kind, expression }, position) => {
      const voices = address.blocks[position]?.places;
      if (voices === undefined) return [];
      const subject: Subject = { kind, key: expression };
      const name = `${kind} ${expression}`;
      if (seen.has(name)) return [];
      seen.add(name);
      return voices
        .filter((voice) => voice.kind === kind)
        .flatMap((voice) => heardAt(address, position, voice, { subject, at }));
    }),
  );
}

/** It rests on the best that the claimant has reached at the place, or at a wider one of the same address. */
function heardAt(
  { places, blocks }: Address,
  position: number,
  voice: PlaceVoice,
  { subject, at }: { readonly subject: Subject; readonly at: number },
): StandingStatement[] {
  const holdings: Holding[] = [];
  for (let wider = position; wider < places.length; wider += 1) {
    const place = places[wider];
    if (place === undefined || (wider > position && place.denyOnly)) continue;
    const reaching = (blocks[wider]?.holdings ?? []).filter(
      (holding) => holding.kind === place.kind && reaches(holding, voice, at),
    );
    if (wider === position && voice.byMandate === true && reaching.length === 0) return [];
    holdings.push(...reaching);
  }
  return heard(voice, subject, restsOn(voice, holdings));
}

function reaches({ claimant, lentBy, until }: Holding, voice: Voice, at: number): boolean {
  return claimant === voice.claimant && (lentBy === undefined || (voice.basis === 'mandate' && at < until));
}

interface Rests {
  readonly assurance: Assurance;
  readonly mandate: MandateGrade | undefined;
}

function restsOn(
  { preference }: Voice,
  holdings: readonly Pick<Holding, 'level' | 'lentBy'>[],
  own: readonly Assurance[] = [],
): Rests {
  const levels = holdings
    .filter(({ lentBy }) => lentBy === undefined || lendsTo(lentBy, preference))
    .map(({ level }) => level);
  const grades = holdings.flatMap(({ lentBy }) => (lentBy === undefined ? [] : [lentBy]));
  return { assurance: bestLevel([...own, ...levels]) ?? 'asserted', mandate: bestGrade(grades) };
}

function heard(voice: Voice, subject: Subject, { assurance, mandate }: Rests): StandingStatement[] {
  if (voice.accountWide === true && !reachesHolding(voice, assurance)) return [];
  const { id, index, claimant, capacity, use, preference, basis, ownWorks, expiresAt, heardFrom } = voice;
  const isLate = heardFrom !== undefined && !isAssured(assurance, heardFrom);
  return [
    {
      ...{ id, index, claimant, capacity, use, preference, basis, ownWorks, subject, assurance },
      ...(mandate === undefined ? {} : { mandate }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(voice.suspended === true || isLate ? { suspended: true } : {}),
      ...(voice.accountWide === true ? { accountWide: true as const } : {}),
    },
  ];
}

/** The works that the item is or holds, each voice with the nearest of every kind of way in which it was found. */
class FoundWorks {
  readonly claimants = new Set<string>();
  readonly #at: number;
  readonly #found = new Map<string, { readonly voice: WorkVoice; readonly ways: ContentMatch[] }>();

  constructor(at: number) {
    this.#at = at;
  }

  addMatched({ places, blocks }: Address, isOuter: boolean): void {
    for (const [position, { kind, denyOnly }] of places.entries()) {
      const problem = denyOnly ? ('without-query-carries-no-yes' as const) : undefined;
      if (kind === 'url') {
        this.add(blocks[position], { via: 'matched' }, isOuter ? problem : 'outer-only');
      }
    }
  }

  /** @param problem of the address, which comes before that of the match */
  add(
    block: KeyBlock | undefined,
    { via, distance }: { readonly via: ContentMatch['via']; readonly distance?: number },
    problem?: MatchProblem,
  ): void {
    for (const claimant of block?.contentClaimants ?? []) this.claimants.add(claimant);
    for (const voice of block?.works ?? []) {
      const carriesNoYes = problem ?? voice.carriesNoYes;
      const way = { via, distance: distance ?? voice.distance };
      this.#keep(voice, carriesNoYes === undefined ? way : { ...way, carriesNoYes });
    }
  }

  covering(): CoveringStatement[] {
    return [...this.#found.values()].flatMap(({ voice, ways }) => {
      const { claimant, work, claim } = voice;
      const key = claim === undefined ? `${claimant} ${work}` : `${claimant} ${work} ${claim}`;
      const lent = inForce(voice.lent, this.#at);
      if (voice.byMandate === true && lent.length === 0) return [];
      const statements = heard(voice, { kind: 'content', key }, restsOn(voice, lent, [voice.assurance]));
      return statements.flatMap((statement) => ways.map((match) => ({ ...statement, match })));
    });
  }

  #keep(voice: WorkVoice, way: ContentMatch): void {
    const name = `${voice.id} ${voice.claim ?? ''}`;
    const known = this.#found.get(name);
    if (known === undefined) {
      this.#found.set(name, { voice, ways: [way] });
      return;
    }
    const { ways } = known;
    const like = ways.findIndex(
      ({ via, carriesNoYes }) => via === way.via && carriesNoYes === way.carriesNoYes,
    );
    if (like === -1) ways.push(way);
    else if (way.distance < (ways[like]?.distance ?? Infinity)) ways[like] = way;
  }
}

function inForce(lent: readonly Lent[], at: number): Pick<Holding, 'level' | 'lentBy'>[] {
  return lent.filter(({ until }) => at < until).map(({ level, grade }) => ({ level, lentBy: grade }));
}
