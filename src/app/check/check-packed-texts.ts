import type { Decision } from '../../core/consent/decision.js';
import { canonicalUrl } from '../../core/url/canonical-url.js';
import type { CheckedItem, PackedAnswers, PackedQuestions } from '../ports/consent-answers.js';
import type { PackedTexts } from '../ports/tables.js';
import { askAhead } from './ask-ahead.js';
import type { CheckTableInput } from './check-table-input.js';
import type { CheckedRow } from './checked-row.js';
import type { CountedRows } from './counted-rows.js';
import { textAt } from './text-at.js';

interface PackedTable {
  readonly questions: PackedQuestions;
  readonly texts: AsyncIterable<PackedTexts>;
  readonly counted: CountedRows;
}

/**
 * Asks about the addresses of a table as they lie in memory. A row that nobody has answered for becomes text only where it has
 * to be told of, or to be counted under its host.
 */
export async function checkPackedTexts(
  { onRows, onProgress, signal, accepted }: CheckTableInput,
  { questions, texts, counted }: PackedTable,
): Promise<void> {
  // Then nobody needs the texts again, and their memory is free as soon as they were asked about.
  const isSilent = counted.keepsUnanswered && onRows === undefined;
  // Whose offer it is counts where some were accepted.
  const areCounted = onRows === undefined && accepted === undefined;
  const check = (batch: PackedTexts) => questions.check(batch, areCounted);
  const ask = isSilent ? answersAlone(check) : answersWithTexts(check);
  for await (const { answers, count, batch } of askAhead(texts, ask, questions.ahead)) {
    signal?.throwIfAborted();
    refuseShort(answers, count);
    const rows =
      batch === undefined
        ? countTold(answers, counted)
        : countAll(answers, { texts: batch, unanswered: questions.unanswered, counted });
    await onRows?.(rows);
    onProgress?.(counted.row);
  }
}

interface AnsweredBatch {
  readonly answers: PackedAnswers;
  /** How many texts were asked about. */
  readonly count: number;
  /** The texts, where they are needed. */
  readonly batch: PackedTexts | undefined;
}

type Check = (batch: PackedTexts) => Promise<PackedAnswers>;
type Ask = (batch: PackedTexts) => Promise<AnsweredBatch>;

function answersAlone(check: Check): Ask {
  return (batch) => withCount(check(batch), batch.ends.length);
}

/** Of its own, since whatever one of several functions in a function holds is held by all. */
async function withCount(asked: Promise<PackedAnswers>, count: number): Promise<AnsweredBatch> {
  return { answers: await asked, count, batch: undefined };
}

function answersWithTexts(check: Check): Ask {
  return async (batch) => ({ answers: await check(batch), count: batch.ends.length, batch });
}

/** An answer that is missing may not pass for one that nobody has given. */
function refuseShort({ places, told }: PackedAnswers, count: number): void {
  if (places.length !== count || told.length > places.length) {
    throw new Error('The source of answers left rows unanswered.');
  }
}

function countTold({ places, told }: PackedAnswers, counted: CountedRows): CheckedRow[] {
  const before = counted.row;
  let answered = 0;
  for (const place of places) {
    if (place === 0) counted.keepUnanswered();
    else {
      counted.count(toldAt(told, place));
      answered += 1;
    }
  }
  counted.tally.countUnanswered(counted.row - before - answered);
  return [];
}

interface WithTexts {
  readonly texts: PackedTexts;
  readonly unanswered: readonly Decision[];
  readonly counted: CountedRows;
}

function countAll({ places, told }: PackedAnswers, { texts, unanswered, counted }: WithTexts): CheckedRow[] {
  return Array.from(places, (place, at) => {
    const item = place === 0 ? unansweredItem(textAt(texts, at), unanswered) : toldAt(told, place);
    return counted.count(item);
  });
}

function toldAt(told: readonly CheckedItem[], place: number): CheckedItem {
  const item = told[place - 1];
  if (item === undefined) throw new Error('The source of answers left rows unanswered.');
  return item;
}

function unansweredItem(url: string, decisions: readonly Decision[]): CheckedItem {
  const canonical = canonicalUrl(url);
  return {
    url,
    canonicalUrl: canonical.ok ? canonical.url : undefined,
    notAnswered: canonical.ok ? undefined : canonical.reason,
    decisions,
  };
}
