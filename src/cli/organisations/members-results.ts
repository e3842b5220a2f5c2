import { open, readFile } from 'node:fs/promises';
import type { MemberResult } from '../../app/organisations/send-members.js';
import { csvLine } from '../../core/tables/csv-line.js';

/** What became of each line, in a file of its own: by it a run that was cut is gone on with. */
export interface MembersResults {
  /** The lines that are on record, by their numbers. */
  readonly done: ReadonlySet<number>;
  /** Adds rows, durably. */
  add(results: readonly MemberResult[]): Promise<void>;
}

const HEAD = ['line', 'reference', 'status', 'problem'];
const DONE = /^(\d+),(?:"(?:[^"]|"")*"|[^",]*),(?:added|known),/;

/** Goes on with the results at a path, or begins them. */
export async function openMembersResults(path: string): Promise<MembersResults> {
  const before = await readFile(path, 'utf8').catch(() => '');
  const done = new Set(
    before
      .split('\r\n')
      .flatMap((line) => DONE.exec(line)?.[1] ?? [])
      .map(Number),
  );
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
        results
          .map(({ line, reference, status, problem }) => csvLine([line, reference, status, problem]))
          .join(''),
      ),
  };
}
