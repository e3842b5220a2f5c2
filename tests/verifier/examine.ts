import type { Checkpoint } from '../../src/verifier/checkpoint.js';
import type { LogSource } from '../../src/verifier/log-source.js';
import { VerificationFailed } from '../../src/verifier/verification-failed.js';
import { parseVerifierKey } from '../../src/verifier/verifier-key.js';
import { verifyLog, type VerifiedLog } from '../../src/verifier/verify-log.js';
import { parsePolicy } from '../../src/verifier/witness-policy.js';
import type { LogFiles, MadeKey } from './make-log.js';

export interface Examination {
  readonly keys?: readonly MadeKey[];
  readonly policy?: string;
  readonly since?: readonly Checkpoint[];
}

/** What a verification established, line by line, and how it ended. */
export interface Finding {
  readonly told: readonly string[];
  readonly verified: VerifiedLog;
}

/** Verifies a log. Throws what the verifier throws. */
export async function examine(
  source: LogSource,
  { keys = [], policy, since = [] }: Examination = {},
): Promise<Finding> {
  const told: string[] = [];
  const verified = await verifyLog(
    source,
    {
      anchors: keys.map(({ vkey }) => parseVerifierKey(vkey)),
      policy: policy === undefined ? undefined : parsePolicy(Buffer.from(policy), 'policy'),
      since,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
    (label, text) => {
      told.push(`${label}: ${text}`);
    },
  );
  return { told, verified };
}

/** The fault that a verification ends in; throws when it succeeds or fails in another way. */
export async function faultOf(work: Promise<unknown>): Promise<VerificationFailed> {
  try {
    await work;
  } catch (error) {
    if (error instanceof VerificationFailed) return error;
    throw error;
  }
  throw new Error('It was verified.');
}

/** Files in memory; like a folder, they can be listed. */
export function inMemory(files: LogFiles): LogSource {
  return {
    name: 'memory',
    read(path, maxLength) {
      const bytes = files.get(path);
      return Promise.resolve(bytes !== undefined && bytes.length > maxLength ? 'too-long' : bytes);
    },
    list(path) {
      const names = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
      return Promise.resolve(names.map((file) => file.slice(path.length + 1)));
    },
  };
}

/** The same files, save one. @param bytes undefined to leave it out */
export function withFile(files: LogFiles, path: string, bytes: Buffer | undefined): LogFiles {
  const changed = new Map(files);
  if (bytes === undefined) changed.delete(path);
  else changed.set(path, bytes);
  return changed;
}

/** One of the files; throws when it is not there, so that no test passes for want of it. */
export function fileOf(files: LogFiles, path: string): Buffer {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`The log has no file ${path}.`);
  return bytes;
}
