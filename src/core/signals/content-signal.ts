/**
 * Content Signals (contentsignals.org; Cloudflare, 2025-09-24), the values of a `Content-Signal` line of robots.txt, to
 * and from the uses of the registry. A signal that is not there "neither grants nor restricts".
 */
import type { Preference } from '../consent/preference.js';
import type { Use } from '../consent/use.js';
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

const SIGNALS = {
  search: 'search',
  'ai-input': 'ai-inference',
  'ai-train': 'train-ai',
} as const satisfies Readonly<Record<string, Use>>;

type Signal = keyof typeof SIGNALS;

const NAMES = Object.keys(SIGNALS) as readonly Signal[];

/** The values as they stand behind the equals signs; others than `yes` and `no` say nothing. */
export type ContentSignalWords = Readonly<Partial<Record<Signal, string>>>;

export function fromContentSignal(words: ContentSignalWords): UseAnswers {
  const answers: Partial<Record<Use, Preference>> = {};
  for (const name of NAMES) {
    if (words[name] === 'no') {
      answers[SIGNALS[name]] = 'deny';
    } else if (words[name] === 'yes') {
      answers[SIGNALS[name]] = 'allow';
    }
  }
  return answers;
}

/** An offer is said as a no: there are no terms. */
export function toContentSignal(answers: UseAnswers): Expressed<ContentSignalWords> {
  const words: Partial<Record<Signal, string>> = {};
  for (const name of NAMES) {
    const answer = answerTo(answers, SIGNALS[name]);
    if (answer !== undefined) {
      words[name] = refuses(answer) ? 'no' : 'yes';
    }
  }
  return expressed(answers, words, fromContentSignal(words));
}
