import { existsSync } from 'node:fs';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type BackupKeeper, keepBackups } from './app/backup/keep-backups.js';
import { screenHidden } from './app/catalogue/safety/screen-hidden.js';
import { shieldStore } from './app/catalogue/safety/shield-store.js';
import { keepLogFolder } from './app/log/keep-log-folder.js';
import { readLogFile } from './app/log/log-files.js';
import { openLog, type RegistryLog } from './app/log/registry-log.js';
import { ShownCheckpoint } from './app/log/shown-checkpoint.js';
import type { LogStore } from './app/ports/log.js';
import type { IdentityProviders } from './app/ports/identities.js';
import type { PictureTools } from './app/ports/pictures.js';
import type { RegistryStore } from './app/ports/registry-store.js';
import type { SignedOriginalReader } from './app/ports/signed-originals.js';
import type { Registry } from './app/registry.js';
import { keptBackups } from './backup-files/kept-backups.js';
import { ConfiguredMeaning } from './configured-meaning.js';
import { composeWitnesses } from './compose-witnesses.js';
import type { Config } from './config.js';
import { backupsFolder } from './data-folder/backup-paths.js';
import { reportsFolder } from './data-folder/reports-folder.js';
import { parseLeaf } from './core/log/leaf.js';
import { demoPictureFor } from './demo/demo-picture-source.js';
import { createGuardedFetch } from './fetch/guarded-fetch.js';
import { createNameResolver } from './fetch/resolve-name.js';
import { createProviderFetch } from './fetch/provider-fetch.js';
import { createTextRecords } from './fetch/text-records.js';
import { createArgon2Passwords } from './identity/argon2-passwords.js';
import { createOpenidProviders } from './identity/openid-providers.js';
import { readProviderFile } from './identity/read-provider-file.js';
import { createAttemptLimiter } from './identity/attempt-limiter.js';
import { createDisabledMailer, createSmtpMailer } from './identity/smtp-mailer.js';
import { Journal } from './journal/journal.js';
import { journalFolder } from './journal/journal-file.js';
import { openLogKeyring, powerlessKeyring } from './log-key/log-keyring.js';
import { logFolderAt } from './log-folder/log-folder.js';
import { nodeSha256 } from './log-key/node-sha256.js';
import { publishedMark } from './log-key/published-mark.js';
import type { SnapshotTools } from './app/ports/snapshots.js';
import { takeTurns } from './app/snapshots/take-turns.js';
import { verifyEd25519 } from './log-key/node-ed25519.js';
import { draftInThread } from './snapshot-files/draft-in-thread.js';
import { snapshotFolderAt } from './snapshot-files/snapshot-folder.js';
import { readTrustLists } from './originals/read-trust-lists.js';
import { createSignedOriginalReader } from './originals/signed-original-reader.js';
import { openRegistryStore } from './open-registry-store.js';
import { openScreening } from './screening/open-screening.js';
import { writeParquetLater } from './tables/write-parquet-later.js';
import { createLikenessThreads } from './vision/likeness-threads.js';
import { createPixelReader } from './vision/pixel-reader.js';
import { workTools } from './work-tools.js';

/** Pictures that are read at a time, on machines that have more cores than that. */
const MOST_CORES = 4;

export interface ComposedRegistry {
  readonly registry: Registry;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Whether a log that has begun may be opened without its key file: for reading only. */
  readonly canLackKey?: boolean;
}

