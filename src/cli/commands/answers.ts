import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { MOST_IMPORTED } from '../../app/consent/import-addresses.js';
import { CAPACITIES, type Capacity } from '../../core/consent/capacity.js';
import { PREFERENCES, type Preference } from '../../core/consent/preference.js';
import { PLACE_KINDS, type PlaceKind } from '../../core/consent/subject.js';
import { USES, type Use } from '../../core/consent/use.js';
import { readAddressList } from '../../core/tables/address-list.js';
import { csvLine } from '../../core/tables/csv-line.js';
import type { AnswersDoor, ImportedRow, PreviewRow } from '../answers/answers-door.js';
import { throughDoor, type WhoseAnswers, withWhose } from '../answers/answers-setting.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';

interface ImportOptions extends WhoseAnswers {
  readonly use: readonly Use[];
  readonly capacity: Capacity;
  readonly results: string;
}

interface PreviewOptions extends WhoseAnswers {
  readonly kind: PlaceKind;
  readonly say: Preference;
  readonly use: readonly Use[];
  readonly capacity: Capacity;
  readonly all?: true;
}

export function addAnswersCommand(program: Command, setting: CommandSetting): void {
  const { io, ended } = setting;
  const answers = program.command('answers').description('answers of an artist');
  withWhose(answers.command('import'))
    .summary('say no to a list of addresses that was kept elsewhere')
    .description(
      'Says no to every address of a list: a text with one on each line, or a table with a column of them. A bare name ' +
        'means the whole site. The answers are dated today. What became of each address is written to a table; run again, ' +
        'a list adds nothing.',
    )
    .argument('<list>', 'text or CSV file')
    .addOption(useOption())
    .addOption(capacityOption())
    .option('--results <file>', 'table of what became of each address', 'assent-answers.csv')
    .action(async (list: string, options: ImportOptions) => {
      ended(await throughDoor(setting, options, (door) => importList(io, list, options, door)));
    });
  withWhose(answers.command('preview'))
    .summary('what an answer would decide, before it is given')
    .argument('[address]', 'of the place that it would be about')
    .option('--all', 'about all that is claimed instead')
    .addOption(new Option('--kind <kind>', 'how much of the place').choices(PLACE_KINDS).default('url'))
    .addOption(new Option('--say <answer>', 'the answer').choices(PREFERENCES).default('deny'))
    .addOption(useOption())
    .addOption(capacityOption())
    .action(async (address: string | undefined, options: PreviewOptions) => {
      ended(await throughDoor(setting, options, (door) => preview(io, address, options, door)));
    });
}

function useOption(): Option {
  return new Option('--use <use...>', 'the uses').choices(USES).default(['train-ai']);
}

function capacityOption(): Option {
  return new Option('--capacity <what>', 'as what you speak').choices(CAPACITIES).default('author');
}

async function importList(
  io: CommandIo,
  list: string,
  options: ImportOptions,
  door: AnswersDoor,
): Promise<number> {
  const text = await readFile(resolve(io.cwd, list), 'utf8').catch(() => undefined);
  if (text === undefined) throw new UsageError(`There is no ${list}.`);
  const addresses = readAddressList(text);
  if (addresses.length === 0) throw new UsageError(`No address was found in ${list}.`);
  const tally = { recorded: 0, known: 0, refused: 0, waiting: 0 };
  const progress = startProgress(io, 'answers');
  const results = await open(resolve(io.cwd, options.results), 'w');
  try {
    await results.appendFile(csvLine(['address', 'kind', 'status', 'counts_now', 'message']));
    for (let from = 0; from < addresses.length; from += MOST_IMPORTED) {
      io.signal.throwIfAborted();
      const batch = addresses.slice(from, from + MOST_IMPORTED);
      const rows = await door.sayNo(batch, options.use, options.capacity);
      await results.appendFile(rows.map(resultLine).join(''));
      await results.sync();
      for (const { status, countsNow } of rows) {
        tally[status] += 1;
        if (countsNow === false) tally.waiting += 1;
      }
      progress.show(from + batch.length, addresses.length, 'addresses');
    }
  } finally {
    progress.finish();
    await results.close();
  }
  io.out(
    `${count(tally.recorded)} noes recorded, dated today, ${count(tally.known)} known already, ${count(tally.refused)} refused.\n` +
      (tally.waiting > 0
        ? `${count(tally.waiting)} of them count once the site is shown to be yours.\n`
        : '') +
      `What became of each address stands in ${options.results}.\n`,
  );
  return tally.refused > 0 ? EXIT.unreadableInput : EXIT.done;
}

function resultLine({ address, kind, status, countsNow, message }: ImportedRow): string {
  return csvLine([address, kind, status, countsNow ? 'yes' : 'no', message ?? undefined]);
}

async function preview(
  io: CommandIo,
  address: string | undefined,
  { all, kind, say, use, capacity }: PreviewOptions,
  door: AnswersDoor,
): Promise<number> {
  if ((address === undefined) !== (all === true))
    throw new UsageError('Give an address, or --all, and not both.');
  const subject = all === true ? { account: true } : { kind, address };
  const answers = use.map((one) => ({ use: one, preference: say }));
  const terms = say === 'conditional' ? { terms: { credit: '-' } } : {};
  const rows = await door.preview({ ...subject, capacity, answers, ...terms });
  io.out(rows.length === 0 ? 'No known row is reached by it today.\n' : rows.map(previewText).join(''));
  return EXIT.done;
}

function previewText({ dataset, entries, isAtLeast, lookedAt, turns }: PreviewRow): string {
  const estimate = isAtLeast || lookedAt < entries ? `, by ${count(lookedAt)} that were looked at` : '';
  const lines = turns.map(
    ({ use, from, to, entries: turned }) => `  ${count(turned)} from ${from} to ${to}, ${use}\n`,
  );
  return [
    `${dataset}: ${isAtLeast ? 'at least ' : ''}${count(entries)} known rows${estimate}\n`,
    ...(lines.length === 0 ? ['  nothing would be answered otherwise\n'] : lines),
  ].join('');
}
