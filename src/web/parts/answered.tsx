import type { ReactNode } from 'react';
import type { UseQueryState } from 'urql';
import { problemOf } from '../server/problem.js';
import { ProblemNote } from './problem-note.js';

interface AnsweredProps<Data> {
  state: UseQueryState<Data>;
  /** Shown until the first answer. */
  waiting: ReactNode;
  onRetry: () => void;
  children: (data: Data) => ReactNode;
}

/** The four states of a question to the server: waiting, answered, answered before but failing now, failed. */
export function Answered<Data>({ state, waiting, onRetry, children }: AnsweredProps<Data>) {
  const problem = state.error === undefined ? undefined : problemOf(state.error);
  if (state.data === undefined || state.data === null) {
    return problem === undefined ? waiting : <ProblemNote problem={problem} onRetry={onRetry} />;
  }
  return (
    <>
      <ProblemNote problem={problem} onRetry={onRetry} />
      {children(state.data)}
    </>
  );
}
