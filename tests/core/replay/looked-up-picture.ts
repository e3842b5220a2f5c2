import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { idKey } from '../../../src/core/log/leaf-keys.js';
import type { LeafSubject } from '../../../src/core/log/leaf-subject.js';
import { likenessDistance } from '../../../src/core/replay/subject-name.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';
import { urlKey } from '../../../src/core/url/url-key.js';
import { itemAt, place, randomId } from './test-log.js';

export const START = Date.parse('2026-01-01T00:00:00.000Z');

/** A digest that stands for some bytes. */
export function digestOf(bytes: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(bytes)));
}

const ADDRESS = 'img.example.com/fit?url=https://example.com/a/1.jpg?w=9';

/** A picture behind a resizer that carries the address of the original, known by its bytes and by its looks. */
export const ITEM = itemAt(ADDRESS, [
  { by: 'sha256', value: digestOf('picture'), distance: 0 },
  { by: 'md5', value: digestOf('picture').slice(0, 32), distance: 0 },
  { by: 'pdq', value: digestOf('likeness'), distance: likenessDistance(12) },
]);

/** By which a log finds what there is about its addresses. */
export const PLACE_KEYS: readonly bigint[] = [ADDRESS, ...embeddedUrls(ADDRESS)]
  .flatMap(urlExpressions)
  .map(({ expression }) => urlKey(expression));

/** By which a log finds what there is about its bytes and its looks. */
export const CONTENT_KEYS: readonly bigint[] = ITEM.recognised.map(({ value }) => idKey(value));

export const ITEM_KEYS: readonly bigint[] = [...PLACE_KEYS, ...CONTENT_KEYS];

export const SUBJECTS: readonly LeafSubject[] = [
  place('url', ADDRESS),
  place('url', 'img.example.com/fit'),
  place('path', 'img.example.com/'),
  place('domain', 'img.example.com'),
  place('domain', 'example.com'),
  place('url', 'example.com/a/1.jpg?w=9'),
  place('url', 'example.com/a/1.jpg'),
  place('path', 'example.com/a/'),
  place('url', 'example.com/elsewhere.jpg'),
  { kind: 'content', work: randomId('work', 0), sha256: digestOf('picture') },
  { kind: 'content', work: randomId('work', 0), sha256: digestOf('another picture') },
  {
    kind: 'content',
    work: randomId('work', 1),
    md5: digestOf('picture').slice(0, 32),
    fingerprints: [{ algorithm: 'pdq', version: 1, value: digestOf('likeness'), quality: 90 }],
  },
];
