import { hexToBytes } from '@noble/hashes/utils.js';
import type { ReceiptLeaf } from '../../core/log/receipt-leaf.js';
import type { Stores } from '../ports/registry-store.js';

/** Puts what the leaf of a named run says where runs are counted. Whose it was stands in no leaf. */
export async function projectReceipt(
  stores: Pick<Stores, 'namedRuns'>,
  { digest, time, run }: ReceiptLeaf,
  logIndex: bigint,
): Promise<void> {
  if (run === undefined) return;
  const { ALLOWED, DENIED, CONDITIONAL, UNKNOWN } = run.answers;
  await stores.namedRuns.add({
    logIndex,
    digest: hexToBytes(digest),
    size: BigInt(run.size),
    uses: run.uses,
    allowed: BigInt(ALLOWED),
    denied: BigInt(DENIED),
    conditional: BigInt(CONDITIONAL),
    unanswered: BigInt(UNKNOWN),
    statedAt: new Date(time),
  });
}
