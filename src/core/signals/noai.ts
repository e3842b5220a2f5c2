/**
 * The `noai` family of robots directives (DeviantArt, 2022-11; no standards body), in `X-Robots-Tag` or a meta element,
 * to and from the uses of the registry. They say no to AI without saying which use; a yes they cannot say.
 */
import { type Expressed, expressed } from './expressed.js';
import { type UseAnswers, answerTo, refuses } from './use-answers.js';

const FOR_EVERYTHING: readonly string[] = ['noai', 'noml'];
const FOR_PICTURES = 'noimageai';

/** The directives that apply to the reader, in any case; `isPicture` says whether the item is a picture. */
export function fromNoai(directives: readonly string[], isPicture: boolean): UseAnswers {
  const names = directives.map((directive) => directive.toLowerCase());
  const isRefused =
    names.some((name) => FOR_EVERYTHING.includes(name)) || (isPicture && names.includes(FOR_PICTURES));
  return isRefused ? { 'train-ai': 'deny', 'ai-inference': 'deny' } : {};
}

/** Both directives stand for a no, as where they were introduced. An offer is said as a no: there are no terms. */
export function toNoai(answers: UseAnswers): Expressed<readonly string[]> {
  const isRefused = refuses(answerTo(answers, 'train-ai')) || refuses(answerTo(answers, 'ai-inference'));
  const directives = isRefused ? ['noai', FOR_PICTURES] : [];
  return expressed(answers, directives, fromNoai(directives, true));
}
