/** How `records.bin` begins: `ASSENTR1` and eight bytes of 0; blocks follow, in the order of the keys. */
import { type Refusal, refuse } from '../bytes/refusal.js';

export const RECORDS_HEADER = 16;

const NAME = 'ASSENTR';
const VERSION = '1';

export function recordsHeader(): Uint8Array {
  const bytes = new Uint8Array(RECORDS_HEADER);
  bytes.set(new TextEncoder().encode(NAME + VERSION));
  return bytes;
}

/** Undefined when the bytes begin as they must. */
export function refuseRecords(bytes: Uint8Array): Refusal<'not-records' | 'future-version'> | undefined {
  const name = new TextDecoder().decode(bytes.slice(0, NAME.length + 1));
  if (!name.startsWith(NAME) || bytes.length < RECORDS_HEADER) {
    return refuse('not-records', 'The file does not hold the records of a snapshot.');
  }
  return name === NAME + VERSION
    ? undefined
    : refuse('future-version', 'The records have a version that this program does not know: update it.');
}
