import { useState } from 'react';

/** What one request may be about. */
const PART = 50;

export interface InParts {
  /** How many of all are done; undefined while nothing is under way. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** Asks part by part; a part that fails is the last. Answers what became of each that was asked. */
  readonly run: <Result>(
    ids: readonly string[],
    ask: (part: readonly string[]) => Promise<readonly Result[] | undefined>,
  ) => Promise<Result[]>;
}

/** One decision about more than one request may hold. */
export function useInParts(): InParts {
  const [progress, setProgress] = useState<InParts['progress']>();
  return {
    progress,
    run: async (ids, ask) => {
      const results = [];
      for (let from = 0; from < ids.length; from += PART) {
        if (ids.length > PART) setProgress({ done: from, of: ids.length });
        const answered = await ask(ids.slice(from, from + PART));
        if (answered === undefined) break;
        results.push(...answered);
      }
      setProgress(undefined);
      return results;
    },
  };
}
