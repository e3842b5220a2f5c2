import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isTableName, formatByName } from '../../tables/table-format.js';
import { UnreadableTable } from '../../tables/unreadable-table.js';
import { findTables, type FoundTable } from '../../tables/find-tables.js';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';
import type { CheckOptions } from './check-options.js';

/** One table of a run, and where its rows go. */
export interface PlannedInput {
  /** As it is named to people. */
  readonly name: string;
  /** What was named on the command line; tables of one are counted as one dataset. */
  readonly dataset: string;
  readonly table: FoundTable;
  /** Where the kept rows are written. */
  readonly output: string | undefined;
  /** That, as it is named to people. */
  readonly outputName: string | undefined;
}

/** What stands for standard input, and for standard output. */
const STREAM = '-';

/** The tables that the command line names, in order, and where each is written. Throws UsageError, UnreadableTable. */
export async function planInputs(
  io: CommandIo,
  files: readonly string[],
  options: CheckOptions,
): Promise<PlannedInput[]> {
  const inputs: { name: string; dataset: string; table: FoundTable }[] = [];
  for (const file of files) {
    const isSpooled = file === options.spooledStdin;
    const isAddress = /^s3:\/\//i.test(file);
    const tables = await findTables(isAddress ? file : resolve(io.cwd, file));
    for (const table of tables) {
      const name = isSpooled ? STREAM : tables.length === 1 ? file : join(file, table.place);
      inputs.push({ name: isAddress ? table.path : name, dataset: isSpooled ? STREAM : file, table });
    }
  }
  await refuseTargets(io, inputs, options);
  await refuseNested(io, inputs, options);
  return inputs.map((input) => ({
    ...input,
    output: outputOf(io, input.table, options),
    outputName: outputNameOf(input.table, options),
  }));
}

function outputOf(io: CommandIo, { place }: FoundTable, { out, outDir }: CheckOptions): string | undefined {
  if (out !== undefined) return resolve(io.cwd, out);
  return outDir === undefined ? undefined : resolve(io.cwd, outDir, place);
}

function outputNameOf(
  { place }: FoundTable,
  { out, outDir, spooledStdout }: CheckOptions,
): string | undefined {
  if (spooledStdout) return STREAM;
  return out ?? (outDir === undefined ? undefined : join(outDir, place));
}

async function refuseTargets(
  io: CommandIo,
  inputs: readonly { readonly name: string; readonly table: FoundTable }[],
  options: CheckOptions,
): Promise<void> {
  const { out, outDir } = options;
  if (out !== undefined && outDir !== undefined) {
    throw new UsageError('--out is for one table and --out-dir for several. Leave one out.');
  }
  if (out !== undefined && inputs.length > 1) {
    throw new UsageError(
      `--out takes one table, and ${inputs.length} are checked. Name a folder with --out-dir.`,
    );
  }
  for (const [option, path] of Object.entries(rowFiles(options))) refuseEnding(option, path);
  if (out === undefined && outDir === undefined) return;
  const [only] = inputs;
  if (out !== undefined && only !== undefined) refuseShardMismatch(only.table, out);
  const sources = new Set(await Promise.all(inputs.map(({ table }) => real(table.path))));
  const targets = new Set<string>();
  for (const { name, table } of inputs) {
    if (table.hasVectors) {
      throw new UsageError(
        `${name} has vectors beside it, one for each row, which would no longer fit. Use --decisions and drop both yourself.`,
      );
    }
    const target = outputOf(io, table, options) ?? '';
    if (sources.has(await real(target))) {
      const option = out === undefined ? '--out-dir' : '--out';
      throw new UsageError(
        `${option} names the input itself. Name another ${out === undefined ? 'folder' : 'file'}.`,
      );
    }
    if (targets.has(target)) {
      throw new UsageError(`Two tables would both be written as ${target}. Check them in two runs.`);
    }
    targets.add(target);
  }
}

/** Options that name a file of rows, by their names on the command line. */
export function rowFiles({
  decisions,
  rejected,
  conditional,
  credits,
  named,
}: CheckOptions): Record<string, string> {
  const paths = {
    '--decisions': decisions,
    '--rejected': rejected,
    '--conditional': conditional,
    '--credits': credits,
    '--named': named,
  };
  return Object.fromEntries(
    Object.entries(paths).flatMap(([name, path]) => (path === undefined ? [] : [[name, path]])),
  );
}

/** What is written into a folder that is checked would be checked by the next run. */
async function refuseNested(
  io: CommandIo,
  inputs: readonly { readonly dataset: string }[],
  { outDir }: CheckOptions,
): Promise<void> {
  if (outDir === undefined) return;
  const target = await real(resolve(io.cwd, outDir));
  for (const dataset of new Set(inputs.map((input) => input.dataset))) {
    const folder = await real(resolve(io.cwd, dataset));
    if (!target.startsWith(`${folder}/`)) continue;
    throw new UsageError(`--out-dir lies in ${dataset}, which is checked. Name a folder beside it.`);
  }
}

function refuseShardMismatch({ path }: FoundTable, out: string): void {
  const [isShard, isToBe] = [path, out].map((name) => /\.tar$/i.test(name));
  if (isShard && isToBe) return;
  if (isShard || isToBe) throw new UsageError('A shard is written as a shard: both names must end in .tar.');
  refuseEnding('--out', out);
}

function refuseEnding(option: string, path: string): void {
  try {
    formatByName(path);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw new UsageError(
      `${option} must end in .parquet, .csv, .tsv, .ndjson or .txt; of text also with .gz or .zst.`,
      { cause: error },
    );
  }
}

/** A path without links in it, also where its last part is not there yet. */
async function real(path: string): Promise<string> {
  if (/^s3:\/\//i.test(path)) return path;
  const known = await realpath(path).catch(() => undefined);
  if (known !== undefined) return known;
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return join(folder, basename(path));
}

/** Whether standard input is among what is to be checked. */
export function readsStdin(files: readonly string[]): boolean {
  return files.includes(STREAM);
}

/** The ending that `--format` promises of standard input. Throws UsageError. */
export function stdinEnding(format: string | undefined): string {
  if (format === undefined) {
    throw new UsageError(
      'What comes by standard input needs --format: csv, tsv, ndjson, txt, parquet, also csv.gz and so on.',
    );
  }
  const ending = `.${format.replace(/^\./, '')}`;
  if (ending === '.tar' || isTableName(`stdin${ending}`)) return ending;
  throw new UsageError(`There is no --format ${format}. There are csv, tsv, ndjson, txt, parquet and tar.`);
}
