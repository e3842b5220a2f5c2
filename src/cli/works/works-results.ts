import { open, readFile } from 'node:fs/promises';
import type { WorkResult } from '../../app/works/add-works.js';
import { csvLine } from '../../core/tables/csv-line.js';
import { readCsv } from '../../core/tables/read-csv.js';

/** What became of each file, in a file of its own: by it a run that was cut is gone on with. */
export interface WorksResults {
  /** The files that need not be looked at again. */
  readonly done: ReadonlySet<string>;
  /** Adds rows, durably. */
  add(results: readonly WorkResult[]): Promise<void>;
}

const HEAD = ['name', 'status', 'work', 'problem', 'answer'];

/**
 * Goes on with the results at a path, or begins them.
 * @param answer what the run says of each work beside registering it, empty where it says nothing. A file is done once that was said:
 *   one that an earlier run registered alone is looked at again.
 */
export async function openWorksResults(path: string, answer: string): Promise<WorksResults> {
  const before = await readFile(path, 'utf8').catch(() => '');
  // Line by line: one that was torn by a crash spoils no other.
  const done = new Set(before.split('\r\n').flatMap((line) => doneIn(line, answer)));
  const append = async (text: string): Promise<void> => {
    const file = await open(path, 'a');
    try {
      await file.appendFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  if (before === '') await append(csvLine(HEAD));
  else if (!before.endsWith('\n')) await append('\r\n');
  return { done, add: (results) => append(results.map((result) => lineOf(result, answer)).join('')) };
}

function lineOf({ name, status, workId, problem }: WorkResult, answer: string): string {
  const said = status === 'refused' || problem !== undefined ? '' : answer;
  return csvLine([name, status, workId, problem, said]);
}

/** A name that a spreadsheet might carry out has an apostrophe before it, and so has an answer. */
function doneIn(line: string, answer: string): string[] {
  const [name = '', status = '', , , said = ''] = readCsv(line)[0] ?? [];
  if (status !== 'registered' && status !== 'known') return [];
  return answer === '' || [answer, `'${answer}`].includes(said) ? [name, name.replace(/^'/, '')] : [];
}
