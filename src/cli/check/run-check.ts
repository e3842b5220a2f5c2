import { mkdtemp, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { SampleTools } from '../../app/check/sample-prints.js';
import { Licences } from '../../app/check/licences.js';
import type { BoundCheckpoint, ConsentAnswers, OpenAnswers } from '../../app/ports/consent-answers.js';
import { CaptionNames } from '../../core/check/caption-names.js';
import type { CheckPolicy } from '../../core/check/check-policy.js';
import type { ReceiptSource } from '../../core/receipt/receipt.js';
import { signReceipt } from '../../core/receipt/receipt-bytes.js';
import type { NoteSigner } from '../../core/tlog/sign-note.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { type OpenedAcceptances, openAccepted } from '../terms/open-accepted.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { makeReceipt, receiptSources } from '../receipt/make-receipt.js';
import { writeReceipt } from '../receipt/receipt-file.js';
import { receiptSigner } from '../receipt/receipt-key.js';
import { writeWhole } from '../write-whole.js';
import { type CheckedInput, checkFiles } from './check-files.js';
import { type CheckOptions, questionsOf, readPolicyFile, readText } from './check-options.js';
import { type PlannedInput, planInputs, rowFiles } from './check-plan.js';
import { type CheckReport, checkReport } from './check-report.js';
import { describeReport } from './describe-report.js';
import { readEarlierRun, refuseOtherRun, spansSince } from './earlier-run.js';
import { FinishedInputs, inputId } from './finished-inputs.js';
import { openPinned } from './open-pinned.js';
import { RowOutputs } from './row-outputs.js';

/** Everything that a run needs besides the tables themselves. */
interface PreparedRun {
  readonly policy: CheckPolicy;
  readonly licensed: string | undefined;
  readonly accepted: OpenedAcceptances | undefined;
  readonly inputs: readonly PlannedInput[];
  readonly signer: NoteSigner | undefined;
  readonly finished: FinishedInputs | undefined;
  readonly answers: ConsentAnswers;
  /** Names to look for in captions, where that is asked. */
  readonly names: CaptionNames | undefined;
  readonly since: CheckReport['since'];
  readonly checkpoints: readonly (BoundCheckpoint | undefined)[];
  /** For the receipt, where one is asked for. */
  readonly sources: readonly ReceiptSource[];
}

/** Checks tables and tells what was found. @returns the exit code */
export async function runCheck(
  open: OpenAnswers,
  tools: SampleTools,
  io: CommandIo,
  files: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const run = await prepare(open, io, files, options);
  const { policy, licensed, accepted, inputs, finished, answers, names } = run;
  const temporary =
    finished === undefined ? await mkdtemp(join(spoolFolder(io, options), '.assent-check-')) : undefined;
  try {
    const outputs = new RowOutputs(io, options, answers, finished?.folder ?? temporary ?? '');
    const checked = await checkFiles({
      io,
      answers,
      names,
      tools,
      inputs,
      options,
      policy,
      licences: licensed === undefined ? undefined : new Licences(licensed.split('\n')),
      accepted: accepted?.offers,
      outputs,
      finished,
      needsDigests: options.receipt !== undefined,
    });
    await outputs.finish(inputs.map(({ name }) => inputId(name)));
    await tell(io, options, run, checked);
    return EXIT.done;
  } finally {
    await answers.close?.();
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

/** Whatever can be wrong with the command line, and with the source of answers, is so before anything is written. */
async function prepare(
  open: OpenAnswers,
  io: CommandIo,
  files: readonly string[],
  options: CheckOptions,
): Promise<PreparedRun> {
  const { receipt, outDir, use: uses, keep, dropNamed = false } = options;
  const policy = await readPolicyFile(io, options);
  const licensed =
    options.licensed === undefined ? undefined : await readText(io, options.licensed, '--licensed');
  const inputs = await planInputs(io, files, options);
  const signer = receipt === undefined ? undefined : await receiptSigner(io, options.receiptKey);
  refuseUndigestible(inputs, options);
  const earlier = options.since === undefined ? undefined : await readEarlierRun(io, options.since);
  if (earlier !== undefined) await refuseOtherRun(earlier, { uses, keep, policy, dropNamed }, inputs);
  const finished = outDir === undefined ? undefined : new FinishedInputs(resolve(io.cwd, outDir));
  const settings = settingsOf(options, policy, licensed, await digestsOf(io, options));
  const answers = await openPinned(open, questionsOf(options.use, policy), settings, finished);
  const accepted = await openAccepted(io, options.accepted ?? [], answers);
  const since = earlier && { receipt: earlier.digest, logs: spansSince(earlier, answers.bases) };
  const names = await namesToFind(answers, options);
  const checkpoints = await answers.checkpoints();
  const sources = receipt === undefined ? [] : receiptSources(answers.bases, checkpoints);
  return {
    policy,
    licensed,
    accepted,
    inputs,
    signer,
    finished,
    answers,
    names,
    since,
    checkpoints,
    sources,
  };
}

async function tell(
  io: CommandIo,
  options: CheckOptions,
  { policy, licensed, accepted, signer, answers, since, checkpoints, sources }: PreparedRun,
  checked: readonly CheckedInput[],
): Promise<void> {
  const report = checkReport(checked, answers.bases, checkpoints, {
    keep: options.keep,
    policy,
    dropNamed: options.dropNamed ?? false,
    since,
    acceptances: accepted && { digests: accepted.digests, lapsed: accepted.lapsed },
  });
  if (options.receipt !== undefined) {
    const receipt = makeReceipt(sources, checked, report, licensed);
    const signed = signer === undefined ? receipt : signReceipt(receipt, signer, nodeSha256);
    await writeReceipt(io, options.receipt, signed);
  }
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (options.report !== undefined) await writeWhole(io, options.report, json);
  const text = options.json ? json : describeReport(report);
  if (options.spooledStdout) io.err(text);
  else io.out(text);
}

/** What is on its way to a file of rows lies beside it: it can be larger than the folder for temporary files. */
function spoolFolder(io: CommandIo, options: CheckOptions): string {
  const [first] = Object.values(rowFiles(options));
  return first === undefined ? tmpdir() : dirname(resolve(io.cwd, first));
}

/** A receipt names files by their digests, and an object far away is read only in parts. */
function refuseUndigestible(inputs: readonly PlannedInput[], { receipt, since }: CheckOptions): void {
  const remote = inputs.find(({ table }) => table.size === undefined);
  if ((receipt ?? since) === undefined || remote === undefined) return;
  throw new UsageError(
    `${remote.name} would have to be downloaded whole for a receipt. Download it, and check the file.`,
  );
}

/** Throws UsageError where the source of answers tells no names: nobody found would then mean nothing. */
async function namesToFind(
  { names }: ConsentAnswers,
  { named, dropNamed }: CheckOptions,
): Promise<CaptionNames | undefined> {
  if (named === undefined && dropNamed !== true) return undefined;
  if (names !== undefined) return new CaptionNames(await names());
  throw new UsageError(
    'This source of answers tells no names, so --named and --drop-named would find nobody. Leave out --as-of, or name a snapshot.',
  );
}

/** Of the files of acceptances as they are: what they cover depends on them. */
async function digestsOf(io: CommandIo, { accepted = [] }: CheckOptions): Promise<string[]> {
  const texts = await Promise.all(accepted.map((path) => readText(io, path, '--accepted')));
  return texts.map((text) => createHash('sha256').update(text).digest('hex'));
}

/** What results depend on besides the tables and the answers. */
function settingsOf(
  options: CheckOptions,
  policy: object,
  licensed: string | undefined,
  accepted: readonly string[],
): Record<string, unknown> {
  const { use, keep, urlColumn = null, textColumn = null, captionColumn = null } = options;
  return {
    use: [...use],
    keep,
    urlColumn,
    textColumn,
    captionColumn,
    dropNamed: options.dropNamed === true,
    policy,
    licensed: licensed === undefined ? null : createHash('sha256').update(licensed).digest('hex'),
    accepted: [...accepted],
    files: Object.keys(rowFiles(options)),
    digests: options.receipt !== undefined,
  };
}
