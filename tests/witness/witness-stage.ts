import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AddCheckpointAnswer,
  parseAddCheckpointAnswer,
} from '../../src/core/tlog/add-checkpoint-answer.js';
import { verifyCosignature } from '../../src/core/tlog/cosignature.js';
import { parseVerifierKey, type CosignatureKey, type VerifierKey } from '../../src/core/tlog/verifier-key.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { knownLogs } from '../../src/witness/known-logs.js';
import { startWitness, type RunningWitness } from '../../src/witness/start-witness.js';
import { testClock, type TestClock } from '../support/test-clock.js';
import { logSigner, vkeyOf } from './signed-tree.js';

export const WITNESS_NAME = 'witness.example/w1';

/** A witness in a folder of its own that can be stopped and started again, asked over real HTTP. */
export class WitnessStage {
  readonly told: string[] = [];
  readonly clock: TestClock = testClock();
  #running: RunningWitness | undefined;

  private constructor(readonly folder: string) {}

  static async open(): Promise<WitnessStage> {
    return new WitnessStage(await mkdtemp(join(tmpdir(), 'assent-witness-')));
  }

  /** Another witness over a folder that is there. */
  static over(folder: string): WitnessStage {
    return new WitnessStage(folder);
  }

  start(
    logs: readonly string[] = [vkeyOf(logSigner())],
    name: string = WITNESS_NAME,
  ): Promise<RunningWitness> {
    return this.#start(logs, name);
  }

  startWithoutName(): Promise<RunningWitness> {
    return this.#start([vkeyOf(logSigner())], undefined);
  }

  async #start(logs: readonly string[], name: string | undefined): Promise<RunningWitness> {
    this.#running = await startWitness({
      folder: this.folder,
      name,
      logs: knownLogs(logs.map(keyOf)),
      host: '127.0.0.1',
      port: 0,
      clock: this.clock.now,
      tell: (line) => this.told.push(line),
    });
    return this.#running;
  }

  get running(): RunningWitness {
    if (this.#running === undefined) throw new Error('The witness was not started.');
    return this.#running;
  }

  get key(): CosignatureKey {
    const key = keyOf(this.running.verifierKey);
    if (key.kind !== 'cosignature') throw new Error('The key of a witness is not one for cosignatures.');
    return key;
  }

  send(body: Uint8Array, path = '/add-checkpoint'): Promise<Response> {
    return fetch(`${this.running.url}${path}`, { method: 'POST', body: Buffer.from(body) });
  }

  async ask(body: Uint8Array): Promise<AddCheckpointAnswer> {
    return readAnswer(await this.send(body));
  }

  /** The time of a cosignature that holds over the text. */
  timeOf(answer: AddCheckpointAnswer, text: string): bigint {
    const [signature] = answer.kind === 'cosigned' ? answer.signatures : [];
    if (signature === undefined) throw new Error(`The witness answered ${JSON.stringify(answer)}.`);
    const checked = verifyCosignature(text, signature.signature, this.key, verifyEd25519);
    if (!checked.ok) throw new Error(checked.problem.message);
    return checked.time;
  }

  /** Every file of evidence, its name and its bytes. */
  async evidence(): Promise<{ name: string; bytes: Uint8Array }[]> {
    const folder = join(this.folder, 'evidence');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(
      files.map(async ({ name, parentPath }) => ({ name, bytes: await readFile(join(parentPath, name)) })),
    );
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function readAnswer(response: Response): Promise<AddCheckpointAnswer> {
  const parsed = parseAddCheckpointAnswer({
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: new Uint8Array(await response.arrayBuffer()),
  });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.answer;
}

export function keyOf(vkey: string): VerifierKey {
  const parsed = parseVerifierKey(vkey, nodeSha256);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.key;
}
