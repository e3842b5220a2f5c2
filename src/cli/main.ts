import { loadConfig } from '../config.js';
import { addDataset } from './commands/dataset.js';
import { addDoctor } from './commands/doctor.js';
import { addFingerprint } from './commands/fingerprint.js';
import { addIngest } from './commands/ingest.js';
import { addLog } from './commands/log.js';
import { addNewOrigin } from './commands/log-new-origin.js';
import { addMigrate } from './commands/migrate.js';
import { addModels } from './commands/models.js';
import { addProof } from './commands/proof.js';
import { addReceipt } from './commands/receipt.js';
import { addReport } from './commands/report.js';
import { addTerms } from './commands/terms.js';
import { addRestore } from './commands/restore.js';
import { addServe } from './commands/serve.js';
import { addSnapshot } from './commands/snapshot.js';
import { addWitness } from './commands/witness.js';
import { addAnswersCommand } from './commands/answers.js';
import { addOrganisationCommand } from './commands/organisation.js';
import { addWorksCommand } from './commands/works.js';
import { explainFailure } from './explain-failure.js';
import { ownStore } from './own-store.js';
import { processIo } from './process-io.js';
import { runProgram } from './program.js';

/** The command line. @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  const io = processIo();
  try {
    const config = loadConfig();
    return await runProgram(argv, io, ownStore(config, io), (program, setting) => {
      addServe(program, config, setting);
      addIngest(program, config, setting);
      addFingerprint(program, setting);
      addDataset(program, config, setting);
      addDoctor(program, config, setting);
      addMigrate(program, config, setting);
      addRestore(program, config, setting);
      addLog(program, config, setting);
      addModels(program, config, setting);
      addNewOrigin(program, config, setting);
      addProof(program, setting);
      addReceipt(program, setting);
      addReport(program, setting);
      addTerms(program, setting);
      addSnapshot(program, setting);
      addWitness(program, setting);
      addWorksCommand(program, setting);
      addAnswersCommand(program, setting);
      addOrganisationCommand(program, setting);
    });
  } catch (error) {
    const failure = explainFailure(error);
    io.err(`${failure.message}\n`);
    return failure.exit;
  }
}
