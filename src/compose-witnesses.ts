import { type LogWitnesses, askWitnesses } from './app/log/ask-witnesses.js';
import { askableWitnesses } from './app/log/askable-witnesses.js';
import type { LogKeyring } from './app/ports/log-key.js';
import type { RegistryStore } from './app/ports/registry-store.js';
import { createOperatorFetch } from './fetch/operator-fetch.js';
import { verifyEd25519 } from './log-key/node-ed25519.js';
import { nodeSha256 } from './log-key/node-sha256.js';
import { readPolicyFile } from './log-key/policy-file.js';

export interface WitnessSurroundings {
  readonly store: RegistryStore;
  readonly keys: LogKeyring;
  readonly clock: () => Date;
  readonly userAgent: string;
  /** Told when a cosignature was added to a checkpoint. */
  readonly onCosigned: () => void;
}

/** A witness answers with a few lines. */
const MAX_ANSWER_BYTES = 65_536;

/** In milliseconds, for one request. */
const TIMEOUT_MS = 10_000;

/** The witnesses of a policy file. What goes wrong with them goes to the error stream. Throws `PolicyFileUnusable`. */
export async function composeWitnesses(
  policyFile: string,
  { userAgent, ...surroundings }: WitnessSurroundings,
): Promise<LogWitnesses> {
  const tell = (line: string) => {
    process.emitWarning(line);
  };
  const witnesses = askableWitnesses(await readPolicyFile(policyFile), tell);
  const outgoing = createOperatorFetch({ userAgent, timeoutMs: TIMEOUT_MS });
  const asked = askWitnesses({
    ...surroundings,
    sha256: nodeSha256,
    verify: verifyEd25519,
    witnesses,
    tell,
    requests: {
      async post(url, body, signal) {
        const answer = await outgoing.post(url, body, MAX_ANSWER_BYTES, signal);
        return { ...answer, contentType: answer.headers['content-type'] ?? '' };
      },
    },
  });
  return {
    ...asked,
    async close() {
      await asked.close();
      await outgoing.close();
    },
  };
}
