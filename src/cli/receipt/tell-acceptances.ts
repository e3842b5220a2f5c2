import type { Receipt } from '../../core/receipt/receipt.js';
import type { Tell } from '../../verifier/tell.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { count } from '../count.js';
import { counted } from '../counted.js';
import type { CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { readAcceptances } from '../terms/acceptance-file.js';
import { verifyAcceptance } from '../terms/verify-acceptance.js';

interface ExaminedReceipt {
  readonly path: string;
  readonly receipt: Receipt;
  /** That may sign for the logs; with none, nobody is shown to have recorded anything. */
  readonly keys: readonly VerifierKey[];
}

/**
 * That the acceptances by which rows were kept are those that are given, each signed by its key and recorded by its log. Given
 * none, it says that they are known by their digests alone. Throws VerificationFailed.
 */
export async function tellAcceptances(
  io: CommandIo,
  { path, receipt, keys }: ExaminedReceipt,
  files: readonly string[],
  tell: Tell,
): Promise<void> {
  const named = new Set(receipt.question.accepted);
  if (named.size === 0 && files.length === 0) return;
  const rows = `${count(receipt.counts.accepted ?? 0)} of the rows kept are on terms that were accepted`;
  if (files.length === 0) {
    tell('Terms', `${rows}. The acceptances were NOT CHECKED: give them with --accepted`);
    return;
  }
  const seen = new Set<string>();
  for (const file of files) {
    for (const kept of await readAcceptances(io, file)) {
      const { digest, takenAt } = verifyAcceptance(kept, file, keys);
      if (!named.has(digest)) {
        throw refusal(path, `It does not name the acceptance of ${kept.acceptance.statement} in ${file}.`);
      }
      if (!seen.has(digest)) tell('Accepted', `${takenAt}, by ${plainText(kept.acceptance.signer)}`);
      seen.add(digest);
    }
  }
  const missing = named.size - seen.size;
  if (missing > 0) {
    throw refusal(
      path,
      `It names ${counted(missing, 'acceptance', 'acceptances')} that the files given do not hold.`,
    );
  }
  tell('Terms', `${rows}, by ${counted(named.size, 'acceptance', 'acceptances')}`);
}

function refusal(path: string, why: string): VerificationFailed {
  return new VerificationFailed('bad-receipt', `${path} does not hold. ${why}`, { path });
}
