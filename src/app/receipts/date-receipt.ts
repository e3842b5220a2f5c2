import { buildReceiptLeaf, type ReceiptDraft } from '../../core/log/receipt-leaf.js';
import { FieldError, FieldReader } from '../../core/json/field-reader.js';
import { KEY_ID, SHA256_HEX } from '../../core/log/leaf-forms.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import { appendLeaves } from '../log/append-leaves.js';
import { proveLeaf } from '../log-reading/prove-leaf.js';
import type { Registry } from '../registry.js';

/** A receipt whose digest the log holds. */
export interface DatedReceipt {
  readonly ok: true;
  readonly leafHash: Uint8Array;
  /** That the log holds it, as the text of a C2SP tlog-proof. */
  readonly proof: string;
}

/**
 * Puts the digest of a receipt into the log, which dates it: nothing else of it is told, nor by whom it was asked. Whoever sends
 * it twice has two dates, of which the first is worth more. Throws `LogReadOnly` when the log takes nothing.
 * @param input `digest`, and `signer` where the holder of the key that signed the receipt wants it known
 */
export async function dateReceipt(registry: Registry, input: unknown): Promise<DatedReceipt | InvalidInput> {
  const read = readInput(input);
  if ('ok' in read) return read;
  const [entry] = await registry.log.sequence(async (stores, at) => {
    const leaf = buildReceiptLeaf({ ...read, time: at.toISOString() });
    return appendLeaves(registry, stores, [leaf], at);
  });
  const proof = entry && (await proveLeaf(registry, entry.leafHash));
  if (entry === undefined || proof === undefined)
    throw new Error('The log took a receipt and does not prove it.');
  return { ok: true, leafHash: entry.leafHash, proof };
}

function readInput(input: unknown): Omit<ReceiptDraft, 'time'> | InvalidInput {
  try {
    return FieldReader.object(input, '', (fields) => ({
      digest: fields.text('digest', SHA256_HEX),
      ...(fields.has('signer') ? { signer: fields.text('signer', KEY_ID) } : {}),
    }));
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return invalidInput(
      error.path.slice(1),
      error.message,
      'Send {"digest": SHA-256 of the receipt in hexadecimal}.',
    );
  }
}
