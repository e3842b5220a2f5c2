/**
 * Training and data mining assertions to and from the uses of the registry: `cawg.training-mining` of CAWG 1.1
 * (2025-05-16) and its predecessor `c2pa.training-mining` of C2PA 1.x, whose keys differ by their prefix alone.
 * Here `ai_training` is of models that do not generate, which is a part of `train-ai` without a name among our uses.
 */
import type { Preference } from '../consent/preference.js';
import type { Use } from '../consent/use.js';
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerOnWhole } from './use-answers.js';

export type TrainingMiningPrefix = 'c2pa' | 'cawg';

/** The value of one key of `entries`. */
export interface TrainingMiningEntry {
  readonly use: string;
  /** Text that says what is constrained, in the spelling of the CDDL of C2PA 1.x. */
  readonly constraint_info?: string;
}

export type TrainingMiningEntries = Readonly<Record<string, TrainingMiningEntry>>;

const KEYS = {
  data_mining: 'text-and-data-mining',
  ai_training: 'train-ai',
  ai_generative_training: 'train-generative-ai',
  ai_inference: 'ai-inference',
} as const satisfies Readonly<Record<string, Use>>;

type Key = keyof typeof KEYS;

/** A key that is not there is no statement; keys of other prefixes are not read. */
export function fromTrainingMining(entries: TrainingMiningEntries, prefix: TrainingMiningPrefix): UseAnswers {
  const said = (key: Key) => preferenceOf(entries[`${prefix}.${key}`]);
  const answers: Partial<Record<Use, Preference>> = {};
  const put = (key: Key, preference: Preference | undefined) => {
    if (preference !== undefined) {
      answers[KEYS[key]] = preference;
    }
  };
  const generative = said('ai_generative_training');
  const other = said('ai_training');
  put('ai_inference', said('ai_inference'));
  put('ai_generative_training', generative);
  // Each wider use of ours holds what has keys of its own there: it is given only where these are spoken about too.
  put('ai_training', giveOnlyIf(other, generative !== undefined));
  put('data_mining', giveOnlyIf(said('data_mining'), generative !== undefined && other !== undefined));
  return answers;
}

/** `offer` is the text that says where the terms of an offer are; without it an offer is said as a no. */
export function toTrainingMining(
  answers: UseAnswers,
  prefix: TrainingMiningPrefix,
  offer?: string,
): Expressed<TrainingMiningEntries> {
  const words = Object.fromEntries(
    (Object.keys(KEYS) as Key[]).flatMap((key) => {
      const answer = answerOnWhole(answers, KEYS[key]);
      return answer === undefined ? [] : [[`${prefix}.${key}`, entryOf(answer, offer)]];
    }),
  );
  return expressed(answers, words, fromTrainingMining(words, prefix));
}

/** Without further information `constrained` is a no (CAWG 1.1); so is every value that is not known. */
function preferenceOf(entry: TrainingMiningEntry | undefined): Preference | undefined {
  if (entry === undefined || entry.use === 'allowed') {
    return entry === undefined ? undefined : 'allow';
  }
  const hasInformation = entry.constraint_info !== undefined && entry.constraint_info.trim() !== '';
  return entry.use === 'constrained' && hasInformation ? 'conditional' : 'deny';
}

/** A no needs nothing else; what is left of an offer that cannot be given is its no. */
function giveOnlyIf(preference: Preference | undefined, isGivable: boolean): Preference | undefined {
  if (isGivable || preference === undefined || preference === 'deny') {
    return preference;
  }
  return preference === 'conditional' ? 'deny' : undefined;
}

function entryOf(answer: Preference, offer: string | undefined): TrainingMiningEntry {
  if (answer === 'allow') {
    return { use: 'allowed' };
  }
  return answer === 'conditional' && offer !== undefined
    ? { use: 'constrained', constraint_info: offer }
    : { use: 'notAllowed' };
}
