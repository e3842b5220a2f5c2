import type { ReactNode } from 'react';
import { problemOf } from '../server/problem.js';
import type { Question } from '../server/use-question.js';
import { ProblemNote } from './problem-note.js';

interface AnsweredProps<Data> {
  state: Question<Data>;
  /** Shown until the first answer. */
  waiting: ReactNode;
  onRetry: () => void;
  children: (data: Data) => ReactNode;
}

/**
 * The four states of a question to the server: waiting, answered, answered before but out of reach now, failed. An answer
 * with an error in it has failed: what is missing from it must not read as nothing being there (`useQuestion`).
 */
export function Answered<Data>({ state, waiting, onRetry, children }: AnsweredProps<Data>) {
  const { data, error } = state;
  const note = error && <ProblemNote problem={problemOf(error)} onRetry={onRetry} />;
  if (data === undefined) return note ?? waiting;
  // In one place with and without a note, so that what somebody chose in it stays.
  return (
    <>
      {note}
      {children(data)}
    </>
  );
}
