import type { Assurance } from '../../core/consent/assurance.js';
import { RULES_VERSION } from '../../core/consent/decision.js';
import { USES } from '../../core/consent/use.js';
import type { Use } from '../../core/consent/use.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { Registry } from '../registry.js';
import { createConsentChecker } from './consent-checker.js';
import type { CheckedItem } from '../ports/consent-answers.js';
import { readAsOf } from './read-as-of.js';
import type { AsOfInput } from './read-as-of.js';

export interface CheckConsentInput {
  readonly items: readonly { readonly url: string }[];
  readonly uses: readonly Use[];
  readonly minimumAssurance?: Assurance | undefined;
  /** Left out, the answer of today is asked for. */
  readonly asOf?: AsOfInput | undefined;
}

export interface ConsentReport {
  readonly ok: true;
  /** How many leaves of the log were heard, and the moment at which they were: what has expired by then is over. */
  readonly logSize: bigint;
  readonly moment: Date;
  /** When it was answered. */
  readonly answeredAt: Date;
  readonly rulesVersion: number;
  readonly canonicalUrlVersion: number;
  /** One for each item, in order. */
  readonly answers: readonly CheckedItem[];
}

export const MAX_CHECKED_ITEMS = 10_000;

/**
 * What the registry answers about each of many addresses, for each of some uses, today or as of an earlier size or time.
 * Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached`.
 */
export async function checkConsent(
  registry: Registry,
  { items, uses, minimumAssurance, asOf: named }: CheckConsentInput,
): Promise<ConsentReport | InvalidInput> {
  if (items.length > MAX_CHECKED_ITEMS) {
    return invalidInput(
      'items',
      `At most ${MAX_CHECKED_ITEMS} items are answered at a time, not ${items.length}.`,
      'Ask in several requests, or check a whole file with the command line.',
    );
  }
  if (uses.length === 0 || new Set(uses).size !== uses.length) {
    return invalidInput(
      'uses',
      'The uses to ask about are missing, or one is named twice.',
      `Name each once: ${USES.join(', ')}.`,
    );
  }
  const asOf = named && readAsOf(named);
  if (asOf?.ok === false) return asOf;
  const checker = await createConsentChecker(registry, { uses, minimumAssurance, asOf: asOf?.asOf });
  return {
    ok: true,
    logSize: checker.logSize,
    moment: checker.moment,
    answeredAt: checker.answeredAt,
    rulesVersion: RULES_VERSION,
    canonicalUrlVersion: CANONICAL_URL_VERSION,
    answers: await checker.check(items.map(({ url }) => url)),
  };
}
