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

/**
 * The four states of a question to the server: waiting, answered, answered before but out of reach now, failed. An answer
 * with an error in it has failed: what is missing from it must not read as nothing being there.
 */
export function Answered<Data>({ state, waiting, onRetry, children }: AnsweredProps<Data>) {
  const { data, error } = state;
  if (error === undefined) {
    return data === undefined ? waiting : children(data);
  }
  const note = <ProblemNote problem={problemOf(error)} onRetry={onRetry} />;
  return data === undefined || error.graphQLErrors.length > 0 ? (
    note
  ) : (
    <>
      {note}
      {children(data)}
    </>
  );
}
