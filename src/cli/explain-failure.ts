import { NoUrlColumn } from '../app/catalogue/entry-columns.js';
import { InvalidConfiguration } from '../config.js';
import { DataFolderBusy } from '../data-folder/lock.js';
import { UnreadableTable } from '../tables/unreadable-table.js';
import { EXIT, type ExitCode } from './io.js';

/** The command was used wrongly; the message says how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a failed command prints, and its exit code. */
export function explainFailure(error: unknown): { message: string; exit: ExitCode } {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnreadableTable || error instanceof NoUrlColumn) {
    return { message, exit: EXIT.unreadableInput };
  }
  if (error instanceof UsageError) return { message, exit: EXIT.usage };
  if (error instanceof InvalidConfiguration) return { message, exit: EXIT.usage };
  if (error instanceof DataFolderBusy) return { message, exit: EXIT.noEvidence };
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
