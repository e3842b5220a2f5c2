import { DatabaseLost, RestoreUnfinished } from '../app/backup/database-lost.js';
import { RestoreRefused } from '../app/backup/restore-refused.js';
import { LogCopyUnusable } from '../app/log/log-copy-unusable.js';
import { LogReadOnly } from '../app/log/log-status.js';
import { LogCopyDiffers } from '../app/log/refill-log.js';
import { KeyNotRetirable } from '../app/log/rotate-keys.js';
import { NoSuchDataset } from '../app/ports/catalogue.js';
import { MeaningUnavailable } from '../app/ports/embedder.js';
import { OtherDimensions } from '../app/ports/embeddings.js';
import { TableUnknown } from '../app/ports/load-target.js';
import { SearchTooLong } from '../app/ports/search-too-long.js';
import { BackupNotWritten } from '../backup-files/backup-not-written.js';
import { InvalidConfiguration } from '../config.js';
import { BackupDamaged } from '../core/backup/backup-damaged.js';
import { DataFolderBusy } from '../data-folder/lock.js';
import { KeyFileUnusable } from '../log-key/key-file.js';
import { PolicyFileUnusable } from '../log-key/policy-file.js';
import { ModelNotPulled } from '../models/model-not-pulled.js';
import { KnownHashesUnusable } from '../screening/known-hash-file.js';
import { ReportRecipientUnusable } from '../screening/seal-for-recipient.js';
import { NoLogKey } from '../witness/known-logs.js';
import { WitnessFolderBusy, WitnessUnnamed } from '../witness/witness-errors.js';
import { WitnessStateUnusable } from '../witness/witness-state.js';
import { explainCheckFailure } from './explain-check-failure.js';
import { EXIT, type ExitCode } from './io.js';

/** What a failed command prints, and its exit code. */
export function explainFailure(error: unknown): { message: string; exit: ExitCode } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof MeaningUnavailable) return { message, exit: EXIT.usage };
  if (error instanceof ReportRecipientUnusable) return { message, exit: EXIT.usage };
  if (error instanceof KnownHashesUnusable) return { message, exit: EXIT.unreadableInput };
  if (error instanceof PolicyFileUnusable) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof KeyNotRetirable) return { message, exit: EXIT.usage };
  if (error instanceof NoSuchDataset) return { message, exit: EXIT.usage };
  if (error instanceof OtherDimensions) return { message, exit: EXIT.usage };
  if (error instanceof ModelNotPulled) {
    return { message, exit: error.code === 'bad-name' ? EXIT.usage : EXIT.failed };
  }
  if (error instanceof SearchTooLong) return { message: `${message} ${error.nextStep}`, exit: EXIT.failed };
  if (error instanceof NoLogKey || error instanceof WitnessUnnamed) return { message, exit: EXIT.usage };
  if (error instanceof InvalidConfiguration) return { message, exit: EXIT.usage };
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
  return explainCheckFailure(error);
}
