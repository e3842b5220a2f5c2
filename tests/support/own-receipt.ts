import type { Registry } from '../../src/app/registry.js';
import { encodeBase64 } from '../../src/core/bytes/base64.js';
import type { Answer } from '../../src/core/consent/decision.js';
import { summariseCheck } from '../../src/core/check/summarise-check.js';
import {
  RECEIPT_FORMAT,
  RECEIPT_LIMITS,
  RECEIPT_VERSION,
  type Receipt,
} from '../../src/core/receipt/receipt.js';
import { rootAt } from '../../src/app/log/root-at.js';

/** A receipt of a run over rows that were answered so, as of the last signed tree of a registry. */
export async function ownReceipt(
  { store, log, sha256 }: Registry,
  counted: Partial<Record<Answer, number>> = {},
): Promise<Receipt> {
  const signed = await store.logTree.latest();
  if (signed === undefined) throw new Error('Nothing was signed yet.');
  const at = '2026-11-30T08:59:59.000Z';
  const answers = { ALLOWED: 0, DENIED: 0, CONDITIONAL: 0, UNKNOWN: 0, ...counted };
  const rows = Object.values(answers).reduce((sum, some) => sum + some, 0);
  const kept = answers.ALLOWED + answers.UNKNOWN;
  return {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    summary: summariseCheck({ rows, answers }),
    limits: RECEIPT_LIMITS,
    madeAt: at,
    question: { uses: ['train-ai'], keep: 'not-denied', policy: { version: 1 } },
    rules: { decision: 1, canonicalUrl: 1 },
    sources: [
      {
        origin: log.origin,
        source: 'registry',
        size: signed.size,
        root: encodeBase64(await rootAt(store, signed.size, sha256)),
        from: at,
        to: at,
        checkpoint: signed.note,
      },
    ],
    counts: {
      ...{ rows, kept, dropped: rows - kept, licensed: 0, answers },
      uses: [{ use: 'train-ai', answers, byAssurance: {} }],
      asked: { byAddress: rows, byContent: 0, byNeither: 0 },
    },
    files: [{ name: 'secret-name.parquet', rows, kept, input: '1'.repeat(64) }],
  };
}
