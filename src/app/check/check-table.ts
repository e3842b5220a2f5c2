import type { RowMask } from '../../core/check/row-mask.js';
import type { PackedTexts } from '../ports/tables.js';
import { checkPackedTexts } from './check-packed-texts.js';
import type { CheckTableInput } from './check-table-input.js';
import type { CheckTally } from './check-tally.js';
import { CountedRows } from './counted-rows.js';
import { askedRows } from './row-reader.js';

export interface CheckedTable {
  /** Rows to keep, licensed ones among them. */
  readonly kept: RowMask;
  readonly tally: CheckTally;
}

const BATCH_ROWS = 8_192;

/** With fewer it takes longer to start threads than to answer. */
const LEAST_PACKED_ROWS = 10_000;

/**
 * Asks about every row of a table. Every row gets an answer: a cell that is no address is UNKNOWN, which is not permission. If
 * anything fails on the way it throws, and there is no answer at all.
 */
export async function checkTable(input: CheckTableInput): Promise<CheckedTable> {
  const { answers, source } = input;
  const counted = new CountedRows(input);
  const texts = packedTexts(input);
  if (answers.packed !== undefined && texts !== undefined) {
    await checkPackedTexts(input, { questions: answers.packed, texts, counted });
  } else await checkItems(input, counted);
  if (counted.row !== source.rowCount) {
    throw new Error(`${counted.row} of ${source.rowCount} rows were answered.`);
  }
  return { kept: counted.kept, tally: counted.tally.finish() };
}

async function checkItems(input: CheckTableInput, counted: CountedRows): Promise<void> {
  const { answers, source, onRows, onProgress, signal } = input;
  const look = input.tools && { tools: input.tools, recognises: answers.recognises };
  for await (const asked of askedRows(source, input.columns, BATCH_ROWS, look)) {
    signal?.throwIfAborted();
    const told = await answers.check(asked.map(({ item }) => item));
    if (told.length !== asked.length) throw new Error('The source of answers left rows unanswered.');
    const rows = told.map((item, place) => counted.count(item, asked[place]));
    await onRows?.(rows);
    onProgress?.(counted.row);
  }
}

/** The addresses of a table of which nothing else is asked. */
function packedTexts({ source, columns, onRows }: CheckTableInput): AsyncIterable<PackedTexts> | undefined {
  const { address, sha256, md5, text, caption, author } = columns;
  const isMore =
    [sha256, md5, text, caption].some((column) => column !== undefined) || source.digests !== undefined;
  const isAuthorTold = author !== undefined && onRows !== undefined;
  if (address === undefined || isMore || isAuthorTold || source.rowCount < LEAST_PACKED_ROWS)
    return undefined;
  return source.packedTexts?.(address);
}
