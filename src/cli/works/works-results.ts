import { open, readFile } from 'node:fs/promises';
import type { WorkResult } from '../../app/works/add-works.js';
import { csvLine } from '../../core/tables/csv-line.js';

/** What became of each file, in a file of its own: by it a run that was cut is gone on with. */
export interface WorksResults {
  /** The files that need not be looked at again. */
  readonly done: ReadonlySet<string>;
  /** Adds rows, durably. */
  add(results: readonly WorkResult[]): Promise<void>;
}

const HEAD = ['name', 'status', 'work', 'problem'];
const DONE = /^(?:"((?:[^"]|"")*)"|([^",]*)),(?:registered|known),/;

/** Goes on with the results at a path, or begins them. */
export async function openWorksResults(path: string): Promise<WorksResults> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const done = new Set(before.split('\r\n').flatMap(doneIn));
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
  return {
    done,
    add: (results) =>
      append(
        results.map(({ name, status, workId, problem }) => csvLine([name, status, workId, problem])).join(''),
      ),
  };
}

/** A name that a spreadsheet might carry out has an apostrophe before it. */
function doneIn(line: string): string[] {
  const [, quoted, plain] = DONE.exec(line) ?? [];
  const name = quoted?.replaceAll('""', '"') ?? plain;
  return name === undefined || name === 'name' ? [] : [name, name.replace(/^'/, '')];
}
