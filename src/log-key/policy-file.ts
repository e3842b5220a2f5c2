import { readFile } from 'node:fs/promises';
import { parseTlogPolicy } from '../core/tlog/parse-tlog-policy.js';
import type { TlogPolicy } from '../core/tlog/tlog-policy.js';
import { nodeSha256 } from './node-sha256.js';

export class PolicyFileUnusable extends Error {
  override readonly name = 'PolicyFileUnusable';

  constructor(path: string, problem: string, options?: ErrorOptions) {
    super(`The policy file ${path} cannot be used: ${problem}`, options);
  }
}

/** Reads a file of logs, witnesses and a quorum (C2SP tlog-policy). Throws `PolicyFileUnusable`. */
export async function readPolicyFile(path: string): Promise<TlogPolicy> {
  const octets = await readFile(path).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new PolicyFileUnusable(path, `${why}.`, { cause: error });
  });
  const read = parseTlogPolicy(new Uint8Array(octets), nodeSha256);
  if (!read.ok) throw new PolicyFileUnusable(path, read.problem.message);
  return read.policy;
}
