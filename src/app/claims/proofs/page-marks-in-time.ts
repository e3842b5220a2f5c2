import { runInNewContext } from 'node:vm';
import { type MarkRules, type PageMarks, pageMarks } from './page-marks.js';

const LONGEST_MS = 1_000;

/**
 * `pageMarks` of a page that a stranger wrote; undefined when it takes too long. Parsing takes time that grows with the
 * square of how deep elements are nested and of how many attributes one has, and meanwhile nobody else is served.
 */
export function pageMarksInTime(
  text: string,
  rules: MarkRules,
  longestMs: number = LONGEST_MS,
): PageMarks | undefined {
  let marks: PageMarks | undefined;
  const read = (): void => {
    marks = pageMarks(text, rules);
  };
  try {
    // The limit of a script holds for whatever it calls, and ends it wherever it is.
    runInNewContext('read()', { read }, { timeout: longestMs });
    return marks;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
