import { NoUrlColumn } from '../app/catalogue/ingest/entry-columns.js';
import { NoCaptionColumn, SeveralUrlColumns } from '../app/check/asked-columns.js';
import { LicenceUnreadable } from '../app/check/licences.js';
import { AsOfNotReached } from '../app/consent/resolve-as-of.js';
import { AnswersDoNotMix } from '../app/consent/together-answers.js';
import { SnapshotUnusable } from '../app/snapshots/snapshot-unusable.js';
import { UnreadableBlock } from '../core/snapshot/block-words.js';
import { UnreadableTable } from '../tables/unreadable-table.js';
import { UnwritableTable } from '../tables/unwritable-table.js';
import { UnreadableEvidence } from '../verifier/unreadable-evidence.js';
import { VerificationFailed } from '../verifier/verification-failed.js';
import { NotLater } from './check/not-later.js';
import { EXIT, type ExitCode } from './io.js';
import { NoCheckpoint } from './receipt/no-checkpoint.js';
import { ReceiptNotDated } from './receipt/receipt-not-dated.js';
import { TermsNotTaken } from './terms/terms-not-taken.js';
import { UsageError } from './usage-error.js';

/** What a command prints that checks, or looks at what a check left, and its exit code: all that can go wrong without a registry. */
export function explainCheckFailure(error: unknown): { message: string; exit: ExitCode } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LicenceUnreadable) return { message: `--licensed: ${message}`, exit: EXIT.usage };
  if (error instanceof SeveralUrlColumns || error instanceof NoCaptionColumn)
    return { message, exit: EXIT.usage };
  if (error instanceof UnreadableTable || error instanceof NoUrlColumn) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof UnreadableEvidence) return { message, exit: EXIT.unreadableInput };
  if (error instanceof VerificationFailed) {
    return { message: `Not verified: ${message}`, exit: EXIT.noEvidence };
  }
  if (error instanceof NotLater) return { message, exit: EXIT.noEvidence };
  if (error instanceof ReceiptNotDated || error instanceof NoCheckpoint || error instanceof TermsNotTaken) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof AsOfNotReached) {
    return { message: `--as-of cannot be answered. ${message} ${error.nextStep}`, exit: EXIT.usage };
  }
  if (error instanceof AnswersDoNotMix) return { message, exit: EXIT.usage };
  if (error instanceof UnwritableTable) return { message, exit: EXIT.usage };
  if (error instanceof UsageError) return { message, exit: EXIT.usage };
  if (error instanceof SnapshotUnusable || error instanceof UnreadableBlock) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return {
      message: 'Interrupted. What was finished before stays; run the command again to go on.',
      exit: EXIT.failed,
    };
  }
  return { message, exit: EXIT.failed };
}
