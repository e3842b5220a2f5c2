import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type MembersDoor, sendMembers } from '../../app/organisations/send-members.js';
import { askRegistry } from '../ask-registry.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { readApiKey } from '../read-api-key.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { openMembersResults } from '../organisations/members-results.js';
import { ownMembersDoor } from '../organisations/own-members-door.js';
import { readMembers } from '../organisations/read-members.js';
import { remoteMembersDoor } from '../organisations/remote-members-door.js';
import { startProgress } from '../progress.js';

interface AddOptions {
  readonly organisation: string;
  readonly account?: string;
  readonly registry?: string;
  readonly keyFile?: string;
  readonly until?: string;
  readonly results: string;
}

const USER_AGENT = 'Assent-members/1';

export function addOrganisationCommand(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('organisation')
    .description('organisations that speak for others')
    .command('members')
    .description('members of an organisation')
    .command('add')
    .summary('name many members at once')
    .description(
      'Names members of an organisation and addresses of their works, from a table with a column reference, and name, email and ' +
        'address. Names and e-mail addresses are seen by its staff alone. What became of each line is written to a table; run again with ' +
        'it, a run that was cut goes on.',
    )
    .argument('<file>', 'table of members: CSV, NDJSON or Parquet')
    .requiredOption('--organisation <id>', 'whose members they are')
    .option('--account <address>', 'e-mail address of an account of this registry that works for it')
    .option('--registry <url>', 'name them at a registry elsewhere instead')
    .option('--key-file <file>', 'file that holds an API key of that registry with the scope DECLARE')
    .option('--until <day>', 'when the contracts of those end who are new, as 2027-12-31')
    .option('--results <file>', 'table of what became of each line', 'assent-members.csv')
    .action(async (file: string, options: AddOptions) => {
      const until = dayOf(options.until);
      const { account, organisation, registry: elsewhere } = options;
      if (elsewhere !== undefined) {
        ended(await addElsewhere(io, file, { ...options, registry: elsewhere }, until));
        return;
      }
      if (account === undefined) throw new UsageError('Name the account with --account, or a --registry.');
      ended(
        await withRegistry(async (registry) =>
          add(io, file, options, await ownMembersDoor(registry, account, organisation, until)),
        ),
      );
    });
}

function dayOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const day = new Date(`${text}T23:59:59.999Z`);
  if (Number.isNaN(day.getTime())) throw new UsageError('--until takes a day, as 2027-12-31.');
  return day;
}

async function addElsewhere(
  io: CommandIo,
  file: string,
  options: AddOptions & { readonly registry: string },
  until: Date | undefined,
): Promise<number> {
  const { keyFile, organisation, registry } = options;
  if (keyFile === undefined) throw new UsageError('A registry elsewhere needs an API key: give --key-file.');
  const key = await readApiKey(io, keyFile);
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: USER_AGENT, timeoutMs: 300_000 });
  try {
    const ask = askRegistry(http, registry, key, io.signal);
    return await add(io, file, options, remoteMembersDoor(ask, organisation, until));
  } finally {
    await http.close();
  }
}

async function add(io: CommandIo, file: string, options: AddOptions, door: MembersDoor): Promise<number> {
  const results = await openMembersResults(resolve(io.cwd, options.results));
  const progress = startProgress(io, 'members');
  const tally = { added: 0, known: 0, refused: 0 };
  let passed = 0;
  async function* toDo() {
    for await (const member of readMembers(file, io.cwd)) {
      if (results.done.has(member.line)) passed += 1;
      else yield member;
    }
  }
  try {
    await sendMembers({
      door,
      members: toDo(),
      signal: io.signal,
      onResults: async (rows) => {
        await results.add(rows);
        for (const { status } of rows) tally[status] += 1;
        progress.show(passed + tally.added + tally.known + tally.refused, undefined, 'lines');
      },
    });
    progress.finish();
    const told = `${count(tally.added)} lines added, ${count(tally.known + passed)} known already, ${count(tally.refused)} refused.`;
    io.out(`${told}\nWhat became of each line stands in ${options.results}.\n`);
    return tally.refused > 0 ? EXIT.unreadableInput : EXIT.done;
  } finally {
    progress.finish();
  }
}
