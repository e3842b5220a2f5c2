import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../core/consent/assurance.js';
import { findAsOf } from '../../core/replay/answer-as-of.js';
import type { DigestedItem, PlaceDigest } from '../../core/replay/digested-item.js';
import { statementsAbout } from '../../core/replay/statements-about.js';
import { urlKey } from '../../core/url/url-key.js';
import { coveringPlaces } from '../claims/covering-places.js';
import { placeDigest } from '../claims/place-digest.js';
import type { StatementRow } from '../ports/log.js';
import type { Registry } from '../registry.js';
import { loadReplay } from './load-replay.js';

export interface PlacedStatement {
  readonly statement: StatementRow;
  /** Undefined once the opening was erased. */
  readonly expression: string | undefined;
}

/** A place as it is looked up: by its key, then by its digest. */
interface KeyedPlace extends PlaceDigest {
  readonly key: bigint;
}

/**
 * The assurance that each statement rests on now, in order. One that no longer stands rests on nothing but its claimant's
 * word. A handful of queries for all.
 */
export async function statementAssurances(
  registry: Registry,
  placed: readonly PlacedStatement[],
): Promise<Assurance[]> {
  const places = placed.map((one) => placesOf(registry, one));
  const size = Number(await registry.store.log.size());
  const keys = places.flat().map(({ key }) => key);
  const { state } = await loadReplay(registry.store.log, keys, size);
  const moment = { size, at: registry.clock().getTime() };
  return placed.map(({ statement, expression }, index) => {
    const [own, ...wider] = places[index] ?? [];
    if (own === undefined) return 'asserted';
    const item: DigestedItem = { outer: [own, ...wider], embedded: [], recognised: [] };
    const said =
      expression === undefined ? statementsAbout(state, own, moment) : findAsOf(state, item, moment).covering;
    const id = bytesToHex(statement.id);
    return said.find((found) => found.id === id)?.assurance ?? 'asserted';
  });
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
