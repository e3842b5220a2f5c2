import { receiptDigest } from '../../core/receipt/receipt-bytes.js';
import { FetchRefused } from '../../fetch/fetch-refused.js';
import { nodeSha256 } from '../../log-key/node-sha256.js';
import { MAX_PROOF_LENGTH } from '../../verifier/tlog-proof.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { ReceiptNotDated } from './receipt-not-dated.js';
import { writeWhole } from '../write-whole.js';
import { openReceipt } from './receipt-file.js';

const LONGEST_REFUSAL = 300;

/** Sends the digest of a receipt to a registry, whose log dates it, and keeps the proof beside the receipt. */
export async function countersign(io: CommandIo, path: string, registry: string): Promise<number> {
  const receipt = await openReceipt(io, path);
  const keyId = receipt.signer?.split('+')[1];
  const digest = receiptDigest(receipt, nodeSha256);
  const body = JSON.stringify({ digest, ...(keyId === undefined ? {} : { signer: keyId }) });
  return dateAt(io, path, digest, { url: `${registry.replace(/\/+$/, '')}/v1/receipts`, body });
}

/** What has a log date a receipt. */
export interface Dating {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends it, keeps the proof beside the receipt and says so. */
export async function dateAt(io: CommandIo, path: string, digest: string, dating: Dating): Promise<number> {
  const proof = await post(io, dating);
  const place = `${path}.tlog-proof`;
  await writeWhole(io, place, proof);
  io.out(`${digest}\nis in the log: ${place} proves it. "assent receipt verify ${path}" says since when.\n`);
  return EXIT.done;
}

async function post(io: CommandIo, { url, body, headers }: Dating): Promise<Uint8Array> {
  // Loaded only now: nothing else that is done with receipts needs an HTTP client.
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const fetcher = createOperatorFetch({ userAgent: 'Assent-receipt/1' });
  try {
    const answer = await fetcher.post(url, Buffer.from(body), MAX_PROOF_LENGTH, io.signal, headers);
    if (answer.status === 201) return answer.body;
    const said = plainText(Buffer.from(answer.body).toString('utf8')).slice(0, LONGEST_REFUSAL);
    throw new ReceiptNotDated(`${url} did not take the receipt (${answer.status}). ${said}`);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    throw new ReceiptNotDated(`The registry cannot be reached. ${error.message}`, { cause: error });
  } finally {
    await fetcher.close();
  }
}
