import { readBuilderName } from '../../core/receipt/builder-name.js';
import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import type { Receipt, ReceiptSource } from '../../core/receipt/receipt.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { count } from '../count.js';
import { counted } from '../counted.js';
import { EXIT, type CommandIo } from '../io.js';
import { readApiKey } from '../read-api-key.js';
import { UsageError } from '../usage-error.js';
import { dateAt } from './countersign.js';
import { openReceipt } from './receipt-file.js';

export interface NamedOptions {
  readonly registry: string;
  readonly name: string;
  readonly keyFile: string | undefined;
  /** Whether it is to be sent, and not only told. */
  readonly isMeant: true | undefined;
}

/**
 * Tells what becomes public of a run, and sends the receipt whole to a registry, which verifies it, has its log date it and shows the name
 * beside it. Throws UsageError for a name that no registry takes, and where no key is given.
 */
export async function countersignNamed(
  io: CommandIo,
  path: string,
  { registry, name, keyFile, isMeant }: NamedOptions,
): Promise<number> {
  const read = readBuilderName(name);
  if (read.kind === 'refused') throw new UsageError(read.message);
  const receipt = await openReceipt(io, path);
  const digest = receiptDigest(receipt, nodeSha256);
  io.out(whatBecomesPublic(receipt, digest, name));
  if (isMeant === undefined) {
    io.err('Nothing was sent. Give --yes to send it, or leave out --named to send the digest alone.\n');
    return EXIT.usage;
  }
  if (keyFile === undefined) throw new UsageError('Whoever is named needs an API key: give --key-file.');
  const key = await readApiKey(io, keyFile);
  return dateAt(io, path, digest, {
    url: `${registry.replace(/\/+$/, '')}/v1/receipts/named`,
    body: JSON.stringify({ name, receipt }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  });
}

function whatBecomesPublic(receipt: Receipt, digest: string, name: string): string {
  const key = receipt.signer?.split('+')[1];
  const lines: (readonly [what: string, is: string])[] = [
    ['Receipt', `its digest, ${digest}, and when it came`],
    ...(key === undefined ? [] : [['Key', `${key}, which signed it`] as const]),
    ...receipt.sources.map(
      (source) => ['Log', `${sizeOf(source)} of ${source.origin}, if it is that registry's`] as const,
    ),
    ['Uses', receipt.question.uses.join(', ')],
    ['Rows', rowsOf(receipt)],
  ];
  return (
    'Becomes public for good:\n' +
    lines.map(([what, is]) => `  ${what.padEnd(10)}${is}\n`).join('') +
    `Becomes public until you take it back:\n  ${'Name'.padEnd(10)}${name}\n` +
    'Is read once and not kept: the names and digests of files, the policy, and the rest of the receipt.\n'
  );
}

function sizeOf({ size }: ReceiptSource): string {
  return `the first ${counted(size, 'leaf', 'leaves')}`;
}

function rowsOf({ counts: { rows, answers } }: Receipt): string {
  const { ALLOWED, DENIED, CONDITIONAL, UNKNOWN } = answers;
  return (
    `${count(rows)}: ${count(DENIED)} denied, ${count(CONDITIONAL)} only on terms, ` +
    `${count(ALLOWED)} allowed, ${count(UNKNOWN)} unanswered`
  );
}
