import type { Assurance } from '../../core/consent/assurance.js';
import type { Item } from '../../core/consent/coverage.js';
import { decide } from '../../core/consent/decide.js';
import type { Decision } from '../../core/consent/decision.js';
import type { Question } from '../../core/consent/question.js';
import type { Use } from '../../core/consent/use.js';
import { answerAsOf } from '../../core/replay/answer-as-of.js';
import { digestItem } from '../../core/replay/digested-item.js';
import type { AddressRefusal } from '../../core/url/read-address.js';
import { urlKey } from '../../core/url/url-key.js';
import type { Registry } from '../registry.js';
import { loadReplay, type LoadedReplay } from './load-replay.js';
import { lookUpAddress } from './look-up-address.js';
import type { LookedUpAddress } from './look-up-address.js';
import { type AsOf, resolveAsOf } from './resolve-as-of.js';

export interface ConsentQuestions {
  readonly uses: readonly Use[];
  /** Yeses below it do not count. */
  readonly minimumAssurance?: Assurance | undefined;
  /** Whose answer is asked for: that of the log as it is now, of an earlier size, or of an earlier time. */
  readonly asOf?: AsOf | undefined;
}

/** The answers for one item. */
export interface CheckedItem {
  /** As it was asked. */
  readonly url: string;
  readonly canonicalUrl: string | undefined;
  /** Why nothing could be looked up; every decision is then UNKNOWN. */
  readonly notAnswered: AddressRefusal | undefined;
  /** One for each use, in the order in which they were asked. */
  readonly decisions: readonly Decision[];
}

export interface ConsentChecker {
  /** How many leaves of the log the answers rest on. */
  readonly logSize: bigint;
  /** The moment that the answers speak of; it decides what has expired. */
  readonly moment: Date;
  /** When they are given. */
  readonly answeredAt: Date;
  /** One answer for each item, in order, in a few queries for all of them. Fit for some 10,000 items at a time. */
  check(urls: readonly string[]): Promise<CheckedItem[]>;
}

/**
 * Answers many batches as of one size of the log, signed already: whatever is said later waits for the next run.
 * Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached` for a size that was not signed yet.
 */
export async function createConsentChecker(
  registry: Registry,
  { uses, minimumAssurance, asOf }: ConsentQuestions,
): Promise<ConsentChecker> {
  const { store, sha256 } = registry;
  registry.log.assertWhole();
  const { size, moment } = await resolveAsOf(registry, asOf);
  const questions = uses.map((use) => ({
    use,
    at: moment.getTime(),
    policy: minimumAssurance === undefined ? {} : { minimumAssurance },
  }));
  const unknown = questions.map((question) => decide([], question));

  function answer(looked: LookedUpAddress, keys: readonly bigint[], replay: LoadedReplay): CheckedItem {
    const { url } = looked;
    if (!looked.ok) return { url, canonicalUrl: undefined, notAnswered: looked.reason, decisions: unknown };
    const { canonicalUrl, item } = looked;
    const isFound = keys.some((key) => replay.found.has(key));
    const decisions = isFound ? decideItem(item, replay) : unknown;
    return { url, canonicalUrl, notAnswered: undefined, decisions };
  }

  function decideItem(item: Item, { state }: LoadedReplay): Decision[] {
    const digested = digestItem(item, sha256);
    return questions.map((question: Question) => answerAsOf(state, digested, question, { size }).decision);
  }

  return {
    logSize: BigInt(size),
    moment,
    answeredAt: registry.clock(),
    async check(urls) {
      const looked = urls.map(lookUpAddress);
      const keys = looked.map((address) => (address.ok ? itemKeys(address.item) : []));
      const replay = await loadReplay(store.log, keys.flat(), size);
      // A table takes minutes: what was wrong with the log may have shown since the first batch.
      registry.log.assertWhole();
      return looked.map((address, index) => answer(address, keys[index] ?? [], replay));
    },
  };
}

function itemKeys({ outer, embedded }: Item): bigint[] {
  return [outer, ...embedded].flat().map(({ expression }) => urlKey(expression));
}
