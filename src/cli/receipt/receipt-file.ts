import { FieldError } from '../../core/json/field-reader.js';
import { readReceipt } from '../../core/receipt/read-receipt.js';
import type { Receipt } from '../../core/receipt/receipt.js';
import { receiptBytes } from '../../core/receipt/receipt-bytes.js';
import { readEvidence } from '../../verifier/read-evidence.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { CommandIo } from '../io.js';
import { writeWhole } from '../write-whole.js';

/** In bytes: a run over a hundred thousand files. */
const LONGEST_RECEIPT = 64 * 1_048_576;

/** A receipt that is whole in itself; whether anybody signed it is another question. Throws UnreadableEvidence, VerificationFailed. */
export async function openReceipt(io: CommandIo, path: string): Promise<Receipt> {
  const bytes = await readEvidence(io.cwd, path, LONGEST_RECEIPT);
  try {
    return readReceipt(bytes);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw new VerificationFailed('bad-receipt', `${path} is no receipt as it stands. ${error.message}`, {
      path,
    });
  }
}

export async function writeReceipt(io: CommandIo, path: string, receipt: Receipt): Promise<void> {
  await writeWhole(io, path, receiptBytes(receipt));
}
