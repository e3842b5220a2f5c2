import { decodeBase64 } from '../../core/bytes/base64.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { checkReceiptSource } from '../../core/receipt/check-receipt-source.js';
import { sourceOf } from '../../core/receipt/named-run.js';
import { isSignedAsItSays } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { parseVerifierKey } from '../../core/tlog/verifier-key.js';
import { ownKeyLeaves } from '../log/own-key-leaves.js';
import { rootAt } from '../log/root-at.js';
import type { Registry } from '../registry.js';

/**
 * Checks what a registry can of a receipt of its own answers: that its checkpoint is one that this log signed, by whichever key it ever had, that
 * its answers rest on this very tree, and that the key which it names signed it. The counts stay its builder's word: the rows are not here.
 * @returns the source that is this log, or why the receipt does not hold
 */
export async function verifyOwnReceipt(
  { store, log, sha256, snapshots: { verify } }: Registry,
  receipt: Receipt,
): Promise<ReceiptSource | string> {
  const source = sourceOf(receipt, log.origin);
  if (source === undefined) return `Its answers do not rest on this log, which is ${log.origin}.`;
  const keys = (await ownKeyLeaves(store.log)).flatMap(({ vkey }) => {
    const read = parseVerifierKey(vkey, sha256);
    return read.ok ? [read.key] : [];
  });
  const checked = checkReceiptSource(source, keys, verify, sha256);
  if (checked.kind === 'broken') return checked.detail;
  if (checked.kind === 'no-key') return 'No key of this log signed its checkpoint.';
  // Whoever stole a key that signs no more can sign another tree with it.
  if (source.size < 1 || BigInt(source.size) > (await store.log.size())) return OTHER_TREE;
  const root = decodeBase64(source.root);
  const own = await rootAt(store, source.size, sha256);
  if (root === undefined || !equalBytes(root, own)) return OTHER_TREE;
  const isSigned = isSignedAsItSays(receipt, verify, sha256);
  return isSigned === false ? `It is not signed by ${receipt.signer ?? ''}, as it says it is.` : source;
}

const OTHER_TREE = 'Its answers rest on another tree than this log had at that size.';
