import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { canonicalJson } from '../../core/json/canonical-json.js';
import { parseLeaf } from '../../core/log/leaf.js';
import type { NamedRun } from '../../core/log/receipt-leaf.js';
import { publicRun, sourceOf } from '../../core/receipt/named-run.js';
import type { Receipt } from '../../core/receipt/receipt.js';
import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { readEvidence } from '../../verifier/read-evidence.js';
import type { Tell } from '../../verifier/tell.js';
import { MAX_PROOF_LENGTH, parseProof } from '../../verifier/tlog-proof.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { VerifierKey } from '../../verifier/verifier-key.js';
import { verifyProof } from '../../verifier/verify-proof.js';
import { digestFile } from '../check/digest-file.js';
import { EXIT, type CommandIo } from '../io.js';
import { tellOn } from '../verification-output.js';
import { tellAcceptances } from './tell-acceptances.js';
import { vouchedKeys } from './key-list.js';
import { openReceipt } from './receipt-file.js';
import { verifyReceipt } from './verify-receipt.js';

export interface ExamineOptions {
  readonly key?: readonly VerifierKey[];
  readonly keys?: string;
  readonly proof?: string;
  readonly file?: readonly string[];
  /** Acceptances of terms that the receipt should name. */
  readonly accepted?: readonly string[];
}

/** Verifies a receipt and what belongs to it, and prints each step. @returns the exit code */
export async function examineReceipt(io: CommandIo, path: string, options: ExamineOptions): Promise<number> {
  const receipt = await openReceipt(io, path);
  const anchors = options.key ?? [];
  const vouched = options.keys === undefined ? [] : await vouchedKeys(io, options.keys, anchors);
  const keys = anchors.length === 0 ? [] : [...anchors, ...vouched];
  const tell = tellOn(io);
  const isSigned = verifyReceipt(path, receipt, keys, tell);
  await tellFiles(io, path, receipt, options.file ?? [], tell);
  await tellAcceptances(io, { path, receipt, keys }, options.accepted ?? [], tell);
  const proof = options.proof ?? (await proofBeside(io, path));
  if (proof === undefined) tell('Dated', 'by no log: it says itself when it was made');
  else await tellDate(io, proof, receipt, keys, tell);
  if (!isSigned) {
    io.err(
      'Not verified: the receipt is whole, but no key was given, so nobody is shown to have signed the checkpoint. ' +
        'Give the key of the log that you trust with --key.\n',
    );
    return EXIT.noEvidence;
  }
  io.out('Verified: the receipt is whole and bound to a checkpoint that the log signed.\n');
  return EXIT.done;
}

/** That files are among those which the receipt names. */
async function tellFiles(
  io: CommandIo,
  path: string,
  receipt: Receipt,
  files: readonly string[],
  tell: Tell,
): Promise<void> {
  for (const file of files) {
    const digest = await digestFile(resolve(io.cwd, file));
    const input = receipt.files.find((one) => one.input === digest);
    const output = receipt.files.find((one) => one.output === digest);
    if (input === undefined && output === undefined) {
      throw new VerificationFailed(
        'bad-receipt',
        `${path} names no file with the bytes of ${file} (SHA-256 ${digest}).`,
      );
    }
    tell(
      'File',
      `${file} is ${input === undefined ? 'what was kept of ' : ''}${(input ?? output)?.name ?? ''}`,
    );
  }
}

async function proofBeside(io: CommandIo, path: string): Promise<string | undefined> {
  const place = `${path}.tlog-proof`;
  const found = await stat(resolve(io.cwd, place)).catch(() => undefined);
  return found === undefined ? undefined : place;
}

/** That a log holds the digest of the receipt, and since when. */
async function tellDate(
  io: CommandIo,
  path: string,
  receipt: Receipt,
  anchors: readonly VerifierKey[],
  tell: Tell,
): Promise<void> {
  const bytes = await readEvidence(io.cwd, path, MAX_PROOF_LENGTH);
  const proven = verifyProof(bytes, { path, leaf: undefined, anchors, policy: undefined }, () => undefined);
  const { extra } = parseProof(bytes, path);
  const read = extra === undefined ? undefined : parseLeaf(extra);
  const leaf = read?.ok === true && read.leaf.kind === 'receipt' ? read.leaf : undefined;
  if (leaf?.digest !== receiptDigest(receipt, nodeSha256)) {
    throw new VerificationFailed(
      'bad-receipt',
      `${path} proves another leaf than one with the digest of this receipt.`,
    );
  }
  const word = proven.isSigned ? '' : ' (NOT CHECKED, for want of a key)';
  tell('Dated', `${leaf.time}, as leaf ${proven.index} of ${proven.origin}${word}`);
  if (leaf.run !== undefined) tellRun(path, receipt, leaf.run, proven.origin, tell);
}

/** That what the log shows of a run whose builder is named is what the receipt says. */
function tellRun(path: string, receipt: Receipt, { builder, ...run }: NamedRun, origin: string, tell: Tell) {
  const source = sourceOf(receipt, origin);
  if (source === undefined || canonicalJson(publicRun(receipt, source)) !== canonicalJson(run)) {
    throw new VerificationFailed(
      'bad-receipt',
      `${path} proves a leaf that says something else of this run than the receipt does.`,
    );
  }
  tell('Public', `size, uses and counts, and a name behind the commitment ${builder}`);
}
