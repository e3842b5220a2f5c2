import type { Command } from 'commander';
import { resolve } from 'node:path';
import { ingestTable, type IngestionCounts } from '../../app/catalogue/ingest-table.js';
import { rowsPublishedOf } from '../../app/catalogue/known-releases.js';
import type { Registry } from '../../app/registry.js';
import { UsageError } from '../explain-failure.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import type { CommandSetting } from '../command-setting.js';

interface IngestOptions {
  readonly dataset: string;
  readonly title?: string;
  readonly licence?: string;
  readonly rowsPublished?: string;
}

const REASONS: Readonly<Record<keyof IngestionCounts['rejected'], string>> = {
  empty: 'the URL cell is empty',
  'not-a-url': 'the URL cell is no address',
  'not-http': 'the address is neither http nor https',
  'no-host': 'the address has no host',
};

export function addIngest(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('ingest')
    .summary('add rows of published datasets to the catalogue')
    .description(
      'Streams LAION-style tables (Parquet, CSV, TSV, NDJSON; .gz and .zst too) into a dataset. Rows that the dataset ' +
        'holds already, from whatever file, add nothing; a run that was cut short is finished by running it again.',
    )
    .argument('<file...>', 'tables to read')
    .requiredOption('--dataset <slug>', 'dataset the rows belong to, made if it is new: a-z, 0-9 and -')
    .option('--title <text>', 'name of a new dataset for people')
    .option('--licence <text>', "licence of a new dataset's metadata")
    .option('--rows-published <number>', 'rows of the whole published release')
    .action(async (files: string[], options: IngestOptions) => {
      ended(await withRegistry((registry) => ingest(registry, io, files, options)));
    });
}

async function ingest(
  registry: Registry,
  io: CommandIo,
  files: readonly string[],
  options: IngestOptions,
): Promise<number> {
  const slug = options.dataset;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) {
    throw new UsageError('--dataset takes a-z, 0-9 and -, at most 63 characters, such as laion-400m-sample.');
  }
  if (options.rowsPublished !== undefined && !/^\d{1,15}$/.test(options.rowsPublished)) {
    throw new UsageError('--rows-published takes a whole number.');
  }
  const rowsPublished =
    options.rowsPublished === undefined ? rowsPublishedOf(slug) : BigInt(options.rowsPublished);
  const { TableFile } = await import('../../tables/table-file.js');
  for (const file of files) {
    const source = await TableFile.open(resolve(io.cwd, file));
    const progress = startProgress(io, file);
    try {
      const { dataset, counts } = await ingestTable(registry, {
        dataset: {
          slug,
          title: options.title ?? slug,
          isDemo: false,
          ...(options.licence === undefined ? {} : { licence: options.licence }),
          ...(rowsPublished === undefined ? {} : { rowsPublished }),
        },
        source,
        signal: io.signal,
        onProgress: (rows) => {
          progress.show(rows, source.rowCount, 'rows');
        },
      });
      progress.finish();
      io.out(describe(file, slug, counts, dataset.rowsHeld));
    } finally {
      progress.finish();
      source.close();
    }
  }
  return EXIT.done;
}

function describe(file: string, slug: string, counts: IngestionCounts, held: bigint): string {
  const rejected = Object.entries(counts.rejected);
  const total = rejected.reduce((sum, [, count]) => sum + count, 0);
  const lines = [
    `${file}: ${number(counts.read)} rows read, ${number(counts.added)} added, ` +
      `${number(counts.known)} already held, ${number(total)} rejected.`,
    ...rejected.map(
      ([reason, count]) =>
        `  rejected ${number(count)}: ${REASONS[reason as keyof IngestionCounts['rejected']]} (${reason})`,
    ),
    `${slug} now holds ${number(held)} rows.`,
  ];
  return `${lines.join('\n')}\n`;
}

function number(value: number | bigint): string {
  return value.toLocaleString('en-GB');
}
