import { readdir } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Registry } from '../../app/registry.js';
import type { Config } from '../../config.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT, type CommandIo } from '../io.js';
import { begunAt, keptBackups } from '../../backup-files/kept-backups.js';
import { backupsFolder } from '../../data-folder/backup-paths.js';
import { reportsFolder } from '../../data-folder/reports-folder.js';
import { describeLog } from '../describe-log.js';

export function addDoctor(
  program: Command,
  config: Config,
  { io, withRegistry, ended }: CommandSetting,
): void {
  program
    .command('doctor')
    .summary('say what this registry runs on, what it holds, and what is wrong')
    .description(
      'Says what this registry runs on, what it holds, what is switched off, and how its log is. Ends with 3 when the log ' +
        'takes no leaves.',
    )
    .action(async () => {
      ended(await withRegistry((registry) => examine(registry, config, io)));
    });
}

async function examine(registry: Registry, config: Config, io: CommandIo): Promise<number> {
  const datasets = await registry.store.datasets.all();
  const meaning = await registry.meaning.status();
  const lines = [
    `Node       ${process.version}`,
    `Address    ${registry.settings.publicUrl}`,
    ...(await describeLog(registry, config)),
    `Backups    ${await describeBackups(config)}`,
    `Accounts   ${(await registry.store.accounts.count()).toLocaleString('en-GB')}`,
    ...datasets.map(
      ({ slug, rowsHeld, rowsPublished }) =>
        `Dataset    ${slug}: ${rowsHeld.toLocaleString('en-GB')} rows held` +
        (rowsPublished === undefined ? '' : ` of ${rowsPublished.toLocaleString('en-GB')} published`),
    ),
    `Mail       ${registry.mailer.isEnabled ? 'on' : 'off: sign-in is by password and recovery codes. Set ASSENT_SMTP_URL and ASSENT_MAIL_FROM to change that.'}`,
    `Withheld   ${await describeScreening(registry, config)}`,
    `Meaning    ${[meaning.message, meaning.nextStep].filter(Boolean).join(' ')}`,
    ...(meaning.trainedOn === undefined ? [] : [`           It learned from: ${meaning.trainedOn}`]),
  ];
  io.out(`${lines.join('\n')}\n`);
  return registry.log.trouble() === undefined ? EXIT.done : EXIT.noEvidence;
}

async function describeScreening({ screening }: Registry, { dataDir }: Config): Promise<string> {
  const list = await screening.list();
  if (list === undefined) return 'nothing: no list of known hashes is set. ASSENT_KNOWN_HASHES names one.';
  const folder = reportsFolder(dataDir);
  const reports = await readdir(folder).catch(() => []);
  return `what is on a list of ${list.size.toLocaleString('en-GB')} hashes; ${reports.length} reports in ${folder}`;
}

async function describeBackups({ database, dataDir }: Config): Promise<string> {
  if (database.kind !== 'pglite')
    return 'none kept: make them with "assent backup", or with PostgreSQL’s own tools';
  const names = await keptBackups(backupsFolder(dataDir), () => new Date()).list();
  const [newest] = names;
  return newest === undefined
    ? 'none kept yet'
    : `${names.length} kept, the newest of ${begunAt(newest).toISOString()}`;
}
