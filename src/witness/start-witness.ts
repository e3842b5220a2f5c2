import express from 'express';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { formatVerifierKey } from '../core/tlog/verifier-key.js';
import { DataFolderBusy, type DataFolderLock, lockDataFolder } from '../data-folder/lock.js';
import { EvidenceFolder } from './evidence-folder.js';
import type { KnownLogs } from './known-logs.js';
import { WitnessFolderBusy, WitnessPortTaken } from './witness-errors.js';
import { loadWitnessKey } from './witness-key.js';
import { witnessRoutes } from './witness-routes.js';
import { WitnessState, rememberedLogs } from './witness-state.js';
import { Witness } from './witness.js';

export interface WitnessSettings {
  /** Folder of the witness alone: its key, what it has cosigned, evidence. */
  readonly folder: string;
  readonly name: string | undefined;
  readonly logs: KnownLogs;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly clock: () => Date;
  readonly tell: (line: string) => void;
}

export interface RunningWitness {
  /** Its public key, as policies name it. */
  readonly verifierKey: string;
  /** Where it listens, without a trailing slash: the prefix of its addresses unless a proxy stands before it. */
  readonly url: string;
  /** Takes no more requests, and lets those under way finish. */
  close(): Promise<void>;
}

/** How long a request may take to arrive, and one under way to finish when the witness ends, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Starts a witness. Throws `WitnessFolderBusy`, `WitnessPortTaken`, `WitnessUnnamed`, `WitnessStateUnusable` or
 * `KeyFileUnusable`.
 */
export async function startWitness(settings: WitnessSettings): Promise<RunningWitness> {
  const lock = await lockFolder(settings.folder);
  try {
    const { witness, verifierKey } = await openWitness(settings);
    const { url, close } = await listen(settings, witness);
    return {
      verifierKey,
      url,
      async close() {
        await close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function lockFolder(folder: string): Promise<DataFolderLock> {
  try {
    return await lockDataFolder(folder, 'serve');
  } catch (error) {
    if (error instanceof DataFolderBusy) throw new WitnessFolderBusy(folder, error.holder.pid);
    throw error;
  }
}

async function openWitness({
  folder,
  name,
  logs,
  clock,
  tell,
}: WitnessSettings): Promise<{ witness: Witness; verifierKey: string }> {
  const memory = join(folder, 'logs');
  const hasBegun = (await rememberedLogs(memory)).length > 0;
  const cosigner = await loadWitnessKey({ keyFile: join(folder, 'witness.key'), name, hasBegun });
  const state = await WitnessState.open(memory, cosigner.key);
  const evidence = new EvidenceFolder(join(folder, 'evidence'));
  return {
    witness: new Witness({ cosigner, logs, state, evidence, clock, tell }),
    verifierKey: formatVerifierKey(cosigner.key),
  };
}

async function listen(
  { host, port, tell }: WitnessSettings,
  witness: Witness,
): Promise<Pick<RunningWitness, 'url' | 'close'>> {
  const app = express();
  app.disable('x-powered-by');
  app.use(witnessRoutes(witness, tell));
  const server = await new Promise<ReturnType<typeof app.listen>>((done, fail) => {
    const listening = app.listen(port, host, (error?: NodeJS.ErrnoException) => {
      if (error === undefined) done(listening);
      else fail(error.code === 'EADDRINUSE' ? new WitnessPortTaken(port) : error);
    });
  });
  server.requestTimeout = PATIENCE_MS;
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    async close() {
      const closed = new Promise((done) => server.close(done));
      const impatience = setTimeout(() => {
        server.closeAllConnections();
      }, PATIENCE_MS);
      await closed;
      clearTimeout(impatience);
    },
  };
}
