import { addAnswers, addUse } from '../check/answer-counts.js';
import { RECOGNISED_BY } from '../replay/subject-name.js';
import type { ReceiptCounts } from './receipt.js';

/** What two runs counted together. Both asked about the same uses. */
export function addCounts(a: ReceiptCounts, b: ReceiptCounts): ReceiptCounts {
  return {
    rows: a.rows + b.rows,
    kept: a.kept + b.kept,
    dropped: a.dropped + b.dropped,
    licensed: a.licensed + b.licensed,
    ...positive('accepted', (a.accepted ?? 0) + (b.accepted ?? 0)),
    ...positive('named', (a.named ?? 0) + (b.named ?? 0)),
    ...addWays(a.comparedBy, b.comparedBy),
    answers: addAnswers(a.answers, b.answers),
    uses: a.uses.map((use, at) => addUse(use, b.uses[at] ?? use)),
    asked: {
      byAddress: a.asked.byAddress + b.asked.byAddress,
      byContent: a.asked.byContent + b.asked.byContent,
      byNeither: a.asked.byNeither + b.asked.byNeither,
    },
  };
}

function positive<Name extends string>(name: Name, rows: number): Partial<Record<Name, number>> {
  return rows === 0 ? {} : ({ [name]: rows } as Partial<Record<Name, number>>);
}

function addWays(
  a: ReceiptCounts['comparedBy'],
  b: ReceiptCounts['comparedBy'],
): Pick<ReceiptCounts, 'comparedBy'> {
  if (a === undefined && b === undefined) return {};
  const ways = RECOGNISED_BY.flatMap((way) =>
    Object.entries(positive(way, (a?.[way] ?? 0) + (b?.[way] ?? 0))),
  );
  return { comparedBy: Object.fromEntries(ways) };
}
