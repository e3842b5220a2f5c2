import type { Answer } from '../../core/consent/decision.js';
import { hostOf } from '../../core/url/url-expressions.js';
import { mapColumns, NoUrlColumn } from '../catalogue/ingest/entry-columns.js';
import type { CheckedItem, ConsentAnswers } from '../ports/consent-answers.js';
import type { TableSource } from '../ports/tables.js';
import { startTally, type CheckTally } from './check-tally.js';

export interface CheckTableInput {
  readonly answers: ConsentAnswers;
  readonly source: TableSource;
  /** Column that holds the addresses; found by its name unless said. */
  readonly urlColumn?: string | undefined;
  /** Which rows are kept: all but those with a no or a no-unless; or only those with a yes for every use asked. */
  readonly keep: 'not-denied' | 'allowed';
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

export interface CheckedTable {
  /** Rows to keep, numbered from 0 in file order. */
  readonly kept: readonly number[];
  readonly tally: CheckTally;
}

const BATCH_ROWS = 8_192;

/**
 * Asks about every row of a table as of one moment. Every row gets an answer: a cell that is no address is UNKNOWN, which is
 * not permission. If anything fails on the way it throws, and there is no answer at all.
 * @throws NoUrlColumn
 */
export async function checkTable(input: CheckTableInput): Promise<CheckedTable> {
  const { answers, source, keep, onProgress, signal } = input;
  const column = addressColumn(source, input.urlColumn);
  const tally = startTally(answers.uses);
  const kept: number[] = [];
  let row = 0;

  const settle = async (cells: readonly string[]) => {
    signal?.throwIfAborted();
    const told = await answers.check(cells.map((address) => ({ address })));
    if (told.length !== cells.length) throw new Error('The registry left rows unanswered.');
    for (const answer of told) {
      const isKept = keeps(keep, answer);
      tally.count(
        answer,
        isKept,
        answer.canonicalUrl === undefined ? undefined : hostOf(answer.canonicalUrl),
      );
      if (isKept) kept.push(row);
      row += 1;
    }
    onProgress?.(row);
  };

  let waiting: string[] = [];
  for await (const rows of source.batches([column])) {
    for (const [cell] of rows) waiting.push(typeof cell === 'string' ? cell : '');
    if (waiting.length >= BATCH_ROWS) {
      await settle(waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) await settle(waiting);
  return { kept, tally: tally.finish() };
}

function keeps(keep: CheckTableInput['keep'], { decisions }: CheckedItem): boolean {
  const answers: readonly Answer[] = decisions.map(({ answer }) => answer);
  if (keep === 'allowed') return answers.length > 0 && answers.every((answer) => answer === 'ALLOWED');
  return answers.every((answer) => answer === 'ALLOWED' || answer === 'UNKNOWN');
}

function addressColumn(source: TableSource, named: string | undefined): string {
  if (named !== undefined) {
    const found = source.columns.find((column) => column.toLowerCase() === named.toLowerCase());
    if (found === undefined) throw new NoUrlColumn(source, named);
    return found;
  }
  const position = mapColumns(source.columns)?.fields.url;
  const found = position === undefined ? undefined : source.columns[position];
  if (found === undefined) throw new NoUrlColumn(source);
  return found;
}
