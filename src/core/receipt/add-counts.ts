import { addAnswers, addUse } from '../check/answer-counts.js';
import type { ReceiptCounts } from './receipt.js';

/** What two runs counted together. Both asked about the same uses. */
export function addCounts(a: ReceiptCounts, b: ReceiptCounts): ReceiptCounts {
  return {
    rows: a.rows + b.rows,
    kept: a.kept + b.kept,
    dropped: a.dropped + b.dropped,
    licensed: a.licensed + b.licensed,
    answers: addAnswers(a.answers, b.answers),
    uses: a.uses.map((use, at) => addUse(use, b.uses[at] ?? use)),
    asked: {
      byAddress: a.asked.byAddress + b.asked.byAddress,
      byContent: a.asked.byContent + b.asked.byContent,
      byNeither: a.asked.byNeither + b.asked.byNeither,
    },
  };
}
