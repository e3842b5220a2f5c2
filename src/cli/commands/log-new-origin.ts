import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { continueLog } from '../../app/backup/continue-log.js';
import { leafCount } from '../../app/log/leaf-count.js';
import { readMark } from '../../app/log/read-mark.js';
import { backupSource } from '../../backup-files/read-backup-file.js';
import type { Config } from '../../config.js';
import type { LogContinuation } from '../../core/log/key-leaf.js';
import { ORIGIN } from '../../core/log/leaf-forms.js';
import { lostLeaves } from '../../core/log/lost-leaves.js';
import { readKeyFile } from '../../log-key/key-file.js';
import { openLogKeyring } from '../../log-key/log-keyring.js';
import type { CommandSetting } from '../command-setting.js';
import { countedRead } from '../counted-read.js';
import { describeLost } from '../describe-lost.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import { LAST_PLACE, readLastCheckpoint } from '../read-last-checkpoint.js';
import { trustedKeys } from '../trusted-keys.js';

interface NewOriginOptions {
  readonly from: string;
  readonly last: string;
  readonly key: readonly string[];
}

export function addNewOrigin(program: Command, config: Config, { io, ended }: CommandSetting): void {
  const log = program.commands.find((command) => command.name() === 'log') ?? program.command('log');
  log
    .command('new-origin')
    .summary('begin a log of another name when leaves are lost for good')
    .description(
      'For a registry whose log cannot go on: leaves that were published are lost and no mirror has them, or its key is lost. ' +
        'Puts a backup into an empty store under a log of another name. Its first leaf names the last checkpoint of the old ' +
        'one; all leaves that are held follow, so that noes go on to count. While leaves are lost no yes and no offer counts: ' +
        'one of them may have been a no. The old store stays as it is.',
    )
    .argument('<origin>', 'name of the new log, such as registry.example/log-2', readOrigin)
    .requiredOption('--from <file>', 'what "assent backup" wrote of the old registry')
    .requiredOption('--last <place>', `last checkpoint that the old log published: ${LAST_PLACE}`)
    .addOption(
      trustedKeys(
        'verifier key of the old log that signed it, where no leaf that is held names one; may be repeated',
      ),
    )
    .action(async (origin: string, options: NewOriginOptions) => {
      await begin(config, io, origin, options);
      ended(EXIT.done);
    });
}

function readOrigin(text: string): string {
  if (ORIGIN.pattern.test(text)) return text;
  throw new UsageError(`A log is called after ${ORIGIN.description}, in small letters and without a scheme.`);
}

async function begin(
  config: Config,
  io: CommandIo,
  origin: string,
  { from, last: lastPlace, key: trusted }: NewOriginOptions,
): Promise<void> {
  // Loaded only now: whoever asks for help has no use for a store.
  const { restoreRegistry } = await import('../../compose-restore.js');
  const last = await readLastCheckpoint(io, lastPlace);
  const path = resolve(io.cwd, from);
  const source = await backupSource(path);
  const { logKeyFile: keyFile } = config;
  await refuseOtherKey(keyFile, origin);
  const hadKey = existsSync(keyFile);
  const progress = startProgress(io, 'Putting back');
  try {
    let key = '';
    const { header, end } = await restoreRegistry(config, {
      name: path,
      signal: io.signal,
      read: countedRead(source, (done) => {
        progress.show(done, 2 * source.length, 'bytes');
      }),
      async load(target, file, backup, parts) {
        const keys = await openLogKeyring({ keyFile, origin, publicUrl: undefined, hasBegun: false });
        [key = ''] = keys.held();
        await continueLog(target, file, backup, parts, { keys, clock: () => new Date(), last, trusted });
      },
    });
    progress.finish();
    const size = readMark(last)?.size ?? 0;
    io.out(`${told(origin, { origin: header.origin, size, held: end.size })}\nKey ${key}\n`);
    io.err(AFTERWARDS);
  } catch (error) {
    // A key of a log that was not begun would only stand in the way.
    if (!hadKey) await rm(keyFile, { force: true });
    throw error;
  } finally {
    progress.finish();
  }
}

/** The key of the old log never signs another, and its file is kept. */
async function refuseOtherKey(keyFile: string, origin: string): Promise<void> {
  const [present] = (await readKeyFile(keyFile)) ?? [];
  if (present === undefined || present.key.name === origin) return;
  throw new UsageError(
    `The key file ${keyFile} is of the log ${present.key.name}. A new log has a key of its own: name another folder in ` +
      'ASSENT_DATA, or another file in ASSENT_LOG_KEY_FILE.',
  );
}

function told(origin: string, continued: Omit<LogContinuation, 'root'>): string {
  const begun = `The log ${origin} continues ${continued.origin}, with ${leafCount(continued.held)} of it.`;
  const lost = lostLeaves(continued);
  return lost === undefined ? `${begun} None is lost.` : `${begun}\n${describeLost(lost)}`;
}

const AFTERWARDS =
  'Start the server, tell everybody who verifies the new key and why, and keep the old store, its key and this backup: ' +
  'they show what was signed. Never start the old registry again.\n';
