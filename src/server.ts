import express, { type Express } from 'express';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { pino, type Logger } from 'pino';
import { loadDemo } from './app/catalogue/datasets/load-demo.js';
import type { Registry } from './app/registry.js';
import { listenForCommands, type CommandSocket } from './cli/command-socket.js';
import { addDataset } from './cli/commands/dataset.js';
import { addDoctor } from './cli/commands/doctor.js';
import { addFingerprint } from './cli/commands/fingerprint.js';
import { addOrganisationCommand } from './cli/commands/organisation.js';
import { addWorksCommand } from './cli/commands/works.js';
import { addIngest } from './cli/commands/ingest.js';
import { runProgram } from './cli/program.js';
import { composeRegistry } from './compose-registry.js';
import type { Config } from './config.js';
import { lockWhenFree } from './data-folder/lock-when-free.js';
import { socketPath } from './data-folder/socket-path.js';
import { demoPictureFor } from './demo/demo-picture-source.js';
import { demoTable } from './demo/demo-table.js';
import { fingerprintDemo } from './fingerprint-demo.js';
import { createGraphqlHandler } from './graphql/create-graphql-handler.js';
import { createApp } from './http/create-app.js';
import { createChecksQuota } from './identity/checks-quota.js';
import { writeParquetLater } from './tables/write-parquet-later.js';
import { createThumbnailer } from './vision/thumbnail.js';
import { keepSnapshots } from './keep-snapshots.js';
import { workRegularly } from './work-regularly.js';

export interface RunningServer {
  /** Where people reach it, without a trailing slash. */
  readonly publicUrl: string;
  /** Stops taking requests, lets those under way finish, and gives the data folder back. */
  close(): Promise<void>;
}

/** Undone in the reverse order, each whatever became of the others. */
type Undo = () => Promise<unknown>;

const MINUTE_MS = 60_000;
const KEEP_ALIVE_MS = 65_000;
const WEB_FOLDER = fileURLToPath(new URL('../../web', import.meta.url));

/**
 * Starts the registry: lock, store, pages, API, and the socket for commands.
 * @throws DataFolderBusy when another server holds the data folder
 */
export async function startServer(
  config: Config,
  { withDemo, webFolder = WEB_FOLDER }: { withDemo: boolean; webFolder?: string },
): Promise<RunningServer> {
  const undo: Undo[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const logger = pino({ level: config.logLevel });
  try {
    const path = socketPath(config.dataDir);
    if (config.database.kind === 'pglite') {
      const lock = await lockWhenFree(config.dataDir, 'serve', { socket: path });
      undo.push(() => lock.release());
    }
    const door = await openDoor(config, undo);
    const composed = await composeRegistry(config, door.publicUrl);
    undo.push(() => composed.close());
    const { registry } = composed;
    if (withDemo) await loadDemo(registry, demoTable());
    undo.push(await workRegularly(registry, logger));
    if (config.snapshotMinutes > 0) {
      undo.push(keepSnapshots(registry, logger, config.snapshotMinutes * MINUTE_MS));
    }
    door.letIn(await createPages(config, registry, logger, webFolder, undo));
    if (config.database.kind === 'pglite') {
      const socket = await takeCommands(path, config, registry);
      undo.push(() => socket.close());
    }
    if (withDemo && config.demoFingerprints) undo.push(fingerprintDemo(registry, logger));
    return { publicUrl: registry.settings.publicUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Carries out what other processes are told to do with the store, which has one user. */
function takeCommands(path: string, config: Config, registry: Registry): Promise<CommandSocket> {
  const addMore: Parameters<typeof runProgram>[3] = (program, setting) => {
    addIngest(program, config, setting);
    addFingerprint(program, setting);
    addDataset(program, config, setting);
    addDoctor(program, config, setting);
    addWorksCommand(program, setting);
    addOrganisationCommand(program, setting);
  };
  return listenForCommands(path, (argv, io) =>
    runProgram(argv, io, (_argv, work) => work(registry), addMore),
  );
}

interface Door {
  readonly publicUrl: string;
  readonly letIn: (app: Express) => void;
}

/**
 * Takes the port before the store is opened: a port in use is told at once, and whoever comes early is asked to wait
 * instead of being turned away.
 */
async function openDoor(config: Config, undo: Undo[]): Promise<Door> {
  let app: Express | undefined;
  const outer = express();
  outer.disable('x-powered-by');
  outer.use((request, response, next) => {
    if (app) app(request, response, next);
    else
      response
        .status(503)
        .set('Retry-After', '1')
        .type('text/plain')
        .send('Starting. Try again in a second.\n');
  });
  const server = await new Promise<ReturnType<Express['listen']>>((done, fail) => {
    const listening = outer.listen(config.port, config.host, (error?: Error) => {
      if (error) fail(error);
      else done(listening);
    });
  });
  // Longer than proxies keep theirs: otherwise one may send on a connection that is just being closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // Checks take as long as they take; all other bodies are bounded in `createApp`.
  server.requestTimeout = 0;
  undo.push(async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return {
    publicUrl: config.publicUrl ?? `http://localhost:${port}`,
    letIn: (ready) => {
      app = ready;
    },
  };
}

async function createPages(
  config: Config,
  registry: Registry,
  logger: Logger,
  webFolder: string,
  undo: Undo[],
): Promise<Express> {
  const thumbnailer = config.thumbnails ? createThumbnailer() : undefined;
  if (thumbnailer) undo.push(() => thumbnailer.close());
  const checks = createChecksQuota(config.checksPerMinute);
  return createApp({
    registry,
    logger,
    thumbnails: thumbnailer && { ownPictures: demoPictureFor, outgoing: registry.outgoing, thumbnailer },
    writeParquet: writeParquetLater,
    checks,
    graphql: await createGraphqlHandler(registry, { isProduction: config.isProduction, logger, checks }),
    webFolder,
    trustedProxies: config.trustedProxies,
    requestsPerMinute: config.requestsPerMinute,
    isHttps: registry.settings.publicUrl.startsWith('https:'),
  });
}
