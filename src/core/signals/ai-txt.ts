/**
 * Spawning's ai.txt (2023-05-30), its rule for one kind of files, to and from the uses of the registry. It is about AI
 * without saying which use, so that inference is read into a no, being in doubt; about searching it says nothing.
 */
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

/** The rule that covers a file; undefined when none does. */
export type AiTxtRule = 'allow' | 'disallow' | undefined;

/** `Allow` is written for every kind that was not blocked, so that nobody need have chosen it: it gives nothing. */
export function fromAiTxt(rule: AiTxtRule): UseAnswers {
  return rule === 'disallow' ? { 'train-ai': 'deny', 'ai-inference': 'deny' } : {};
}

/** An offer is said as a no: there are no terms. */
export function toAiTxt(answers: UseAnswers): Expressed<AiTxtRule> {
  const isRefused = refuses(answerTo(answers, 'train-ai')) || refuses(answerTo(answers, 'ai-inference'));
  const isGiven = answerTo(answers, 'train-ai') === 'allow' && answerTo(answers, 'ai-inference') === 'allow';
  const rule = isRefused ? 'disallow' : isGiven ? 'allow' : undefined;
  return expressed(answers, rule, fromAiTxt(rule));
}
