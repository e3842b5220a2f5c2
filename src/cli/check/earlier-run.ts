import type { AnswerBasis } from '../../app/ports/consent-answers.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import type { Receipt, ReceiptQuestion } from '../../core/receipt/receipt.js';
import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { UsageError } from '../usage-error.js';
import type { CommandIo } from '../io.js';
import { openReceipt } from '../receipt/receipt-file.js';
import type { PlannedInput } from './check-plan.js';
import { digestFile } from './digest-file.js';
import { NotLater } from './not-later.js';

/** The run that a dataset was filtered by, and what this one brings up to date. */
export interface EarlierRun {
  readonly receipt: Receipt;
  /** SHA-256 of the receipt, in lower-case hexadecimal. */
  readonly digest: string;
}

/** From which size of a log to which one a filtered dataset is brought. */
export interface Span {
  readonly origin: string;
  readonly from: number;
  readonly to: number;
}

export async function readEarlierRun(io: CommandIo, path: string): Promise<EarlierRun> {
  const receipt = await openReceipt(io, path);
  return { receipt, digest: receiptDigest(receipt, nodeSha256) };
}

/** Throws UsageError unless this run asks what the earlier one did, about files that it names. */
export async function refuseOtherRun(
  { receipt }: EarlierRun,
  question: Pick<ReceiptQuestion, 'uses' | 'keep' | 'policy'> & { readonly dropNamed: boolean },
  inputs: readonly PlannedInput[],
): Promise<void> {
  const compared = [
    ['--use', question.uses, receipt.question.uses],
    ['--keep', question.keep, receipt.question.keep],
    ['--policy', question.policy, receipt.question.policy],
    ['--drop-named', question.dropNamed, receipt.question.dropNamed === true],
  ] as const;
  const other = compared.find(([, now, then]) => canonicalJson(now) !== canonicalJson(then));
  if (other !== undefined) {
    throw new UsageError(
      `The receipt of --since was made with another ${other[0]}: ${canonicalJson(other[2])}. Ask the same, or check anew without --since.`,
    );
  }
  const known = new Set(receipt.files.flatMap(({ input, output }) => [input, output]));
  for (const { name, table } of inputs) {
    if (known.has(await digestFile(table.path))) continue;
    throw new UsageError(
      `The receipt of --since names no file with the bytes of ${name}. Check it anew, without --since.`,
    );
  }
}

/** Throws {@link NotLater} unless every log that was asked then is asked again, as of the same size or a later one. */
export function spansSince({ receipt }: EarlierRun, bases: readonly AnswerBasis[]): Span[] {
  return receipt.sources.map(({ origin, size }) => {
    const basis = bases.find((one) => one.origin === origin);
    if (basis === undefined) {
      throw new NotLater(`The receipt of --since rests on ${origin}, which is not asked here. Name it too.`);
    }
    if (basis.logSize < BigInt(size)) {
      throw new NotLater(
        `The receipt of --since rests on ${size} leaves of ${origin}, and the answers here on ${basis.logSize}: these are older. ` +
          'Fetch a newer snapshot.',
      );
    }
    return { origin, from: size, to: Number(basis.logSize) };
  });
}
