import type { Assurance } from '../../core/consent/assurance.js';
import { RULES_VERSION } from '../../core/consent/decision.js';
import { USES } from '../../core/consent/use.js';
import type { Use } from '../../core/consent/use.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { Registry } from '../registry.js';
import { createConsentChecker } from './consent-checker.js';
import type { CheckedItem } from './consent-checker.js';

export interface CheckConsentInput {
  readonly items: readonly { readonly url: string }[];
  readonly uses: readonly Use[];
  readonly minimumAssurance?: Assurance | undefined;
}

export interface ConsentReport {
  readonly ok: true;
  readonly answeredAt: Date;
  readonly logSize: bigint;
  readonly rulesVersion: number;
  readonly canonicalUrlVersion: number;
  /** One for each item, in order. */
  readonly answers: readonly CheckedItem[];
}

export const MAX_CHECKED_ITEMS = 10_000;

/** What the registry answers about each of many addresses, for each of some uses. */
export async function checkConsent(
  registry: Registry,
  { items, uses, minimumAssurance }: CheckConsentInput,
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
  const checker = await createConsentChecker(registry, { uses, minimumAssurance });
  return {
    ok: true,
    answeredAt: checker.answeredAt,
    logSize: checker.logSize,
    rulesVersion: RULES_VERSION,
    canonicalUrlVersion: CANONICAL_URL_VERSION,
    answers: await checker.check(items.map(({ url }) => url)),
  };
}
