import type { Command } from 'commander';
import { resolve } from 'node:path';
import { mapColumns } from '../../app/catalogue/ingest/entry-columns.js';
import { type IngestedTable, ingestTable } from '../../app/catalogue/ingest/ingest-table.js';
import { knownRelease } from '../../app/catalogue/datasets/known-releases.js';
import type { RowRejection } from '../../app/catalogue/ingest/read-entry.js';
import { meetByMeaning } from '../../app/works/similar-by-meaning.js';
import { type Dataset, IngestionTaken } from '../../app/ports/catalogue.js';
import type { Registry } from '../../app/registry.js';
import type { Config } from '../../config.js';
import type { Input } from '../../tables/find-inputs.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { addFactOptions, checkSlug, type FactOptions, readFacts } from '../dataset-facts.js';
import { describeInput } from '../describe-input.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import { rejectedPath } from '../rejected-path.js';

interface IngestOptions extends FactOptions {
  readonly dataset: string;
  readonly model?: string;
  readonly modelRevision?: string;
  readonly dryRun?: true;
  readonly pictures: boolean;
}

const REASONS: Readonly<Record<RowRejection, string>> = {
  empty: 'the URL cell is empty',
  'not-a-url': 'the URL cell is no address',
  'not-http': 'the address is neither http nor https',
  'no-host': 'the address has no host',
};

export function addIngest(
  program: Command,
  config: Config,
  { io, withRegistry, ended }: CommandSetting,
): void {
  const command = program
    .command('ingest')
    .summary('add rows of published datasets to the catalogue')
    .description(
      'Streams tables as LAION and others publish them (Parquet, CSV, TSV, NDJSON; .gz and .zst too), shards of img2dataset ' +
        '(.tar) and folders of clip-retrieval into a dataset. Says which column it takes for what. Rows that the dataset ' +
        'holds already add nothing; a run that was cut short goes on where it stopped when it is run again.',
    )
    .argument('<path...>', 'tables, shards, or folders of them')
    .requiredOption('--dataset <slug>', 'dataset the rows belong to, made if it is new: a-z, 0-9 and -');
  addFactOptions(command)
    .option('--model <name>', 'model that made the vectors of a clip-retrieval folder, such as ViT-B/32')
    .option('--model-revision <text>', 'its weights, such as openai or laion2b_s34b_b79k')
    .option(
      '--no-pictures',
      'leave the pictures in shards unread, so that they are not found by how they look',
    )
    .option('--dry-run', 'say what the columns are taken for, and load nothing')
    .action(async (paths: string[], options: IngestOptions) => {
      ended(await withRegistry((registry) => ingest(registry, config, io, paths, options)));
    });
}

async function ingest(
  registry: Registry,
  config: Config,
  io: CommandIo,
  paths: readonly string[],
  options: IngestOptions,
): Promise<number> {
  checkSlug(options.dataset);
  const { findInputs } = await import('../../tables/find-inputs.js');
  const inputs: Input[] = [];
  for (const path of paths) inputs.push(...(await findInputs(resolve(io.cwd, path))));
  const load = new Load(registry, config, io, options, inputs);
  try {
    for (const input of inputs) await load.one(input);
  } catch (error) {
    // What came before stays and is whole; somebody else's run opens the dataset itself.
    if (!io.signal.aborted && !(error instanceof IngestionTaken)) await load.openDataset();
    throw error;
  }
  if (options.dryRun !== true) await load.openDataset();
  return EXIT.done;
}

class Load {
  readonly #model: { readonly name: string; readonly revision: string } | undefined;

  constructor(
    private readonly registry: Registry,
    private readonly config: Config,
    private readonly io: CommandIo,
    private readonly options: IngestOptions,
    inputs: readonly Input[],
  ) {
    const { model: name, modelRevision: revision } = options;
    this.#model = name === undefined || revision === undefined ? undefined : { name, revision };
    if (!this.#model && inputs.some(({ hasVectors }) => hasVectors)) {
      throw new UsageError(
        'The folder holds vectors, which compare only with those of the same model. Name the one that made them: ' +
          '--model ViT-B/32 --model-revision openai',
      );
    }
  }

