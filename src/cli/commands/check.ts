import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkTable } from '../../app/consent/check-table.js';
import type { AsOf, OpenAnswers } from '../../app/ports/consent-answers.js';
import { ASSURANCES, type Assurance } from '../../core/consent/assurance.js';
import { USES, type Use } from '../../core/consent/use.js';
import { formatByName } from '../../tables/table-format.js';
import { UnreadableTable } from '../../tables/unreadable-table.js';
import { checkReport, describeReport } from '../check-report.js';
import type { CommandSetting } from '../command-setting.js';
import { UsageError } from '../explain-failure.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import { withAnswers } from '../with-answers.js';

interface CheckOptions {
  readonly use: readonly Use[];
  readonly out?: string;
  readonly report?: string;
  readonly keep: 'not-denied' | 'allowed';
  readonly urlColumn?: string;
  readonly minimumAssurance?: Assurance;
  readonly asOf?: AsOf;
  readonly json?: true;
}

export function addCheck(program: Command, setting: CommandSetting): void {
  const { io, ended } = setting;
  program
    .command('check')
    .summary('ask about every row of a table before training on it')
    .description(
      'Asks the registry about every address in a table (Parquet, CSV, TSV, NDJSON, TXT; .gz and .zst too). With --out it ' +
        'writes the table again without the rows that somebody said no to, all columns and the order kept. Rows that nobody ' +
        'has answered for stay in and are not permitted: --keep allowed leaves only those with a yes.',
    )
    .argument('<file>', 'table to check')
    .addOption(
      new Option('--use <use>', `use to ask about, may be repeated: ${USES.join(', ')}`)
        .argParser(readUse)
        .makeOptionMandatory(),
    )
    .option('--out <file>', 'write the rows that are kept')
    .option('--report <file>', 'write the report as JSON')
    .addOption(
      new Option('--keep <rows>', 'rows that --out keeps')
        .choices(['not-denied', 'allowed'])
        .default('not-denied'),
    )
    .option('--url-column <name>', 'column that holds the addresses')
    .addOption(new Option('--minimum-assurance <level>', 'yeses below it do not count').choices(ASSURANCES))
    .addOption(
      new Option(
        '--as-of <size or time>',
        'answer as of a time such as 2026-11-22T12:00:00Z, or as of a size of the log; what has run out is then measured now',
      ).argParser(readAsOf),
    )
    .option('--json', 'print the report as JSON')
    .action(async (file: string, options: CheckOptions) => {
      ended(await withAnswers(setting, (open) => check(open, io, file, options)));
    });
}

async function check(open: OpenAnswers, io: CommandIo, file: string, options: CheckOptions): Promise<number> {
  const input = resolve(io.cwd, file);
  const output = options.out === undefined ? undefined : resolve(io.cwd, options.out);
  if (output !== undefined) refuseTarget(input, output);
  const { TableFile } = await import('../../tables/table-file.js');
  const source = await TableFile.open(input);
  const progress = startProgress(io, file);
  try {
    const answers = await open({
      uses: options.use,
      minimumAssurance: options.minimumAssurance,
      asOf: options.asOf,
    });
    const checked = await checkTable({
      answers,
      source,
      keep: options.keep,
      urlColumn: options.urlColumn,
      signal: io.signal,
      onProgress: (rows) => {
        progress.show(rows, source.rowCount, 'rows');
      },
    });
    if (output !== undefined) await source.copyRows(checked.kept, output);
    progress.finish();
    const [basis] = answers.bases;
    if (basis === undefined) throw new Error('The answers rest on nothing.');
    const report = checkReport(checked, basis, { input: file, output: options.out, keep: options.keep });
    const json = `${JSON.stringify(report, null, 2)}\n`;
    if (options.report !== undefined) await writeFile(resolve(io.cwd, options.report), json);
    io.out(options.json ? json : describeReport(report));
    return EXIT.done;
  } finally {
    progress.finish();
    source.close();
  }
}

function refuseTarget(input: string, output: string): void {
  if (output === input) throw new UsageError('--out names the input itself. Name another file.');
  try {
    formatByName(output);
  } catch (error) {
    if (error instanceof UnreadableTable)
      throw new UsageError('--out must end in .parquet, .csv, .tsv, .ndjson or .txt.');
    throw error;
  }
}

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/;

function readAsOf(text: string): AsOf {
  if (/^\d+$/.test(text)) return { size: Number(text) };
  const time = new Date(text);
  // Date takes 30 February for 2 March; a day that does not exist is a mistake, not another day.
  const isTime = TIME.test(text) && !Number.isNaN(time.getTime());
  if (!isTime || time.toISOString().slice(0, 10) !== text.slice(0, 10)) {
    throw new UsageError('--as-of takes a size of the log, or a time in UTC such as 2026-11-22T12:00:00Z.');
  }
  return { time };
}

function readUse(text: string, earlier: readonly Use[] = []): readonly Use[] {
  const named = text.split(',').map((part) => {
    const use = USES.find((known) => known === part.trim());
    if (!use) throw new UsageError(`There is no use ${part.trim()}. There are ${USES.join(', ')}.`);
    return use;
  });
  return [...new Set([...earlier, ...named])];
}
