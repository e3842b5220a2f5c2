import type { Use } from '../../core/consent/use.js';
import type { Registry } from '../registry.js';
import { createConsentChecker } from './consent-checker.js';
import type { CheckedItem } from '../ports/consent-answers.js';

/** What the registry answers about the canonical addresses of entries, in order: the batch of a data loader. */
export async function consentForEntries(
  registry: Registry,
  canonicalUrls: readonly string[],
  uses: readonly Use[],
): Promise<CheckedItem[]> {
  const checker = await createConsentChecker(registry, { uses });
  return checker.check(canonicalUrls.map((url) => `http://${url}`));
}
