import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { askedColumns, type AskedColumns } from '../../app/check/asked-columns.js';
import { checkTable } from '../../app/check/check-table.js';
import type { CheckTally } from '../../app/check/check-tally.js';
import type { SampleTools } from '../../app/check/sample-prints.js';
import type { Licences } from '../../app/check/licences.js';
import type { ConsentAnswers } from '../../app/ports/consent-answers.js';
import type { CopyableTable } from '../../app/ports/tables.js';
import type { AcceptedOffers } from '../../core/acceptance/accepted-offers.js';
import type { CaptionNames } from '../../core/check/caption-names.js';
import type { CheckPolicy } from '../../core/check/check-policy.js';
import { formatByName, isTableName } from '../../tables/table-format.js';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';
import { startProgress } from '../progress.js';
import type { CheckOptions } from './check-options.js';
import type { PlannedInput } from './check-plan.js';
import { digestFile } from './digest-file.js';
import { type FinishedInput, type FinishedInputs, identityOf, inputId } from './finished-inputs.js';
import type { RowOutputs } from './row-outputs.js';

/** A table that was checked, in this run or in one that it goes on with. */
export interface CheckedInput {
  readonly planned: PlannedInput;
  readonly tally: CheckTally;
  readonly digests: FinishedInput['digests'];
  /** Whether an earlier run had checked it. */
  readonly wasFinished: boolean;
}

export interface CheckFilesInput {
  readonly io: CommandIo;
  readonly answers: ConsentAnswers;
  /** Names to look for in captions; undefined where that was not asked. */
  readonly names: CaptionNames | undefined;
  /** With what the files of shards are looked at. */
  readonly tools: SampleTools;
  readonly inputs: readonly PlannedInput[];
  readonly options: CheckOptions;
  readonly policy: CheckPolicy;
  readonly licences: Licences | undefined;
  readonly accepted: AcceptedOffers | undefined;
  readonly outputs: RowOutputs;
  /** Where what is done is kept; undefined: a run that is cut short begins anew. */
  readonly finished: FinishedInputs | undefined;
  readonly needsDigests: boolean;
}

/** Checks the tables of a run one after the other, and writes each again. */
export async function checkFiles(run: CheckFilesInput): Promise<CheckedInput[]> {
  const sizes = run.inputs.map(({ table }) => table.size ?? 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const checked: CheckedInput[] = [];
  let done = 0;
  for (const [at, planned] of run.inputs.entries()) {
    const isOnly = run.inputs.length === 1;
    const size = sizes[at] ?? 0;
    const before = done;
    const progress = startProgress(run.io, isOnly ? planned.name : `${at + 1} of ${run.inputs.length}`);
    const show = (rows: number, of: number) => {
      if (isOnly) progress.show(rows, of, 'rows');
      else progress.show(Math.round(before + (size * rows) / Math.max(1, of)), total, 'bytes');
    };
    try {
      checked.push(await checkOne(run, planned, show));
    } finally {
      progress.finish();
    }
    done += size;
  }
  return checked;
}

async function checkOne(
  run: CheckFilesInput,
  planned: PlannedInput,
  show: (rows: number, of: number) => void,
): Promise<CheckedInput> {
  const source = await planned.table.open();
  try {
    const id = inputId(planned.name);
    const identity = Buffer.from(source.identity ?? []).toString('hex');
    const earlier = await run.finished?.find(id, identity, planned.output);
    if (earlier !== undefined) {
      return { planned, tally: earlier.tally, digests: earlier.digests, wasFinished: true };
    }
    const finished = { identity, ...(await checkSource(run, planned, source, id, show)) };
    await run.finished?.add(id, finished);
    return { planned, tally: finished.tally, digests: finished.digests, wasFinished: false };
  } finally {
    await source.close();
  }
}

async function checkSource(
  run: CheckFilesInput,
  { name, table, output }: PlannedInput,
  source: CopyableTable,
  id: string,
  show: (rows: number, of: number) => void,
): Promise<Omit<FinishedInput, 'identity'>> {
  const { io, answers, tools, options, policy, licences, accepted } = run;
  const columns = await askedColumns(source, {
    url: options.urlColumn,
    text: options.textColumn,
    caption: run.names === undefined ? undefined : (options.captionColumn ?? true),
  });
  refuseUnrecognised(answers, columns);
  refuseLostColumns(source, output);
  const rows = await run.outputs.open(name, id);
  const { kept, tally } = await checkTable({
    answers,
    tools,
    source,
    columns,
    keep: options.keep,
    policy,
    licences,
    accepted,
    names: run.names,
    dropNamed: options.dropNamed,
    onRows: rows && ((told) => rows.add(told)),
    signal: io.signal,
    onProgress: (done) => {
      show(done, source.rowCount);
    },
  });
  await rows?.close();
  if (output !== undefined) {
    await mkdir(dirname(output), { recursive: true });
    await source.copyRows(kept, output);
  }
  const digest = run.needsDigests ? await digestFile(table.path) : undefined;
  // What was answered, written and digested must be one and the same file.
  await table.assertUnchanged().catch(async (error: unknown) => {
    if (output !== undefined) await rm(output, { force: true });
    throw error;
  });
  return {
    tally,
    output: output === undefined ? undefined : await identityOf(output),
    digests:
      digest === undefined
        ? undefined
        : { input: digest, output: output === undefined ? undefined : await digestFile(output) },
  };
}

/** A line of a text file is one cell: what else a row holds would be lost. */
function refuseLostColumns({ columns }: CopyableTable, output: string | undefined): void {
  if (columns.length < 2 || output === undefined || !isTableName(output) || formatByName(output) !== 'txt')
    return;
  throw new UsageError(
    `A .txt holds an address a line, and the table has ${columns.length} columns. Write .csv, .ndjson or .parquet.`,
  );
}

/** What cannot be recognised would be answered as if nobody had said anything about it. */
function refuseUnrecognised({ recognises }: ConsentAnswers, { text }: AskedColumns): void {
  if (text !== undefined && !recognises.has('iscc-text')) {
    throw new UsageError(
      'This source of answers does not recognise texts, so --text-column would find nothing. Leave it out.',
    );
  }
}
