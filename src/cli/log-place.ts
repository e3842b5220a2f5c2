import { resolve } from 'node:path';
import type { LogFileSource } from '../app/log/log-file-source.js';
import type { OperatorFetch } from '../fetch/operator-fetch.js';
import { logFolderAt } from '../log-folder/log-folder.js';
import type { CommandIo } from './io.js';

/** A bundle of 256 leaves of the greatest length. */
const MAX_FILE_BYTES = 256 * (2 + 65_535);

export interface LogPlace {
  readonly source: LogFileSource;
  readonly close: () => Promise<void>;
}

export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/** A copy of a log, in a folder or at an address. */
export async function openLogPlace(io: CommandIo, place: string): Promise<LogPlace> {
  if (!isAddress(place)) {
    return { source: logFolderAt(resolve(io.cwd, place)), close: () => Promise.resolve() };
  }
  // Loaded only now: a folder is read without an HTTP client.
  const { createOperatorFetch } = await import('../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: 'Assent-recovery/1' });
  return { source: logServer(place.replace(/\/+$/, ''), http), close: () => http.close() };
}

function logServer(prefix: string, http: OperatorFetch): LogFileSource {
  return {
    async read(path) {
      const { status, body } = await http.get(`${prefix}/${path}`, MAX_FILE_BYTES);
      if (status === 200) return body;
      if (status === 404) return undefined;
      throw new Error(`${prefix}/${path} was answered with ${status}. Try again later.`);
    },
  };
}
