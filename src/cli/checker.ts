import { addCheck } from './commands/check.js';
import { addProof } from './commands/proof.js';
import { addReceipt } from './commands/receipt.js';
import { addReport } from './commands/report.js';
import { addSnapshot } from './commands/snapshot.js';
import { addTerms } from './commands/terms.js';
import { explainCheckFailure } from './explain-check-failure.js';
import type { CommandIo } from './io.js';
import { newProgram } from './new-program.js';
import { runCommands } from './run-commands.js';
import { UsageError } from './usage-error.js';

const DESCRIPTION =
  'Asks before training, offline, and shows later that somebody asked: the checker of Assent alone';

const NO_REGISTRY =
  'There is no registry here, only the checker. Name whose answers count: --registry with an address, or --snapshot with a folder that ' +
  '"assent snapshot pull" fetched.';

/**
 * The command line of the package that holds the checker and nothing else: no database, no model, no server.
 * @returns the exit code
 */
export function runChecker(argv: readonly string[], io: CommandIo): Promise<number> {
  return runCommands({
    argv,
    io,
    withRegistry: () => Promise.reject(new UsageError(NO_REGISTRY)),
    programOf: (setting) =>
      newProgram(DESCRIPTION, [addCheck, addSnapshot, addReceipt, addReport, addTerms, addProof], setting),
    explain: explainCheckFailure,
  });
}
