import type { Item } from '../../core/consent/coverage.js';
import { decide } from '../../core/consent/decide.js';
import type { Decision } from '../../core/consent/decision.js';
import { MAX_PDQ_DISTANCE } from '../../core/log/leaf-fingerprint.js';
import { LEAST_QUALITY } from '../../core/likeness/too-plain.js';
import type { Recognition } from '../../core/replay/digested-item.js';
import { likenessDistance } from '../../core/replay/subject-name.js';
import { type BlockSource, findInSnapshot } from '../../core/snapshot/find-in-snapshot.js';
import { NEAREST_BITS } from '../../core/snapshot/near-index.js';
import type { SnapshotTables } from '../../core/snapshot/snapshot-tables.js';
import { type LookedUpAddress, lookUpAddress } from '../consent/look-up-address.js';
import type { AskedContent, AskedItem, CheckedItem, ConsentQuestions } from '../ports/consent-answers.js';

export interface ItemAnswers {
  /** What is decided where nothing covers an item; the very array that such answers hold. */
  readonly unanswered: readonly Decision[];
  answer(item: AskedItem): CheckedItem;
  /** The same for an address that was looked up before. */
  answerAddress(address: LookedUpAddress): CheckedItem;
}

/** Where answers are found: the tables of a snapshot, or what is asked before them. */
export type ItemTables = BlockSource & Pick<SnapshotTables, 'recognise'>;

const NOWHERE: Item = { outer: [], embedded: [], works: [] };
const NONE: readonly Recognition[] = [];

/** Answers items one by one from the tables of a snapshot. */
export function answerItems(
  tables: ItemTables,
  { uses, minimumAssurance, likenessDistance: farthest = MAX_PDQ_DISTANCE }: ConsentQuestions,
  moment: Date,
): ItemAnswers {
  const policy = minimumAssurance === undefined ? {} : { minimumAssurance };
  const questions = uses.map((use) => ({ use, at: moment.getTime(), policy }));
  const unanswered = questions.map((question) => decide([], question));
  const mostBits = Math.min(farthest, MAX_PDQ_DISTANCE, NEAREST_BITS);

  const decideItem = (item: Item, recognised: readonly Recognition[]): readonly Decision[] => {
    const { covering, contentClaimants } = findInSnapshot(tables, { ...item, recognised }, moment.getTime());
    if (covering.length === 0) return unanswered;
    return questions.map((question) => decide(covering, { ...question, contentClaimants }));
  };
  const answerFor = (
    address: LookedUpAddress | undefined,
    recognised: readonly Recognition[],
  ): CheckedItem => ({
    url: address?.url ?? '',
    canonicalUrl: address?.ok ? address.canonicalUrl : undefined,
    notAnswered: address?.ok === false ? address.reason : undefined,
    decisions: decideItem(address?.ok ? address.item : NOWHERE, recognised),
  });
  return {
    unanswered,
    answer({ address, content }) {
      const recognised = content === undefined ? [] : recognise(tables, content, mostBits);
      return answerFor(address === undefined ? undefined : lookUpAddress(address), recognised);
    },
    answerAddress: (address) => answerFor(address, NONE),
  };
}

function recognise(tables: ItemTables, content: AskedContent, mostBits: number): Recognition[] {
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
