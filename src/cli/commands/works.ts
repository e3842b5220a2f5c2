import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { addWorks, type WorkFile, type WorksDoor } from '../../app/works/add-works.js';
import { CAPACITIES, type Capacity } from '../../core/consent/capacity.js';
import { workTools } from '../../work-tools.js';
import { createLikenessThreads } from '../../vision/likeness-threads.js';
import { createPixelReader } from '../../vision/pixel-reader.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { readApiKey } from '../read-api-key.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import { describePassedOver } from '../works/describe-passed-over.js';
import { findWorkFiles } from '../works/find-work-files.js';
import { ownWorksDoor } from '../works/own-works-door.js';
import { remoteWorksDoor } from '../works/remote-works-door.js';
import { openWorksResults } from '../works/works-results.js';

interface AddOptions {
  readonly account?: string;
  readonly registry?: string;
  readonly keyFile?: string;
  readonly capacity: Capacity;
  readonly sayNo?: true;
  readonly collection?: string;
  readonly results: string;
}

const USER_AGENT = 'Assent-works/1';
const MOST_BYTES = 10_000_000;
const CORES = 2;

export function addWorksCommand(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('works')
    .description('works of an artist')
    .command('add')
    .summary('register many works at once')
    .description(
      'Computes fingerprints of files on this device and registers works by them: only fingerprints and titles leave it. A ' +
        'source is a folder with all below it, a table with a column file, path or url, or a sitemap (its address, or an .xml ' +
        'file). What became of each file is written to a table; run again with it, a run that was cut goes on.',
    )
    .argument('<source>', 'folder, table or sitemap')
    .option('--account <address>', 'e-mail address of the account of this registry whose works they are')
    .option('--registry <url>', 'register them at a registry elsewhere instead')
    .option('--key-file <file>', 'file that holds an API key of that registry with the scope DECLARE')
    .addOption(new Option('--capacity <what>', 'as what you speak').choices(CAPACITIES).default('author'))
    .addOption(
      new Option(
        '--collection <name>',
        'put them into a collection; what it says is said of each of them',
      ).conflicts('sayNo'),
    )
    .option('--say-no', 'say no to training AI about each of them')
    .option('--results <file>', 'table of what became of each file', 'assent-works.csv')
    .action(async (source: string, options: AddOptions) => {
      if (options.registry !== undefined) {
        ended(await addElsewhere(io, source, { ...options, registry: options.registry }));
        return;
      }
      const { account } = options;
      if (account === undefined) throw new UsageError('Name the account with --account, or a --registry.');
      ended(
        await withRegistry(async (registry) =>
          add(io, source, options, await ownWorksDoor(registry, account)),
        ),
      );
    });
}

async function addElsewhere(
  io: CommandIo,
  source: string,
  options: AddOptions & { readonly registry: string },
): Promise<number> {
  const { registry, keyFile } = options;
  if (keyFile === undefined) throw new UsageError('A registry elsewhere needs an API key: give --key-file.');
  const key = await readApiKey(io, keyFile);
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: USER_AGENT, timeoutMs: 300_000 });
  try {
    return await add(io, source, options, remoteWorksDoor(http, registry, key, io.signal));
  } finally {
    await http.close();
  }
}

async function add(io: CommandIo, source: string, options: AddOptions, door: WorksDoor): Promise<number> {
  const results = await openWorksResults(resolve(io.cwd, options.results), answerOf(options));
  const reader = createPixelReader({ processes: CORES });
  const likeness = createLikenessThreads({ threads: CORES });
  const { createGuardedFetch } = await import('../../fetch/guarded-fetch.js');
  const outgoing = createGuardedFetch({ userAgent: USER_AGENT });
  const progress = startProgress(io, 'works');
  const tally = { registered: 0, known: 0, refused: 0, unanswered: 0 };
  const passedOver: string[] = [];
  const fetch = async (url: string, maxBytes = MOST_BYTES) => {
    const { status, body } = await outgoing.get(url, { maxBytes, timeoutMs: 20_000 });
    if (status !== 200) throw new Error(`The address answered with status ${status}.`);
    return body;
  };
  io.err('Fingerprints are computed here, and only they and the titles leave this device.\n');
  try {
    const files: WorkFile[] = [];
    let passed = 0;
    for await (const file of await findWorkFiles(source, io.cwd, fetch, (kind) => passedOver.push(kind))) {
      if (results.done.has(file.name)) passed += 1;
      else files.push(file);
    }
    await addWorks({
      tools: workTools({ reader, likeness }),
      door,
      files: inTurn(files),
      capacity: options.capacity,
      saysNo: options.sayNo === true,
      collection: options.collection,
      signal: io.signal,
      onResults: async (rows) => {
        await results.add(rows);
        for (const { status, problem } of rows) {
          tally[status] += 1;
          if (status !== 'refused' && problem !== undefined) tally.unanswered += 1;
        }
        const done = passed + tally.registered + tally.known + tally.refused;
        progress.show(done, passed + files.length, 'files');
      },
    });
    progress.finish();
    io.out(told(tally, passed, options.results));
    if (passedOver.length > 0) io.out(describePassedOver(passedOver));
    return tally.refused > 0 ? EXIT.unreadableInput : EXIT.done;
  } finally {
    progress.finish();
    await Promise.all([reader.close(), likeness.close(), outgoing.close()]);
  }
}

/** As the table of results has it. */
function answerOf({ sayNo, collection }: AddOptions): string {
  if (collection !== undefined) return `collection: ${collection}`;
  return sayNo === true ? 'no' : '';
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
  await Promise.resolve();
}

function told(
  {
    registered,
    known,
    refused,
    unanswered,
  }: Readonly<Record<'registered' | 'known' | 'refused' | 'unanswered', number>>,
  passed: number,
  results: string,
): string {
  const lines = [
    `${count(registered)} works registered, ${count(known + passed)} known already, ${count(refused)} files refused.`,
    ...(unanswered > 0 ? [`${count(unanswered)} of them without an answer on record.`] : []),
    `What became of each file stands in ${results}.`,
  ];
  return `${lines.join('\n')}\n`;
}
