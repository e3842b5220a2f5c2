import { describe, expect, it } from '@jest/globals';
import { encodeUtf8 } from '../../../src/core/bytes/utf8.js';
import { receiptBytes } from '../../../src/core/receipt/receipt-bytes.js';
import { openReceipt } from '../../../src/web/verification/open-receipt.js';
import { RECEIPT_VECTORS } from '../../core/receipt/receipt-vectors.js';

const KEY = RECEIPT_VECTORS.key;
const receipt = RECEIPT_VECTORS.merged.receipt;

function sourcesOf(opened: ReturnType<typeof openReceipt>): unknown[] {
  if (opened.kind !== 'read') throw new Error(opened.detail);
  return opened.sources.map(([, { kind }]) => kind);
}

describe('a receipt that is opened in the browser', () => {
  it.each(RECEIPT_VECTORS.receipts)(
    'holds as far as its own bytes go: $reason',
    ({ receipt: one, digest }) => {
      const opened = openReceipt(receiptBytes(one), [KEY]);
      expect(opened).toMatchObject({ kind: 'read', receipt: one, digest });
      expect(sourcesOf(opened)).toEqual(one.sources.map(() => 'signed'));
    },
  );

  it.each(RECEIPT_VECTORS.refused)('is not read at all: $reason', ({ text }) => {
    expect(openReceipt(encodeUtf8(text), [KEY])).toMatchObject({ kind: 'unreadable' });
  });

  it('shows nothing without a key of the log, or with what is none', () => {
    expect(sourcesOf(openReceipt(receiptBytes(receipt), []))).toEqual(['no-key']);
    expect(sourcesOf(openReceipt(receiptBytes(receipt), ['log.example/log']))).toEqual(['no-key']);
  });

  it('is broken where the answers are said to rest on another log or another tree', () => {
    const [source] = receipt.sources;
    if (source === undefined) throw new Error('The vector has no source.');
    for (const other of [
      { origin: 'other.example/log' },
      { root: 'CAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg=' },
    ]) {
      const changed = { ...receipt, sources: [{ ...source, ...other }] };
      expect(sourcesOf(openReceipt(receiptBytes(changed), [KEY]))).toEqual(['broken']);
    }
  });

  it('is not signed by its builder once a word of it is another', () => {
    const signed = RECEIPT_VECTORS.receipts.find((one) => one.receipt.signature !== undefined)?.receipt;
    if (signed === undefined) throw new Error('No vector is signed.');
    expect(openReceipt(receiptBytes(signed), [])).toMatchObject({ isSigned: true });
    const later = { ...signed, madeAt: '2027-01-01T00:00:00.000Z' };
    expect(openReceipt(receiptBytes(later), [])).toMatchObject({ isSigned: false });
  });
});
