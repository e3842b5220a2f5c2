import { Option, type Command } from 'commander';
import { KEEPS } from '../../core/check/row-fate.js';
import { ASSURANCES } from '../../core/consent/assurance.js';
import { USES } from '../../core/consent/use.js';
import { type CheckOptions, readAsOf, readUse } from '../check/check-options.js';
import { withStandardStreams } from '../check/standard-streams.js';
import type { CommandSetting } from '../command-setting.js';
import { addNamedSnapshot } from '../named-snapshot.js';
import { RECEIPT_KEY } from '../receipt/receipt-key.js';
import { withAnswers } from '../with-answers.js';

const DESCRIPTION =
  'Asks about every row of tables (Parquet, CSV, TSV, NDJSON, TXT; .gz and .zst too) and of shards of img2dataset (.tar). With ' +
  '--out or --out-dir it writes them again without the rows that somebody said no to, all columns and the order kept. Rows that ' +
  'nobody has answered for stay in and are not permitted: --keep allowed leaves only those with a yes.';

export function addCheck(program: Command, setting: CommandSetting): void {
  const { io, argv, ended } = setting;
  const command = program
    .command('check')
    .summary('ask about every row of a dataset before training on it')
    .description(DESCRIPTION)
    .argument(
      '<file...>',
      'tables, shards, folders, patterns such as "data/*.parquet", s3:// addresses; - is standard input',
    );
  addQuestionOptions(command);
  addNamedSnapshot(command);
  addOutputOptions(command);
  command.action(async (files: string[], options: CheckOptions) => {
    const exit = await withStandardStreams(io, { argv, files, options }, (check) =>
      withAnswers(setting, check, async (open, tools) => {
        const { runCheck } = await import('../check/run-check.js');
        return runCheck(open, tools, io, check.files, check.options);
      }),
    );
    ended(exit);
  });
}

function addQuestionOptions(command: Command): void {
  command
    .addOption(
      new Option('--use <use>', `use to ask about, may be repeated: ${USES.join(', ')}`)
        .argParser(readUse)
        .makeOptionMandatory(),
    )
    .option(
      '--url-column <name>',
      'column that holds the addresses; found by its name or by what it holds unless said',
    )
    .option('--text-column <name>', 'column with texts that are themselves what is asked about')
    .option(
      '--caption-column <name>',
      'column with captions, for --named and --drop-named; found by its name unless said',
    )
    .option(
      '--format <name>',
      'what comes by standard input: csv, tsv, ndjson, txt, parquet; also csv.gz and so on',
    )
    .option('--policy <file>', 'what you demand beyond the rules, as JSON (schema/check-policy.v1.json)')
    .addOption(new Option('--minimum-assurance <level>', 'yeses below it do not count').choices(ASSURANCES))
    .addOption(
      new Option(
        '--as-of <size or time>',
        'answer as of a time such as 2026-11-22T12:00:00Z, or as of a size of the log; what has run out is then measured now',
      ).argParser(readAsOf),
    )
    .option(
      '--licensed <file>',
      'addresses, folders (/*) and hosts that you hold by contract, one a line: kept, and counted apart',
    )
    .option(
      '--accepted <file>',
      'terms that you accepted with "assent terms accept", may be repeated: what they cover is kept, and counted apart',
      (file: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), file],
    )
    .option(
      '--since <receipt>',
      'the tables are those that this receipt names: tell which of their rows are to be dropped by now',
    )
    .addOption(new Option('--spooled-stdin <file>').hideHelp())
    .addOption(new Option('--spooled-stdout').hideHelp());
}

function addOutputOptions(command: Command): void {
  command
    .option('--out <file>', 'write the rows that are kept; - is standard output')
    .option(
      '--out-dir <folder>',
      'write each of several tables there; a run that was cut short goes on where it stopped',
    )
    .addOption(new Option('--keep <rows>', 'rows that are kept').choices(KEEPS).default('not-denied'))
    .option('--report <file>', 'write the report as JSON')
    .option('--json', 'print the report as JSON')
    .option('--receipt <file>', 'write what shows later that you asked: docs/receipts.md')
    .option('--receipt-key <file>', `your key, to sign the receipt; by default ${RECEIPT_KEY} if it is there`)
    .option('--decisions <file>', 'write a line for each row and use: answer, reason, statements')
    .option('--rejected <file>', 'the same of the rows that are dropped alone')
    .option('--conditional <file>', 'write the rows that are to be had on terms, grouped by terms')
    .option(
      '--named <file>',
      'write the rows whose caption names somebody who said no, and who: never an answer',
    )
    .option('--drop-named', 'drop these rows, too; they are counted apart, and never as denied')
    .option('--credits <file>', 'write whom to name for the rows kept, with how many rows each');
}
