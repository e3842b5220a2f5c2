import { join } from 'node:path';

/** Where what is met of the operator's list of known hashes is reported. */
export function reportsFolder(dataFolder: string): string {
  return join(dataFolder, 'reports');
}
