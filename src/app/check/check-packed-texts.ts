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
  const isSilent = counted.keepsUnanswered && onRows === undefined;
  // Whose offer it is counts where some were accepted.
  const areCounted = onRows === undefined && accepted === undefined;
  const ask = (batch: PackedTexts) => questions.check(batch, areCounted);
  for await (const answers of askAhead(texts, ask, questions.ahead)) {
    signal?.throwIfAborted();
    refuseShort(answers);
    const rows = isSilent ? countTold(answers, counted) : countAll(answers, questions.unanswered, counted);
    await onRows?.(rows);
    onProgress?.(counted.row);
  }
}

/** An answer that is missing may not pass for one that nobody has given. */
function refuseShort({ texts, places, told }: PackedAnswers): void {
  if (places.length !== texts.ends.length || told.length > places.length) {
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

function countAll(
  { texts, places, told }: PackedAnswers,
  unanswered: readonly Decision[],
  counted: CountedRows,
): CheckedRow[] {
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