/** Opens the store, brings it up to date, and wires everything a use case may reach. The caller holds the data folder's lock. */
export async function composeRegistry(
  config: Config,
  publicUrl = config.publicUrl ?? `http://localhost:${config.port}`,
  { canLackKey = false }: OpenOptions = {},
): Promise<ComposedRegistry> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const opened = await openRegistryStore(config);
    undo.push(() => opened.close());
    await opened.migrate();
    let keeper: BackupKeeper | undefined;
    undo.push(async () => keeper?.close());
    const userAgent = `AssentRegistry/1 (+${publicUrl})`;
    const log = await openRegistryLog(config, opened, { userAgent, canLackKey }, undo);
    if (config.database.kind === 'pglite') keeper = keepRegistry(config, opened, log);
    const operators = await openScreening({
      hashesFile: config.knownHashesFile,
      reportsFolder: reportsFolder(config.dataDir),
      recipient: config.reportRecipient,
    });
    const screening = screenHidden(operators, opened.hidden);
    const snapshots = openSnapshots(config, undo);
    const scrub = () =>
      opened.scrub(async () => {
        // They hold terms and addresses; the next one is made without what was erased.
        await snapshots.inTurn(() => snapshots.folder.clear());
        await keeper?.renew();
      });
    const store = shieldStore({ ...opened, scrub }, { screening, clock, sha256: nodeSha256 });
    const outgoing = createGuardedFetch({
      userAgent,
      resolve: createNameResolver(config.dnsServers),
      ...(config.hostMap ? { hostMap: config.hostMap } : {}),
    });
    undo.push(() => outgoing.close());
    const pictures = openPictureTools(config.thumbnails, undo);
    const meaning = new ConfiguredMeaning(config);
    undo.push(() => meaning.close());
    return {
      close,
      registry: {
        store,
        log,
        outgoing,
        names: createTextRecords(config.dnsServers),
        pictures,
        works: workTools(pictures),
        clock,
        random: { bytes: (length) => new Uint8Array(randomBytes(length)), uuid: () => randomUUID() },
        sha256: nodeSha256,
        mailer: config.mail
          ? createSmtpMailer({ url: config.mail.smtpUrl.reveal(), from: config.mail.from })
          : createDisabledMailer(),
        passwords: createArgon2Passwords(),
        providers: openProviders(config, publicUrl, userAgent, undo),
        attempts: createAttemptLimiter({ store, clock, sha256: nodeSha256 }),
        meaning,
        screening,
        originals: openOriginals(config),
        snapshots,
        settings: { name: config.name, publicUrl, assertedNoQuota: config.assertedNoQuota },
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whose lists cannot be read is told at the start, not at the first file. */
function openOriginals({ signatureTrustFolder }: Config): SignedOriginalReader {
  if (signatureTrustFolder === undefined) return createSignedOriginalReader();
  return createSignedOriginalReader({ trust: readTrustLists(signatureTrustFolder) });
}

function openProviders(
  { oidcProvidersFile }: Config,
  publicUrl: string,
  userAgent: string,
  undo: (() => Promise<unknown>)[],
): IdentityProviders {
  const file = oidcProvidersFile === undefined ? undefined : readProviderFile(oidcProvidersFile);
  const fetch = createProviderFetch({ userAgent, hosts: file?.hosts ?? [] });
  undo.push(() => fetch.close());
  return createOpenidProviders({
    providers: file?.providers ?? [],
    publicUrl,
    request: (url, init) => fetch.request(url, init),
  });
}

/** Nothing of them runs before the first picture comes. */
function openPictureTools(mayFetch: boolean, undo: (() => Promise<unknown>)[]): PictureTools {
  const cores = Math.min(availableParallelism(), MOST_CORES);
  const reader = createPixelReader({ processes: cores });
  undo.push(() => reader.close());
  const likeness = createLikenessThreads({ threads: cores });
  undo.push(() => likeness.close());
  return { own: demoPictureFor, mayFetch, reader, likeness };
}

/** Nothing of it runs before the first snapshot is made. */
function openSnapshots(
  { snapshotsDir, snapshotKeepHours }: Config,
  undo: (() => Promise<unknown>)[],
): SnapshotTools {
  const drafting = draftInThread();
  undo.push(() => drafting.close());
  return {
    folder: snapshotFolderAt(snapshotsDir),
    drafting,
    writeParquet: writeParquetLater,
    verify: verifyEd25519,
    keepMs: snapshotKeepHours * 3_600_000,
    inTurn: takeTurns(),
  };
}

/** What an embedded database holds beside the leaves is kept a second time, in the data folder. */
function keepRegistry(config: Config, store: RegistryStore, log: RegistryLog): BackupKeeper {
  return keepBackups({
    store,
    sha256: nodeSha256,
    clock,
    origin: log.origin,
    backups: keptBackups(backupsFolder(config.dataDir), clock),
    isLacking: () => log.trouble() === 'behind' || log.trouble() === 'forked',
    failed: (error) => {
      process.emitWarning(`No backup of the database could be kept: ${String(error)}`);
    },
  });
}

/** The embedded database is not durable by itself: its log is the journal in the data folder. */
async function openRegistryLog(
  config: Config,
  store: RegistryStore,
  { userAgent, canLackKey }: { readonly userAgent: string; readonly canLackKey: boolean },
  undo: (() => Promise<unknown>)[],
): Promise<RegistryLog> {
  const { logKeyFile: keyFile, logOrigin: origin, logPolicyFile, publicUrl } = config;
  const begun = await nameOf(store.log);
  const hasBegun = begun !== undefined;
  const isLacking = canLackKey && hasBegun && !existsSync(keyFile);
  const keys = isLacking
    ? powerlessKeyring(begun)
    : await openLogKeyring({ keyFile, origin, publicUrl, hasBegun });
  const parts = { store, sha256: nodeSha256, clock, keys, mark: publishedMark(keyFile) };
  const witnesses = async (onCosigned: () => void) =>
    logPolicyFile === undefined
      ? undefined
      : composeWitnesses(logPolicyFile, { store, keys, clock, userAgent, onCosigned });
  if (config.database.kind !== 'pglite') {
    const log = await openLog({
      ...parts,
      journal: undefined,
      witnesses: await witnesses(() => undefined),
    });
    undo.push(() => log.close());
    return log;
  }
  const journal = await openJournal(config.dataDir);
  undo.push(() => journal.close());
  const shown = new ShownCheckpoint(store.logTree, clock, { isWitnessed: logPolicyFile !== undefined });
  const folder = keepLogFolder(
    { read: (path) => readLogFile(store, path, () => shown.current()) },
    logFolderAt(join(config.dataDir, 'log')),
    (error) => {
      process.emitWarning(`The log's files could not be brought up to date: ${String(error)}`);
    },
  );
  undo.push(() => folder.settle());
  const touch = () => {
    folder.touch();
  };
  const log = await openLog({ ...parts, journal, witnesses: await witnesses(touch), onPublished: touch });
  undo.push(() => log.close());
  return log;
}

/** The name of a log, by its first leaf; undefined where it has none. */
async function nameOf(log: LogStore): Promise<string | undefined> {
  const [first] = await log.byIndex(0n, 1);
  if (first === undefined) return undefined;
  const read = parseLeaf(first.leaf);
  if (read.ok && read.leaf.kind === 'key') return read.leaf.origin;
  throw new Error('The first leaf of the log does not say what it is called: update this release.');
}

async function openJournal(dataDir: string): Promise<Journal> {
  const folder = join(dataDir, 'log', 'journal');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return Journal.open(journalFolder(folder));
}

const clock = () => new Date();
