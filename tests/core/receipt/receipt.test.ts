import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { mergeReceipts, ReceiptsDiffer } from '../../../src/core/receipt/merge-receipts.js';
import { readReceipt } from '../../../src/core/receipt/read-receipt.js';
import type { Receipt } from '../../../src/core/receipt/receipt.js';
import { isSignedAsItSays, receiptBytes, receiptDigest } from '../../../src/core/receipt/receipt-bytes.js';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { JsonSchema } from '../log/json-schema.js';
import { RECEIPT_VECTORS } from './receipt-vectors.js';

const { receipts, merged, refused } = RECEIPT_VECTORS;
const schemaOf = (name: string) => {
  const file = new URL(`../../../schema/${name}`, import.meta.url);
  return new JsonSchema(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
};
const schema = schemaOf('receipt.v1.json');
const policySchema = schemaOf('check-policy.v1.json');

/** What the schema's description says it leaves to the reader. */
const BEYOND_THE_SCHEMA = ['/counts/dropped', '/summary', '/counts/licensed', '/counts/named', ''];

describe('receipt vectors', () => {
  it.each([...receipts, merged].map((vector) => [vector.reason, vector] as const))(
    '%s: has these bytes and this digest, and fits the schema',
    (_reason, { receipt, digest }) => {
      const bytes = receiptBytes(receipt);
      expect(readReceipt(bytes)).toEqual(receipt);
      expect(receiptDigest(receipt, nodeSha256)).toBe(digest);
      expect(schema.accepts(receipt)).toBe(true);
      expect(policySchema.accepts(receipt.question.policy)).toBe(true);
    },
  );

  it.each(refused)('refuses $reason', ({ text, code, path }) => {
    expect(() => readReceipt(Buffer.from(text))).toThrow(expect.objectContaining({ code, path }));
    const isParsed = path !== '/version' && path !== '/rules/a';
    expect(schema.accepts(JSON.parse(text))).toBe(isParsed && BEYOND_THE_SCHEMA.includes(path));
  });

  it('are folded into the one that stands there, in whatever order', () => {
    const parts = merged.of.map((at) => receipts[at]?.receipt).filter((receipt) => receipt !== undefined);
    expect(mergeReceipts(parts, nodeSha256)).toEqual(merged.receipt);
    expect(mergeReceipts(parts.toReversed(), nodeSha256)).toEqual(merged.receipt);
  });
});

describe('a receipt', () => {
  const signed = receipts[1]?.receipt as Receipt;

  it('is signed over everything in it, the name of its key included', () => {
    expect(isSignedAsItSays(signed, verifyEd25519, nodeSha256)).toBe(true);
    expect(isSignedAsItSays(receipts[0]?.receipt as Receipt, verifyEd25519, nodeSha256)).toBeUndefined();
    for (const change of [
      { madeAt: '2026-11-30T09:00:00.001Z' },
      { signer: `${signed.signer?.slice(0, -1) ?? ''}A` },
    ]) {
      expect(isSignedAsItSays({ ...signed, ...change }, verifyEd25519, nodeSha256)).toBe(false);
    }
  });

  it('is read again from its own bytes alone: with any byte changed it is another or none', () => {
    const bytes = receiptBytes(signed);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ change : byte));
        const read = readOrNothing(damaged);
        expect(read === undefined || isSignedAsItSays(read, verifyEd25519, nodeSha256) === false).toBe(true);
      }),
    );
  });

  it.each<[what: string, change: (receipt: Receipt) => Receipt]>([
    ['rules', (one) => ({ ...one, rules: { ...one.rules, decision: 2 } })],
    ['uses', (one) => ({ ...one, question: { ...one.question, uses: ['search'] } })],
    ['what is kept', (one) => ({ ...one, question: { ...one.question, keep: 'allowed' } })],
    ['log size', (one) => ({ ...one, sources: one.sources.map((source) => ({ ...source, size: 4 })) })],
  ])('is not folded with one of other %s', (_what, change) => {
    const [first, second] = receipts.map(({ receipt }) => receipt);
    if (first === undefined || second === undefined) throw new Error('Vectors are missing.');
    expect(() => mergeReceipts([first, change(second)], nodeSha256)).toThrow(ReceiptsDiffer);
    expect(() => mergeReceipts([first, first], nodeSha256)).toThrow('would count twice');
  });
});

function readOrNothing(bytes: Uint8Array): Receipt | undefined {
  try {
    return readReceipt(bytes);
  } catch {
    return undefined;
  }
}
