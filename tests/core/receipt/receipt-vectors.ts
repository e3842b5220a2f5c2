import { readFileSync } from 'node:fs';
import type { Receipt } from '../../../src/core/receipt/receipt.js';

/** The language-neutral vectors for receipts, as other implementations read them. */
export interface ReceiptVectors {
  /** By which the log signed the checkpoints. */
  readonly key: string;
  readonly receipts: readonly ReceiptVector[];
  readonly merged: ReceiptVector & { readonly of: readonly number[] };
  readonly refused: readonly {
    readonly reason: string;
    readonly text: string;
    readonly code: string;
    readonly path: string;
  }[];
}

export interface ReceiptVector {
  readonly reason: string;
  readonly receipt: Receipt;
  readonly digest: string;
}

const FILE = new URL('../../../schema/vectors/receipt.v1.json', import.meta.url);

export const RECEIPT_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as ReceiptVectors;
