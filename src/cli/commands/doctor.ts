import type { Command } from 'commander';
import type { Registry } from '../../app/registry.js';
import { EXIT, type CommandIo } from '../io.js';
import type { CommandSetting } from '../command-setting.js';

export function addDoctor(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('doctor')
    .description('Says what this registry runs on, what it holds, and what is switched off.')
    .action(async () => {
      ended(await withRegistry((registry) => examine(registry, io)));
    });
}

async function examine(registry: Registry, io: CommandIo): Promise<number> {
  const datasets = await registry.store.datasets.all();
  const size = await registry.store.log.size();
  const lines = [
    `Node       ${process.version}`,
    `Address    ${registry.settings.publicUrl}`,
    `Log        ${size.toLocaleString('en-GB')} leaves`,
    `Accounts   ${(await registry.store.accounts.count()).toLocaleString('en-GB')}`,
    ...datasets.map(
      ({ slug, rowsHeld, rowsPublished }) =>
        `Dataset    ${slug}: ${rowsHeld.toLocaleString('en-GB')} rows held` +
        (rowsPublished === undefined ? '' : ` of ${rowsPublished.toLocaleString('en-GB')} published`),
    ),
    `Mail       ${registry.mailer.isEnabled ? 'on' : 'off: sign-in is by password and recovery codes. Set ASSENT_SMTP_URL and ASSENT_MAIL_FROM to change that.'}`,
  ];
  io.out(`${lines.join('\n')}\n`);
  return EXIT.done;
}
