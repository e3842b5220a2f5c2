import { DatabaseLost, RestoreUnfinished } from '../app/backup/database-lost.js';
import { RestoreRefused } from '../app/backup/restore-refused.js';
import { NoUrlColumn } from '../app/catalogue/ingest/entry-columns.js';
import { NoCaptionColumn, SeveralUrlColumns } from '../app/check/asked-columns.js';
import { LicenceUnreadable } from '../app/check/licences.js';
import { AsOfNotReached } from '../app/consent/resolve-as-of.js';
import { AnswersDoNotMix } from '../app/consent/together-answers.js';
import { LogCopyUnusable } from '../app/log/log-copy-unusable.js';
import { LogReadOnly } from '../app/log/log-status.js';
import { LogCopyDiffers } from '../app/log/refill-log.js';
import { KeyNotRetirable } from '../app/log/rotate-keys.js';
import { NoSuchDataset } from '../app/ports/catalogue.js';
import { OtherDimensions } from '../app/ports/embeddings.js';
import { TableUnknown } from '../app/ports/load-target.js';
import { SnapshotUnusable } from '../app/snapshots/snapshot-unusable.js';
import { BackupNotWritten } from '../backup-files/backup-not-written.js';
import { InvalidConfiguration } from '../config.js';
import { BackupDamaged } from '../core/backup/backup-damaged.js';
import { UnreadableBlock } from '../core/snapshot/block-words.js';
import { DataFolderBusy } from '../data-folder/lock.js';
import { KeyFileUnusable } from '../log-key/key-file.js';
import { PolicyFileUnusable } from '../log-key/policy-file.js';
import { ModelNotPulled } from '../models/model-not-pulled.js';
import { KnownHashesUnusable } from '../screening/known-hash-file.js';
import { ReportRecipientUnusable } from '../screening/seal-for-recipient.js';
import { UnreadableTable } from '../tables/unreadable-table.js';
import { UnreadableEvidence } from '../verifier/unreadable-evidence.js';
import { VerificationFailed } from '../verifier/verification-failed.js';
import { NoLogKey } from '../witness/known-logs.js';
import { WitnessFolderBusy, WitnessUnnamed } from '../witness/witness-errors.js';
import { WitnessStateUnusable } from '../witness/witness-state.js';
import { NotLater } from './check/not-later.js';
import { EXIT, type ExitCode } from './io.js';
import { NoCheckpoint } from './receipt/no-checkpoint.js';
import { ReceiptNotDated } from './receipt/receipt-not-dated.js';

/** The command was used wrongly; the message says how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a failed command prints, and its exit code. */
export function explainFailure(error: unknown): { message: string; exit: ExitCode } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof LicenceUnreadable) return { message: `--licensed: ${message}`, exit: EXIT.usage };
  if (error instanceof SeveralUrlColumns || error instanceof NoCaptionColumn)
    return { message, exit: EXIT.usage };
  if (error instanceof UnreadableTable || error instanceof NoUrlColumn) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof ReportRecipientUnusable) return { message, exit: EXIT.usage };
  if (error instanceof KnownHashesUnusable) return { message, exit: EXIT.unreadableInput };
  if (error instanceof UnreadableEvidence || error instanceof PolicyFileUnusable) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof VerificationFailed) {
    return { message: `Not verified: ${message}`, exit: EXIT.noEvidence };
  }
  if (error instanceof NotLater) return { message, exit: EXIT.noEvidence };
  if (error instanceof ReceiptNotDated || error instanceof NoCheckpoint) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof AsOfNotReached) {
    return { message: `--as-of cannot be answered. ${message} ${error.nextStep}`, exit: EXIT.usage };
  }
  if (error instanceof AnswersDoNotMix) return { message, exit: EXIT.usage };
  if (error instanceof KeyNotRetirable) return { message, exit: EXIT.usage };
  if (error instanceof NoSuchDataset) return { message, exit: EXIT.usage };
  if (error instanceof OtherDimensions) return { message, exit: EXIT.usage };
  if (error instanceof ModelNotPulled) {
    return { message, exit: error.code === 'bad-name' ? EXIT.usage : EXIT.failed };
  }
  if (error instanceof UsageError) return { message, exit: EXIT.usage };
  if (error instanceof NoLogKey || error instanceof WitnessUnnamed) return { message, exit: EXIT.usage };
  if (error instanceof InvalidConfiguration) return { message, exit: EXIT.usage };
  if (error instanceof SnapshotUnusable || error instanceof UnreadableBlock) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof LogReadOnly || error instanceof KeyFileUnusable) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof LogCopyUnusable || error instanceof LogCopyDiffers) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof BackupDamaged || error instanceof TableUnknown) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof BackupNotWritten) {
    return { message, exit: error.obstacle === 'no-room' ? EXIT.failed : EXIT.usage };
  }
  if (error instanceof RestoreRefused) {
    const isUsage = ['store-not-empty', 'last-unknown', 'no-backup'].includes(error.code);
    return { message, exit: isUsage ? EXIT.usage : EXIT.noEvidence };
  }
  if (error instanceof DatabaseLost || error instanceof RestoreUnfinished) {
    return { message, exit: EXIT.noEvidence };
  }
  if (error instanceof DataFolderBusy) return { message, exit: EXIT.noEvidence };
  if (error instanceof WitnessFolderBusy || error instanceof WitnessStateUnusable)
    return { message, exit: EXIT.noEvidence };
  if ((error as NodeJS.ErrnoException | null)?.code === 'EADDRINUSE') {
    return { message: `${message}. Stop what listens there, or set PORT to another one.`, exit: EXIT.failed };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return {
      message: 'Interrupted. What was finished before stays; run the command again to go on.',
      exit: EXIT.failed,
    };
  }
  return { message, exit: EXIT.failed };
}
