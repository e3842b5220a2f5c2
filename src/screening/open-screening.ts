import type { Screening } from '../app/ports/screening.js';
import { KnownHashFile } from './known-hash-file.js';
import { ReportFolder } from './report-folder.js';
import { sealForRecipient } from './seal-for-recipient.js';

export interface ScreeningOptions {
  /** File with the hashes; undefined: the operator lists none. */
  readonly hashesFile: string | undefined;
  readonly reportsFolder: string;
  /** Whom the reports are sealed for; undefined: they are written as they are. */
  readonly recipient: string | undefined;
}

/** @throws KnownHashesUnusable when the list cannot be read at the start, ReportRecipientUnusable */
export async function openScreening(options: ScreeningOptions): Promise<Screening> {
  const { hashesFile, reportsFolder, recipient } = options;
  const file = hashesFile === undefined ? undefined : await KnownHashFile.open(hashesFile);
  const seal = recipient === undefined ? undefined : await sealForRecipient(recipient);
  const reports = new ReportFolder(reportsFolder, seal);
  return {
    list: () => file?.list() ?? Promise.resolve(undefined),
    async report(met) {
      try {
        await reports.add(met);
      } catch (error) {
        process.emitWarning(`A picture on the list of known hashes could not be reported: ${String(error)}`);
      }
    },
  };
}
