import { encodeBase64 } from '../../core/bytes/base64.js';
import { findOffers } from '../../core/snapshot/find-offers.js';
import type { ConsentAnswers, ConsentQuestions } from '../ports/consent-answers.js';
import type { Clock } from '../ports/surroundings.js';
import { answerItems } from './answer-items.js';
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
  const answeredAt = clock();
  refuseUnfit(snapshot, asked, answeredAt);
  const moment = asked.moment ?? answeredAt;
  const items = answerItems(tables, asked, moment);
  return {
    uses: asked.uses,
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
    check: (batch) => Promise.resolve(batch.map((item) => items.answer(item))),
    terms: (ids) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const told = terms.get(id);
            return told === undefined ? [] : [[id, told] as const];
          }),
        ),
      ),
    offers: (ids) => Promise.resolve(findOffers(tables, terms, ids)),
    names: () =>
      Promise.resolve(
        [...terms].flatMap(([statement, { credit }]) =>
          credit === undefined ? [] : [{ credit, statement }],
        ),
      ),
    checkpoints: () => Promise.resolve([{ note: manifest.checkpoint, root: encodeBase64(checkpoint.root) }]),
    close: async () => snapshot.close?.(),
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
