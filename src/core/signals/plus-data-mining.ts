/**
 * The `plus:DataMining` property (PLUS LDF; IPTC Photo Metadata Standard 2023.1), one value for a file, to and from the
 * uses of the registry. Values are the tokens of the PLUS vocabulary, without `http://ns.useplus.org/ldf/vocab/`.
 */
import type { Preference } from '../consent/preference.js';
import type { Use } from '../consent/use.js';
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerOnWhole, answerTo, refuses } from './use-answers.js';

/** What a value speaks about when it speaks about mining as a whole; inference is read into it, being in doubt. */
const MINING: readonly Use[] = ['text-and-data-mining', 'ai-inference', 'search'];

/** Prohibited, unless a text that the value points at permits it. */
const SEE_TERMS = all('conditional');

const PLUS_VALUES = {
  'DMI-UNSPECIFIED': {},
  'DMI-ALLOWED': { 'text-and-data-mining': 'allow' },
  'DMI-PROHIBITED-AIMLTRAINING': { 'train-ai': 'deny' },
  'DMI-PROHIBITED-GENAIMLTRAINING': { 'train-generative-ai': 'deny' },
  'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING': { ...all('deny'), search: 'allow' },
  'DMI-PROHIBITED': all('deny'),
  'DMI-PROHIBITED-SEECONSTRAINT': SEE_TERMS,
  'DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR': SEE_TERMS,
  'DMI-PROHIBITED-SEELINKEDRIGHTSEXPR': SEE_TERMS,
} as const satisfies Readonly<Record<string, UseAnswers>>;

export type PlusDataMining = keyof typeof PLUS_VALUES;

/** A value that is not known is read as the widest prohibition: the file does say something, and all words but two refuse. */
export function fromPlusDataMining(value: string): UseAnswers {
  const known = Object.entries<UseAnswers>(PLUS_VALUES).find(([token]) => token === value);
  return known?.[1] ?? PLUS_VALUES['DMI-PROHIBITED'];
}

/**
 * With `hasConstraint` the file carries the terms of an offer in `plus:OtherConstraints`; without it an offer is said as
 * a no. One value says one thing: a no to part of a work's uses may come out as a no to more.
 */
export function toPlusDataMining(answers: UseAnswers, hasConstraint = false): Expressed<PlusDataMining> {
  const value = valueFor(answers, hasConstraint);
  return expressed(answers, value, PLUS_VALUES[value]);
}

function valueFor(answers: UseAnswers, hasConstraint: boolean): PlusDataMining {
  if (hasConstraint && MINING.every((use) => answerTo(answers, use) === 'conditional')) {
    return 'DMI-PROHIBITED-SEECONSTRAINT';
  }
  if (MINING.some((use) => refuses(answerOnWhole(answers, use)))) {
    const isSearchGiven = answerTo(answers, 'search') === 'allow';
    return isSearchGiven ? 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING' : 'DMI-PROHIBITED';
  }
  if (refuses(answerOnWhole(answers, 'train-ai'))) {
    return 'DMI-PROHIBITED-AIMLTRAINING';
  }
  if (refuses(answerTo(answers, 'train-generative-ai'))) {
    return 'DMI-PROHIBITED-GENAIMLTRAINING';
  }
  return answerTo(answers, 'text-and-data-mining') === 'allow' ? 'DMI-ALLOWED' : 'DMI-UNSPECIFIED';
}

function all(preference: Preference): UseAnswers {
  return Object.fromEntries(MINING.map((use) => [use, preference]));
}
