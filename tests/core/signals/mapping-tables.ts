import { fromAiTxt, toAiTxt, type AiTxtRule } from '../../../src/core/signals/ai-txt.js';
import { fromAipref, toAipref } from '../../../src/core/signals/aipref.js';
import type { AiprefVersion } from '../../../src/core/signals/aipref-labels.js';
import { fromContentSignal, toContentSignal } from '../../../src/core/signals/content-signal.js';
import type { Expressed } from '../../../src/core/signals/expressed.js';
import { fromNoai, toNoai } from '../../../src/core/signals/noai.js';
import { fromPlusDataMining, toPlusDataMining } from '../../../src/core/signals/plus-data-mining.js';
import { fromRsl, toRsl } from '../../../src/core/signals/rsl.js';
import { fromSpawningFlags, toSpawningFlags } from '../../../src/core/signals/spawning-flags.js';
import { fromTdmrep, toTdmrep } from '../../../src/core/signals/tdmrep.js';
import {
  fromTrainingMining,
  toTrainingMining,
  type TrainingMiningPrefix,
} from '../../../src/core/signals/training-mining.js';
import type { UseAnswers } from '../../../src/core/signals/use-answers.js';
import type { MappingOptions } from './mapping-vectors.js';

export interface MappingTable {
  readonly name: string;
  readonly from: (words: never, options: MappingOptions) => UseAnswers;
  readonly to: (answers: UseAnswers, options: MappingOptions) => Expressed<unknown>;
}

function prefixOf(options: MappingOptions): TrainingMiningPrefix {
  return options['prefix'] === 'c2pa' ? 'c2pa' : 'cawg';
}

function offerOf(options: MappingOptions): string | undefined {
  return options['offer'] as string | undefined;
}

/** Every mapping table, in one shape. */
export const MAPPING_TABLES: readonly MappingTable[] = [
  {
    name: 'aipref',
    from: (words, options) => fromAipref(words, (options['vocabularyVersion'] ?? '07') as AiprefVersion),
    to: toAipref,
  },
  { name: 'content-signal', from: fromContentSignal, to: toContentSignal },
  { name: 'tdmrep', from: fromTdmrep, to: (answers, options) => toTdmrep(answers, offerOf(options)) },
  {
    name: 'training-mining',
    from: (words, options) => fromTrainingMining(words, prefixOf(options)),
    to: (answers, options) => toTrainingMining(answers, prefixOf(options), offerOf(options)),
  },
  {
    name: 'plus',
    from: fromPlusDataMining,
    to: (answers, options) => toPlusDataMining(answers, options['hasConstraint'] === true),
  },
  {
    name: 'ai-txt',
    from: (rule: AiTxtRule | null) => fromAiTxt(rule ?? undefined),
    to: toAiTxt,
  },
  {
    name: 'noai',
    from: (words, options) => fromNoai(words, options['isPicture'] !== false),
    to: toNoai,
  },
  { name: 'spawning', from: fromSpawningFlags, to: toSpawningFlags },
  { name: 'rsl', from: fromRsl, to: toRsl },
];
