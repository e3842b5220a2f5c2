import type { Item } from '../../core/consent/coverage.js';
import { decide } from '../../core/consent/decide.js';
import type { Decision } from '../../core/consent/decision.js';
import type { Question } from '../../core/consent/question.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { answerAsOf } from '../../core/replay/answer-as-of.js';
import { type DigestedItem, digestItem, type Recognition } from '../../core/replay/digested-item.js';
import { urlKey } from '../../core/url/url-key.js';
import type { AskedContent, AskedItem, CheckedItem, ConsentQuestions } from '../ports/consent-answers.js';
import type { Registry } from '../registry.js';
import { loadReplay, type LoadedReplay } from './load-replay.js';
import { lookUpAddress } from './look-up-address.js';
import type { LookedUpAddress } from './look-up-address.js';
import { resolveAsOf } from './resolve-as-of.js';

export interface ConsentChecker {
  /** How many leaves of the log the answers rest on. */
  readonly logSize: bigint;
  /** The moment that the answers speak of; it decides what has expired. */
  readonly moment: Date;
  /** When they are given. */
  readonly answeredAt: Date;
  /** One answer for each address, in order, in a few queries for all of them. Fit for some 10,000 at a time. */
  check(urls: readonly string[]): Promise<CheckedItem[]>;
  /** The same for items whose bytes are known: they are recognised by equal digests. */
  checkItems(items: readonly AskedItem[]): Promise<CheckedItem[]>;
}

/** An item with everything under which it is looked up. */
interface Asked {
  readonly url: string;
  readonly address: LookedUpAddress | undefined;
  readonly recognised: readonly Recognition[];
  readonly keys: readonly bigint[];
}

/**
 * Answers many batches as of one size of the log, signed already: whatever is said later waits for the next run.
 * Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached` for a size that was not signed yet.
 */
export async function createConsentChecker(
  registry: Registry,
  { uses, minimumAssurance, asOf, moment: earlier }: ConsentQuestions,
): Promise<ConsentChecker> {
  const { store, sha256 } = registry;
  registry.log.assertWhole();
  const resolved = await resolveAsOf(registry, asOf);
  const { size } = resolved;
  const moment = asOf !== undefined && 'time' in asOf ? asOf.time : (earlier ?? resolved.moment);
  const questions = uses.map((use) => ({
    use,
    at: moment.getTime(),
    policy: minimumAssurance === undefined ? {} : { minimumAssurance },
  }));
  const unknown = questions.map((question) => decide([], question));

  function answer({ url, address, recognised, keys }: Asked, { state, found }: LoadedReplay): CheckedItem {
    const isFound = keys.some((key) => found.has(key));
    const item = address?.ok ? address.item : NOWHERE;
    return {
      url,
      canonicalUrl: address?.ok ? address.canonicalUrl : undefined,
      notAnswered: address?.ok === false ? address.reason : undefined,
      decisions: isFound ? decideItem(digestItem(item, sha256, recognised), state) : unknown,
    };
  }

  function decideItem(item: DigestedItem, state: LoadedReplay['state']): Decision[] {
    return questions.map((question: Question) => answerAsOf(state, item, question, { size }).decision);
  }

  async function checkItems(items: readonly AskedItem[]): Promise<CheckedItem[]> {
    const asked = items.map(lookUp);
    const wanted = asked.flatMap(({ keys }) => keys);
    const replay = await loadReplay(store.log, wanted, size);
    // A table takes minutes: what was wrong with the log may have shown since the first batch.
    registry.log.assertWhole();
    return asked.map((item) => answer(item, replay));
  }

  return {
    logSize: BigInt(size),
    moment,
    answeredAt: registry.clock(),
    check: (urls) => checkItems(urls.map((address) => ({ address }))),
    checkItems,
  };
}

const NOWHERE: Item = { outer: [], embedded: [], works: [] };

function lookUp({ address: cell, content }: AskedItem): Asked {
  const address = cell === undefined ? undefined : lookUpAddress(cell);
  const recognised = content === undefined ? [] : equalDigests(content);
  const keys = [
    ...(address?.ok ? itemKeys(address.item) : []),
    ...recognised.map(({ value }) => idKey(value)),
  ];
  return { url: cell ?? '', address, recognised, keys };
}

function equalDigests({ sha256 = [], md5 = [] }: AskedContent): Recognition[] {
  return [
    ...sha256.map((value) => ({ by: 'sha256', value, distance: 0 }) as const),
    ...md5.map((value) => ({ by: 'md5', value, distance: 0 }) as const),
  ];
}

function itemKeys({ outer, embedded }: Item): bigint[] {
  return [outer, ...embedded].flat().map(({ expression }) => urlKey(expression));
}
