import type { Command } from 'commander';
import { mergeReceipts, ReceiptsDiffer } from '../../core/receipt/merge-receipts.js';
import { signReceipt } from '../../core/receipt/receipt-bytes.js';
import { formatVerifierKey } from '../../core/tlog/verifier-key.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import type { CommandSetting } from '../command-setting.js';
import { counted } from '../counted.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { countersign } from '../receipt/countersign.js';
import { countersignNamed } from '../receipt/countersign-named.js';
import { examineReceipt } from '../receipt/examine-receipt.js';
import { makeReceiptKey, receiptSigner, RECEIPT_KEY } from '../receipt/receipt-key.js';
import { openReceipt, writeReceipt } from '../receipt/receipt-file.js';
import { receiptPage } from '../receipt/receipt-page.js';
import { keyOption } from '../verification-output.js';
import { writeWhole } from '../write-whole.js';

export function addReceipt(program: Command, { io, ended }: CommandSetting): void {
  const receipt = program.command('receipt').description('Works on the receipts that checks leave.');
  const act = (work: () => Promise<number>) => work().then(ended);
  receipt
    .command('verify')
    .summary('check a receipt, step by step and without a network')
    .description(
      'Checks that a receipt is whole, that its numbers fit together, and that the answers it names are bound to a checkpoint ' +
        'that the log signed. Ends with 0 when all of it holds, and with 3 when something does not or no key was given.',
    )
    .argument('<file>', 'receipt')
    .addOption(keyOption('key that you trust to sign for the log'))
    .option(
      '--keys <file>',
      "the log's own list of its keys (/log/keys.json), for a receipt older than the key you trust",
    )
    .option('--proof <file>', 'proof that a log dated the receipt; by default the .tlog-proof beside it')
    .option('--accepted <file...>', 'acceptances of terms that the receipt should name: they are verified')
    .option('--file <file...>', 'files that the receipt should name: their digests are compared')
    .action((file: string, options: VerifyOptions) => act(() => examineReceipt(io, file, options)));
  receipt
    .command('merge')
    .summary('fold the receipts of the parts of one run into one')
    .argument('<file...>', 'receipts that asked the same of the same answers')
    .requiredOption('--out <file>', 'write the receipt of the whole')
    .option('--receipt-key <file>', `your key, to sign it; by default ${RECEIPT_KEY} if it is there`)
    .action((files: string[], options: MergeOptions) => act(() => merge(io, files, options)));
  receipt
    .command('countersign')
    .summary('have a log date a receipt: only its digest is sent')
    .description(
      'Has the log of a registry date a receipt, by its digest alone. With --named the receipt is sent whole, and the page that says who ' +
        'asks shows your name, the size of the log, the uses and the counts: what becomes public is printed first, and only --yes sends it.',
    )
    .argument('<file>', 'receipt')
    .requiredOption('--registry <url>', 'address of the registry')
    .option(
      '--named <name>',
      'be shown as who asked: a domain that your account has proved, or a name in words',
    )
    .option(
      '--key-file <file>',
      'with --named: file that holds an API key of that registry with the scope DECLARE',
    )
    .option('--yes', 'with --named: send it')
    .action((file: string, options: CountersignOptions) => act(() => dated(io, file, options)));
  receipt
    .command('page')
    .summary('make a page of a receipt to print')
    .argument('<file>', 'receipt')
    .requiredOption('--out <file>', 'write the page, .html')
    .action((file: string, { out }: { out: string }) => act(() => page(io, file, out)));
  receipt
    .command('key')
    .summary('make a key of your own that signs your receipts')
    .requiredOption('--name <name>', 'what the key is called: a name of yours, such as example.org/receipts')
    .option('--out <file>', 'where it is kept', RECEIPT_KEY)
    .action((options: { name: string; out: string }) => act(() => key(io, options)));
}

interface VerifyOptions {
  readonly key?: readonly VerifierKey[];
  readonly keys?: string;
  readonly proof?: string;
  readonly file?: readonly string[];
  readonly accepted?: readonly string[];
}

interface CountersignOptions {
  readonly registry: string;
  readonly named?: string;
  readonly keyFile?: string;
  readonly yes?: true;
}

interface MergeOptions {
  readonly out: string;
  readonly receiptKey?: string;
}

function dated(
  io: CommandIo,
  file: string,
  { registry, named, keyFile, yes }: CountersignOptions,
): Promise<number> {
  if (named !== undefined)
    return countersignNamed(io, file, { registry, name: named, keyFile, isMeant: yes });
  if (keyFile === undefined && yes === undefined) return countersign(io, file, registry);
  throw new UsageError('--key-file and --yes go with --named: without a name nobody is asked who you are.');
}

async function merge(
  io: CommandIo,
  files: readonly string[],
  { out, receiptKey }: MergeOptions,
): Promise<number> {
  const receipts = [];
  for (const file of files) receipts.push(await openReceipt(io, file));
  const signer = await receiptSigner(io, receiptKey);
  const merged = mergedOrRefused(receipts);
  await writeReceipt(io, out, signer === undefined ? merged : signReceipt(merged, signer, nodeSha256));
  io.out(`${merged.summary}\n${counted(files.length, 'receipt', 'receipts')} folded into ${out}.\n`);
  return EXIT.done;
}

function mergedOrRefused(receipts: Parameters<typeof mergeReceipts>[0]) {
  try {
    return mergeReceipts(receipts, nodeSha256);
  } catch (error) {
    if (error instanceof ReceiptsDiffer) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function page(io: CommandIo, file: string, out: string): Promise<number> {
  await writeWhole(io, out, receiptPage(await openReceipt(io, file)));
  io.out(`The page is ${out}.\n`);
  return EXIT.done;
}

async function key(io: CommandIo, { name, out }: { name: string; out: string }): Promise<number> {
  const signer = await makeReceiptKey(io, out, name);
  if (signer === undefined) throw new UsageError(`${out} holds no key. Name another file.`);
  io.out(
    `${formatVerifierKey(signer.key)}\nsigns your receipts; the private key is in ${out}, for nobody else to read. ` +
      'Publish the line above where people know it is yours.\n',
  );
  return EXIT.done;
}
