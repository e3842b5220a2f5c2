/**
 * Really Simple Licensing 1.0 (2025-12-10): the usages of one `<license>`, to and from the uses of the registry. Of
 * several licences for one item each is read, and the answers combined, the strictest first.
 */
import type { Preference } from '../consent/preference.js';
import type { Use } from '../consent/use.js';
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerOnWhole, answerTo, refuses } from './use-answers.js';

/** The tokens of `<permits type="usage">` and `<prohibits type="usage">`; undefined when the element is not there. */
export interface RslLicence {
  readonly permits?: readonly string[];
  readonly prohibits?: readonly string[];
  /**
   * Whether what is permitted has terms: a payment other than `free`, a limit to users or countries, or terms to accept.
   */
  readonly hasTerms: boolean;
}

interface Usage {
  readonly refuses: readonly Use[];
  readonly gives: readonly Use[];
}

const EVERYTHING: readonly Use[] = ['text-and-data-mining', 'ai-inference', 'search'];
const ALL: Usage = { refuses: EVERYTHING, gives: EVERYTHING };

/** `ai-index` is an index for AI, a part of searching: to refuse it refuses searching, to permit it gives none. */
const USAGES: ReadonlyMap<string, Usage> = new Map([
  ['all', ALL],
  ['ai-all', { refuses: ['train-ai', 'ai-inference', 'search'], gives: ['train-ai', 'ai-inference'] }],
  ['ai-train', { refuses: ['train-ai'], gives: ['train-ai'] }],
  ['ai-input', { refuses: ['ai-inference'], gives: ['ai-inference'] }],
  ['ai-index', { refuses: ['search'], gives: [] }],
  ['search', { refuses: ['search'], gives: ['search'] }],
]);

/** The usages that are written, for the use that each is about. */
const WRITTEN = { 'ai-train': 'train-ai', 'ai-input': 'ai-inference', search: 'search' } as const;

/**
 * What is permitted is a closed list: everything beside it is refused. What is prohibited is refused in any case, and a
 * prohibition of something unknown refuses everything. A licence without either says nothing.
 */
export function fromRsl({ permits, prohibits = [], hasTerms }: RslLicence): UseAnswers {
  const answers: Partial<Record<Use, Preference>> = {};
  for (const use of permits === undefined ? [] : EVERYTHING) {
    answers[use] = 'deny';
  }
  for (const use of (permits ?? []).flatMap((token) => USAGES.get(token)?.gives ?? [])) {
    answers[use] = hasTerms ? 'conditional' : 'allow';
  }
  for (const token of prohibits) {
    for (const use of refusedBy(token, permits)) {
      answers[use] = 'deny';
    }
  }
  return answers;
}

/** An index for AI is the smaller part of searching: whoever permits searching by its name means the rest. */
function refusedBy(token: string, permits: readonly string[] | undefined): readonly Use[] {
  const { refuses: refused } = USAGES.get(token) ?? ALL;
  const keepsSearch = token.startsWith('ai-') && permits?.includes('search') === true;
  return keepsSearch ? refused.filter((use) => use !== 'search') : refused;
}

/**
 * One licence. A yes closes the list for what was not answered; an offer is made only where there is no plain yes, as both
 * would have the same terms, and is said as a no beside one.
 */
export function toRsl(answers: UseAnswers): Expressed<RslLicence> {
  const words = licenceFor(answers);
  return expressed(answers, words, fromRsl(words));
}

function licenceFor(answers: UseAnswers): RslLicence {
  const free = usagesWith(answers, 'allow');
  const permits = free.length > 0 ? free : usagesWith(answers, 'conditional');
  if (permits.length > 0) {
    return { permits, hasTerms: free.length === 0 };
  }
  if (refuses(answerOnWhole(answers, 'text-and-data-mining'))) {
    return { prohibits: ['all'], hasTerms: false };
  }
  const prohibits = usagesWith(answers, 'deny');
  return prohibits.length > 0 ? { prohibits, hasTerms: false } : { hasTerms: false };
}

function usagesWith(answers: UseAnswers, answer: Preference): string[] {
  const isForEverything = EVERYTHING.every((use) => answerTo(answers, use) === answer);
  return isForEverything
    ? ['all']
    : Object.entries(WRITTEN).flatMap(([token, use]) => (answerTo(answers, use) === answer ? [token] : []));
}
