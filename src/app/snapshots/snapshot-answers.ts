import { encodeBase64 } from '../../core/bytes/base64.js';
import type { Item } from '../../core/consent/coverage.js';
import { decide } from '../../core/consent/decide.js';
import type { Decision } from '../../core/consent/decision.js';
import { MAX_PDQ_DISTANCE } from '../../core/log/leaf-fingerprint.js';
import { LEAST_QUALITY } from '../../core/likeness/too-plain.js';
import { likenessDistance } from '../../core/replay/subject-name.js';
import type { Recognition } from '../../core/replay/digested-item.js';
import { findInSnapshot } from '../../core/snapshot/find-in-snapshot.js';
import { NEAREST_BITS } from '../../core/snapshot/near-index.js';
import type { SnapshotTables } from '../../core/snapshot/snapshot-tables.js';
import { lookUpAddress } from '../consent/look-up-address.js';
import type {
  AskedContent,
  AskedItem,
  CheckedItem,
  ConsentAnswers,
  ConsentQuestions,
} from '../ports/consent-answers.js';
import type { Clock } from '../ports/surroundings.js';
import type { ReadSnapshot } from './read-snapshot.js';
import { SnapshotUnusable } from './snapshot-unusable.js';

/** Where a snapshot came from, and when it was last said to be the newest. */
export interface FreshSnapshot extends ReadSnapshot {
  readonly name: string;
  readonly freshAt: Date;
}

/**
 * Answers from the files of a snapshot, read as a whole before the first question. Throws `SnapshotUnusable` where it is older
 * than the questions allow, or of another size or time than they ask about.
 */
export function snapshotAnswers(
  snapshot: FreshSnapshot,
  asked: ConsentQuestions,
  clock: Clock,
): ConsentAnswers {
  const { manifest, checkpoint, digest, tables, terms, name } = snapshot;
  const { uses, minimumAssurance, likenessDistance = MAX_PDQ_DISTANCE } = asked;
  const answeredAt = clock();
  refuseUnfit(snapshot, asked, answeredAt);
  const moment = asked.moment ?? answeredAt;
  const policy = minimumAssurance === undefined ? {} : { minimumAssurance };
  const questions = uses.map((use) => ({ use, at: moment.getTime(), policy }));
  const unknown = questions.map((question) => decide([], question));
  const mostBits = Math.min(likenessDistance, MAX_PDQ_DISTANCE, NEAREST_BITS);

  const answer = ({ address: cell, content }: AskedItem): CheckedItem => {
    const address = cell === undefined ? undefined : lookUpAddress(cell);
    const recognised = content === undefined ? [] : recognise(tables, content, mostBits);
    return {
      url: cell ?? '',
      canonicalUrl: address?.ok ? address.canonicalUrl : undefined,
      notAnswered: address?.ok === false ? address.reason : undefined,
      decisions: decideItem(address?.ok ? address.item : NOWHERE, recognised),
    };
  };
  const decideItem = (item: Item, recognised: readonly Recognition[]): readonly Decision[] => {
    const { covering, contentClaimants } = findInSnapshot(tables, { ...item, recognised }, moment.getTime());
    if (covering.length === 0) return unknown;
    return questions.map((question) => decide(covering, { ...question, contentClaimants }));
  };
  return {
    uses,
    bases: [
      {
        origin: manifest.origin,
        name,
        source: 'snapshot',
        logSize: BigInt(manifest.size),
        moment,
        answeredAt,
        rulesVersion: manifest.rules,
        canonicalUrlVersion: manifest.canonicalUrl,
        manifest: digest,
        keys: snapshot.signedBy,
        isAnchored: snapshot.isAnchored,
        lostLeaves: manifest.lostLeaves,
      },
    ],
    recognises: new Set(['sha256', 'md5', 'pdq', 'iscc-text', 'chromaprint'] as const),
    check: (items) => Promise.resolve(items.map(answer)),
    terms: (ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const told = terms.get(id);
            return told === undefined ? [] : [[id, told] as const];
          }),
        ),
      ),
    names: () =>
      Promise.resolve(
        [...terms].flatMap(([statement, { credit }]) =>
          credit === undefined ? [] : [{ credit, statement }],
        ),
      ),
    checkpoints: () => Promise.resolve([{ note: manifest.checkpoint, root: encodeBase64(checkpoint.root) }]),
  };
}

/** Throws `SnapshotUnusable`. */
function refuseUnfit(
  { manifest, name, freshAt }: FreshSnapshot,
  { asOf, maxAge }: ConsentQuestions,
  now: Date,
): void {
  if (maxAge !== undefined && now.getTime() - freshAt.getTime() > maxAge) {
    throw new SnapshotUnusable(
      'stale',
      `The snapshot ${name} was last known to be the newest at ${freshAt.toISOString()}, which is too long ago. ` +
        'Fetch the newest with "assent snapshot pull".',
    );
  }
  if (asOf !== undefined && !('size' in asOf && asOf.size === manifest.size)) {
    throw new SnapshotUnusable(
      'other-size',
      `The snapshot ${name} answers as of size ${manifest.size} of its log, and of no other size or time.`,
    );
  }
}

const NOWHERE: Item = { outer: [], embedded: [], works: [] };

function recognise(tables: SnapshotTables, content: AskedContent, mostBits: number): Recognition[] {
  const { sha256 = [], md5 = [], fingerprints = [] } = content;
  return [
    ...sha256.map((value) => ({ by: 'sha256', value, distance: 0 }) as const),
    ...md5.map((value) => ({ by: 'md5', value, distance: 0 }) as const),
    ...fingerprints.flatMap(({ algorithm, value, quality = 100 }) =>
      // Of recordings there is no index: only the very fingerprint is found.
      algorithm === 'chromaprint'
        ? [{ by: algorithm, value, distance: likenessDistance(0) }]
        : quality < LEAST_QUALITY
          ? []
          : tables.recognise(algorithm, value, mostBits),
    ),
  ];
}
