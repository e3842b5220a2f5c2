/** What is given, or given on terms, as of a snapshot: for every key that anybody says yes to, the answers that come of it. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { decide } from '../consent/decide.js';
import type { Answer } from '../consent/decision.js';
import { PLACE_KINDS, type PlaceKind } from '../consent/subject.js';
import { USES, type Use } from '../consent/use.js';
import type { RecognisedBy } from '../replay/subject-name.js';
import { embeddedUrls } from '../url/embedded-urls.js';
import { urlExpressions } from '../url/url-expressions.js';
import { type BlockSource, type SnapshotItem, findInSnapshot } from './find-in-snapshot.js';
import type { KeyBlock } from './key-block.js';
import type { KeyedBlock } from './standing-blocks.js';

/** A place, or by what a work is recognised; `address` in canonical form. */
export type GivenSubject =
  | { readonly kind: PlaceKind; readonly address: string }
  | { readonly kind: 'content'; readonly by: RecognisedBy; readonly value: string };

export interface GivenYes {
  readonly subject: GivenSubject;
  readonly use: Use;
  readonly answer: Extract<Answer, 'ALLOWED' | 'CONDITIONAL'>;
  /** The statements that it rests on. With `index` and `statement` a proof of each is had from the log. */
  readonly decidedBy: readonly {
    readonly statement: string;
    readonly index: number;
    readonly claimant: string;
    readonly capacity: string;
    readonly assurance: string;
    readonly basis: string;
    readonly expiresAt?: string;
  }[];
}

/** @param at milliseconds since 1970 UTC; what has expired by then is not given */
export function* yesList(
  source: BlockSource,
  entries: Iterable<KeyedBlock>,
  expressionOf: (digest: string) => string | undefined,
  at: number,
): Generator<GivenYes> {
  for (const { digest, recognition, block } of entries) {
    const uses = givenUses(block);
    if (uses.length === 0) continue;
    const subjects =
      recognition === undefined
        ? placesOf(block, expressionOf(bytesToHex(digest)))
        : [contentOf(recognition)];
    for (const subject of subjects) {
      const item = itemOf(subject);
      if (item === undefined) continue;
      const { covering, contentClaimants } = findInSnapshot(source, item, at);
      const expiries = new Map(covering.map(({ id, expiresAt }) => [id, expiresAt]));
      for (const use of uses) {
        const { answer, decidedBy } = decide(covering, { use, at, contentClaimants });
        if (answer !== 'ALLOWED' && answer !== 'CONDITIONAL') continue;
        yield {
          subject,
          use,
          answer,
          decidedBy: decidedBy.map(({ id, index, claimant, capacity, assurance, basis }) => {
            const expiresAt = expiries.get(id);
            const expiry = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt).toISOString() };
            return { statement: id, index, claimant, capacity, assurance, basis, ...expiry };
          }),
        };
      }
    }
  }
}

function givenUses({ places, works }: KeyBlock): Use[] {
  const given = new Set(
    [...places, ...works].filter(({ preference }) => preference !== 'deny').map(({ use }) => use),
  );
  return USES.filter((use) => given.has(use));
}

/** Works lie at addresses alone. */
function placesOf({ places, works }: KeyBlock, address: string | undefined): GivenSubject[] {
  if (address === undefined) return [];
  const isGiven = (kind: PlaceKind) =>
    places.some((voice) => voice.kind === kind && voice.preference !== 'deny') ||
    (kind === 'url' && works.some(({ preference }) => preference !== 'deny'));
  return PLACE_KINDS.filter(isGiven).map((kind) => ({ kind, address }));
}

function contentOf(recognition: string): GivenSubject {
  const end = recognition.indexOf(' ');
  return {
    kind: 'content',
    by: recognition.slice(0, end) as RecognisedBy,
    value: recognition.slice(end + 1),
  };
}

/** Of a folder or a host the answer is asked about its own address. */
function itemOf(subject: GivenSubject): SnapshotItem | undefined {
  if (subject.kind === 'content') {
    const { by, value } = subject;
    return {
      outer: [],
      embedded: [],
      recognised: [{ by, value, distance: by === 'sha256' || by === 'md5' ? 0 : 1 }],
    };
  }
  const address = subject.kind === 'domain' ? `${subject.address}/` : subject.address;
  return { outer: urlExpressions(address), embedded: embeddedUrls(address).map(urlExpressions) };
}
