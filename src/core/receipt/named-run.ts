import type { NamedRun } from '../log/receipt-leaf.js';
import type { Receipt, ReceiptSource } from './receipt.js';

/** What becomes public of a run whose builder is named: no file, no address and no policy. */
export type PublicRun = Omit<NamedRun, 'builder'>;

/** What a receipt says that its answers rest on in one log; undefined where it names the log not once. */
export function sourceOf(receipt: Receipt, origin: string): ReceiptSource | undefined {
  const own = receipt.sources.filter((source) => source.origin === origin);
  return own.length === 1 ? own[0] : undefined;
}

/** The part of a receipt that its leaf repeats. */
export function publicRun({ question, counts }: Receipt, { size }: ReceiptSource): PublicRun {
  return { size, uses: [...new Set(question.uses)].sort(), answers: counts.answers };
}
