import { useLocation } from 'react-router';
import { useLanguage } from '../language/language-context.js';
import type { Messages } from '../messages/en.js';
import type { Problem, Refusal } from '../server/problem.js';
import { signInPath } from '../session/next-path.js';
import { Button } from './button.js';
import { ButtonLink } from './button-link.js';
import { Notice } from './notice.js';

interface ProblemNoteProps {
  problem: Problem | undefined;
  onRetry?: () => void;
}

/** Why something did not happen, in the reader's words, with the one thing to do next. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  const { words, language } = useLanguage();
  const { pathname, search } = useLocation();
  if (problem === undefined) {
    return null;
  }
  const { title, nextStep } = textsOf(problem, words);
  return (
    <Notice tone="bad" role="alert">
      <p className={title.length > LONGEST_TITLE ? undefined : 'notice__title'}>{title}</p>
      <p>{nextStep}</p>
      {problem.kind === 'refused' && language !== 'en' && hasDetail(problem.refusal) && (
        <p className="note" lang="en">
          {problem.refusal.message}
        </p>
      )}
      {problem.kind === 'sign-in-needed' && (
        <ButtonLink to={signInPath(pathname + search)}>{words.nav.signIn}</ButtonLink>
      )}
      {onRetry !== undefined && problem.kind !== 'sign-in-needed' && (
        <Button onClick={onRetry}>{words.problems.retry}</Button>
      )}
    </Notice>
  );
}

/** In characters; what a check found at several addresses is too much to be shouted. */
const LONGEST_TITLE = 100;

/** Refusals whose English sentence says more than their code does: which part of the input, what the check found. */
const DETAILED: readonly Refusal['code'][] = [
  'CHALLENGE_FAILED',
  'INVALID_ADDRESS',
  'INVALID_INPUT',
  'INVALID_SEARCH',
  'PICTURE_REFUSED',
];

function hasDetail(refusal: Refusal): boolean {
  return DETAILED.includes(refusal.code);
}

function textsOf(problem: Problem, words: Messages): { title: string; nextStep: string } {
  return problem.kind === 'refused' ? refusalTexts(problem.refusal, words) : words.problems[problem.kind];
}

/** English is what the server speaks; other languages go by the code. */
export function refusalTexts(refusal: Refusal, words: Messages): { title: string; nextStep: string } {
  return words.refusals?.[refusal.code] ?? { title: refusal.message, nextStep: refusal.nextStep };
}
