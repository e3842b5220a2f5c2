import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PlaceExpression } from '../../../src/core/consent/subject.js';
import { type BuiltTables, buildTables } from '../../../src/core/snapshot/build-tables.js';
import type { KeyedBlock } from '../../../src/core/snapshot/standing-blocks.js';
import { urlKey } from '../../../src/core/url/url-key.js';

/**
 * Tables in which somebody says no at each of these places.
 * @param inClear whether the registry still knows the place: one that nobody knows is a stray
 */
export function tablesOfNoes(
  places: readonly Pick<PlaceExpression, 'kind' | 'expression'>[],
  inClear: (expression: string) => boolean = () => true,
): BuiltTables {
  const texts = [...new Set(places.map(({ expression }) => expression))];
  const digests = new Map(texts.map((text) => [bytesToHex(sha256(new TextEncoder().encode(text))), text]));
  return buildTables({
    blocks: texts.map((text) => blockAt(text, places)),
    expressionOf: (digest) => {
      const text = digests.get(digest);
      return text !== undefined && inClear(text) ? text : undefined;
    },
    root: new Uint8Array(32).fill(7),
    sha256,
  });
}

function blockAt(text: string, places: readonly Pick<PlaceExpression, 'kind' | 'expression'>[]): KeyedBlock {
  const digest = sha256(new TextEncoder().encode(text));
  const id = bytesToHex(digest);
  const voices = places
    .filter(({ expression }) => expression === text)
    .map(({ kind }) => ({
      ...{ kind, id, index: 1, claimant: id.slice(0, 32), capacity: 'author', use: 'train-ai' },
      ...{ preference: 'deny', basis: 'own-right', ownWorks: true },
    })) as unknown as KeyedBlock['block']['places'];
  const block = { places: voices, works: [], holdings: [], contentClaimants: [] };
  return { key: urlKey(text), digest, recognition: undefined, block };
}
