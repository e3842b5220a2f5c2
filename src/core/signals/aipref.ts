/**
 * AIPREF to and from the uses of the registry. Every version of the vocabulary is read; only the current one,
 * draft-ietf-aipref-vocab-07, is written.
 */
import type { Preference } from '../consent/preference.js';
import type { Use } from '../consent/use.js';
import { AIPREF_LABELS, type AiprefLabel, type AiprefVersion } from './aipref-labels.js';
import type { AiprefStatement } from './aipref-statement.js';
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

const CURRENT: AiprefVersion = '07';

/** Labels that the version does not know say nothing. */
export function fromAipref(statement: AiprefStatement, version: AiprefVersion): UseAnswers {
  const answers: Partial<Record<Use, Preference>> = {};
  for (const [name, label] of Object.entries(AIPREF_LABELS[version])) {
    const isRefused = refusalOf(statement, version, name);
    for (const use of isRefused ? label.n : []) {
      answers[use] = 'deny';
    }
    for (const use of statement[name] === 'y' ? label.y : []) {
      answers[use] = 'allow';
    }
  }
  return answers;
}

/** An offer is said as a no: the vocabulary has no terms. */
export function toAipref(answers: UseAnswers): Expressed<AiprefStatement> {
  const words = Object.fromEntries(
    Object.entries(AIPREF_LABELS[CURRENT]).flatMap(([name, label]) => {
      const value = valueOf(answers, label);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return expressed(answers, words, fromAipref(words, CURRENT));
}

function refusalOf(statement: AiprefStatement, version: AiprefVersion, name: string): boolean {
  const said = statement[name];
  const wider = AIPREF_LABELS[version][name]?.within;
  return said === undefined ? wider !== undefined && refusalOf(statement, version, wider) : said === 'n';
}

function valueOf(answers: UseAnswers, label: AiprefLabel): 'y' | 'n' | undefined {
  if (label.n.some((use) => refuses(answerTo(answers, use)))) {
    return 'n';
  }
  return label.y.every((use) => answerTo(answers, use) === 'allow') ? 'y' : undefined;
}
