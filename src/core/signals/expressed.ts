/**
 * Answers put into another vocabulary, with what was lost or added on the way. Words are chosen so that every no is said
 * if there is a word that says it, even one that says more, and that nothing is given which the answers do not give.
 */
import type { Preference } from '../consent/preference.js';
import { USES, type Use, containsUse } from '../consent/use.js';
import { type UseAnswers, answerOnWhole, answerTo, refuses } from './use-answers.js';

/** Lists are in the order of {@link USES}. An answered use that is in none of them is said as it was answered. */
export interface Expressed<Words> {
  readonly words: Words;
  /** Answered, and the words do not say it: the vocabulary cannot. */
  readonly unsaid: readonly Use[];
  /** Answered, and the words say it only of a part of the use, or say a no without its offer. */
  readonly partly: readonly Use[];
  /** Refused by the words, although the answers do not refuse it. */
  readonly stricter: readonly Use[];
}

type Fate = 'whole' | 'partly' | 'unsaid';

/** Compares the answers with what a reader of the words hears. */
export function expressed<Words>(answers: UseAnswers, words: Words, heard: UseAnswers): Expressed<Words> {
  const fates = new Map(USES.map((use) => [use, fateOf(answers, use, heard)]));
  return {
    words,
    unsaid: USES.filter((use) => fates.get(use) === 'unsaid'),
    partly: USES.filter((use) => fates.get(use) === 'partly'),
    stricter: USES.filter((use) => refuses(answerTo(heard, use)) && !refuses(answerTo(answers, use))),
  };
}

function fateOf(answers: UseAnswers, use: Use, heard: UseAnswers): Fate {
  const own = answers[use];
  // An answer that their own narrower no takes back is no answer that could get lost.
  if (own === undefined || answerTo(answers, use) !== own) {
    return 'whole';
  }
  return own === 'allow' ? fateOfYes(use, heard) : fateOfNo(own, use, heard);
}

function fateOfYes(use: Use, heard: UseAnswers): Fate {
  if (answerTo(heard, use) === 'allow') {
    return 'whole';
  }
  const isGivenInPart = USES.some((part) => containsUse(use, part) && answerTo(heard, part) === 'allow');
  return isGivenInPart ? 'partly' : 'unsaid';
}

function fateOfNo(own: Preference, use: Use, heard: UseAnswers): Fate {
  if (answerOnWhole(heard, use) === own) {
    return 'whole';
  }
  return refuses(answerTo(heard, use)) ? 'partly' : 'unsaid';
}