  async one(input: Input): Promise<void> {
    const { io, options } = this;
    const source = await input.open();
    try {
      io.out(describeInput(input.name, source));
      if (options.dryRun === true) return;
      const progress = startProgress(io, source.fileName);
      try {
        const slug = options.dataset;
        const loaded = await ingestTable(this.registry, {
          dataset: {
            slug,
            title: slug,
            medium: mapColumns(source.columns)?.medium,
            isDemo: false,
            ...knownRelease(slug),
            ...readFacts(options),
          },
          source,
          model: this.#model,
          keepRejected: async (ingestion) => {
            const { RejectedFile } = await import('../../tables/rejected-file.js');
            return RejectedFile.open(
              rejectedPath(this.config.dataDir, slug, ingestion),
              ingestion.rejectedBytes,
            );
          },
          leavesClosed: true,
          leavesPictures: !options.pictures,
          signal: io.signal,
          onProgress: (rows) => {
            progress.show(rows, source.rowCount, 'rows');
          },
        });
        progress.finish();
        io.out(describe(input.name, loaded));
      } finally {
        progress.finish();
      }
    } finally {
      await source.close();
    }
  }

  /** Lets the rows be found, which takes a while after a first load. */
  async openDataset(): Promise<void> {
    const dataset = await this.registry.store.datasets.bySlug(this.options.dataset);
    if (!dataset) return;
    await this.registry.store.datasets.open(dataset.id, (step, steps) => {
      if (step === 1 && dataset.rowsHeld > 100_000n) {
        this.io.err(`Building ${steps} indexes over ${count(dataset.rowsHeld)} rows …\n`);
      }
    });
    if (this.#model) await this.#indexVectors(dataset);
    await meetByMeaning(this.registry, dataset.id);
    this.io.out(`${dataset.slug} now holds ${count(dataset.rowsHeld)} rows.\n`);
  }

  async #indexVectors({ id, slug }: Dataset): Promise<void> {
    const { embeddings } = this.registry.store;
    const held = await embeddings.ofDataset(id);
    const most = held.reduce((sum, { vectorsHeld }) => sum + vectorsHeld, 0n);
    if (most > 100_000n) this.io.err(`Indexing ${count(most)} vectors …\n`);
    const built = await embeddings.buildIndexes(id);
    if (built > 0) this.io.out(`${slug}: the vectors are indexed.\n`);
  }
}

function describe(
  name: string,
  { ingestion, resumedAt, unusableVectors, vectorTrouble }: IngestedTable,
): string {
  const { rowsRead, rowsAdded, rowsKnown, rowsRejected, vectorsAdded, rejectedFile } = ingestion;
  const rejected = Object.entries(rowsRejected);
  const total = rejected.reduce((sum, [, rows]) => sum + rows, 0);
  const lines = [
    ...(resumedAt === 0
      ? []
      : [`${name}: went on after row ${count(resumedAt)}, where an earlier run stopped.`]),
    `${name}: ${count(rowsRead)} rows read, ${count(rowsAdded)} added, ` +
      `${count(rowsKnown)} already held, ${count(total)} rejected.`,
    ...rejected.map(
      ([reason, rows]) => `  rejected ${count(rows)}: ${REASONS[reason as RowRejection]} (${reason})`,
    ),
    ...(rejectedFile === undefined ? [] : [`  rejected rows are kept in ${rejectedFile}`]),
    ...(vectorsAdded === 0n ? [] : [`  ${count(vectorsAdded)} vectors added`]),
    ...(vectorTrouble === undefined ? [] : [`  not every picture has a vector: ${vectorTrouble}`]),
    ...(unusableVectors === 0
      ? []
      : [`  ${count(unusableVectors)} rows are held without a vector: theirs is zero or not finite`]),
  ];
  return `${lines.join('\n')}\n`;
}
