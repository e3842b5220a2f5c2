import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path a Unix socket address can hold on every system (sun_path is 104 bytes on some, with a closing NUL). */
const LONGEST = 103;

/** Where the server of a data folder listens for commands: in the folder, or, if that path is too long, beside others. */
export function socketPath(folder: string): string {
  const inside = join(folder, 'assent.sock');
  if (Buffer.byteLength(inside) <= LONGEST) return inside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return join(tmpdir(), `assent-${name}.sock`);
}
