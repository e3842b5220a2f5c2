import type { CaptionNames, PublicName } from '../../core/check/caption-names.js';
import type { CheckPolicy } from '../../core/check/check-policy.js';
import { type Keep, rowFate, strictestAnswer } from '../../core/check/row-fate.js';
import { RowMask } from '../../core/check/row-mask.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import type { AskedContent, ConsentAnswers } from '../ports/consent-answers.js';
import type { TableSource } from '../ports/tables.js';
import type { AskedColumns } from './asked-columns.js';
import { type CheckTally, startTally } from './check-tally.js';
import type { CheckedRow } from './checked-row.js';
import type { Licences } from './licences.js';
import { type AskedRow, askedRows } from './row-reader.js';
import type { SampleTools } from './sample-prints.js';

export interface CheckTableInput {
  readonly answers: ConsentAnswers;
  readonly source: TableSource;
  readonly columns: AskedColumns;
  readonly keep: Keep;
  readonly policy?: Pick<CheckPolicy, 'unknown' | 'conditional'>;
  /** What the builder states to hold by contract. */
  readonly licences?: Licences | undefined;
  /** Names that are looked for in captions. */
  readonly names?: CaptionNames | undefined;
  /** Whether rows whose caption names somebody who said no are dropped. */
  readonly dropNamed?: boolean | undefined;
  /** With what the files of a shard are looked at; left out, they are compared by their digests alone. */
  readonly tools?: SampleTools | undefined;
  /** Told every row, in order. */
  readonly onRows?: ((rows: readonly CheckedRow[]) => Promise<void>) | undefined;
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}

export interface CheckedTable {
  /** Rows to keep, licensed ones among them. */
  readonly kept: RowMask;
  readonly tally: CheckTally;
}

const BATCH_ROWS = 8_192;

/**
 * Asks about every row of a table. Every row gets an answer: a cell that is no address is UNKNOWN, which is not permission. If
 * anything fails on the way it throws, and there is no answer at all.
 */
export async function checkTable(input: CheckTableInput): Promise<CheckedTable> {
  const { answers, source, onRows, onProgress, signal } = input;
  const tally = startTally(answers.uses);
  const kept = new RowMask(source.rowCount);
  let row = 0;
  const look = input.tools && { tools: input.tools, recognises: answers.recognises };
  for await (const asked of askedRows(source, input.columns, BATCH_ROWS, look)) {
    signal?.throwIfAborted();
    const told = await answers.check(asked.map(({ item }) => item));
    if (told.length !== asked.length) throw new Error('The source of answers left rows unanswered.');
    const rows = told.map((item, place) => checkedRow(input, row + place, item, asked[place]));
    for (const one of rows) {
      if (one.fate !== 'dropped') kept.choose(one.row);
      tally.count(one);
    }
    await onRows?.(rows);
    row += rows.length;
    onProgress?.(row);
  }
  if (row !== source.rowCount) throw new Error(`${row} of ${source.rowCount} rows were answered.`);
  return { kept, tally: tally.finish() };
}

function checkedRow(
  { keep, policy = {}, licences, names, dropNamed = false }: CheckTableInput,
  row: number,
  item: CheckedRow['item'],
  asked: AskedRow | undefined,
): CheckedRow {
  const answer = strictestAnswer(item.decisions.map((decision) => decision.answer));
  const isLicensed = answer !== 'ALLOWED' && licences?.cover(item) === true;
  const caption = asked?.caption;
  const named = caption === undefined ? NOBODY : (names?.namedIn(caption) ?? NOBODY);
  const fate = rowFate(answer, isLicensed, keep, policy);
  return {
    row,
    item,
    answer,
    fate: dropNamed && named.length > 0 && fate === 'kept' ? 'dropped' : fate,
    named,
    caption,
    isByContent: asked?.item.content !== undefined,
    comparedBy: waysOf(asked?.item.content),
    notCompared: asked?.notCompared,
    author: asked?.author,
  };
}

const NOBODY: readonly PublicName[] = [];
const NO_WAYS: readonly RecognisedBy[] = [];

function waysOf(content: AskedContent | undefined): readonly RecognisedBy[] {
  if (content === undefined) return NO_WAYS;
  const { sha256 = [], md5 = [], fingerprints = [] } = content;
  const ways = new Set<RecognisedBy>(fingerprints.map(({ algorithm }) => algorithm));
  if (sha256.length > 0) ways.add('sha256');
  if (md5.length > 0) ways.add('md5');
  return [...ways];
}
