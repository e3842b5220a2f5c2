import { createHash } from 'node:crypto';
import type { AnswerBasis, BoundCheckpoint } from '../../app/ports/consent-answers.js';
import {
  RECEIPT_FORMAT,
  RECEIPT_LIMITS,
  RECEIPT_VERSION,
  type ReceiptSource,
  type UnsignedReceipt,
} from '../../core/receipt/receipt.js';
import type { CheckedInput } from '../check/check-files.js';
import type { CheckReport } from '../check/check-report.js';
import { NoCheckpoint } from './no-checkpoint.js';

/** The receipt of a run, unsigned. @param sources what its answers rest on */
export function makeReceipt(
  sources: readonly ReceiptSource[],
  checked: readonly CheckedInput[],
  report: CheckReport,
  licensed: string | undefined,
): UnsignedReceipt {
  const { rows, kept, dropped, asked } = report;
  const rules = report.sources[0];
  const accepted = report.acceptances?.digests ?? [];
  return {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    summary: report.summary,
    limits: RECEIPT_LIMITS,
    madeAt: report.checkedAt,
    question: {
      uses: report.uses.map(({ use }) => use),
      keep: report.keep,
      policy: report.policy,
      ...(licensed === undefined ? {} : { licensed: createHash('sha256').update(licensed).digest('hex') }),
      ...(accepted.length === 0 ? {} : { accepted }),
      ...(report.dropNamed ? { dropNamed: true as const } : {}),
      ...(report.since === undefined ? {} : { since: report.since.receipt }),
    },
    rules: { decision: rules?.rulesVersion ?? 0, canonicalUrl: rules?.canonicalUrlVersion ?? 0 },
    sources,
    counts: {
      rows,
      kept,
      dropped,
      licensed: report.licensed,
      ...(report.accepted === 0 ? {} : { accepted: report.accepted }),
      ...(report.named === 0 ? {} : { named: report.named }),
      ...(Object.keys(report.comparedBy).length === 0 ? {} : { comparedBy: report.comparedBy }),
      answers: report.answers,
      uses: report.uses,
      asked,
    },
    files: checked.map(({ planned, tally, digests }) => ({
      name: planned.name === '-' ? '-' : planned.table.place,
      rows: tally.rows,
      kept: tally.kept,
      input: digests?.input ?? '',
      ...(digests?.output === undefined ? {} : { output: digests.output }),
    })),
  };
}

/** What the answers of a run rest on, bound to signed checkpoints. @throws NoCheckpoint */
export function receiptSources(
  bases: readonly AnswerBasis[],
  checkpoints: readonly (BoundCheckpoint | undefined)[],
): ReceiptSource[] {
  return bases.map(({ origin, source, logSize, moment, manifest }, at) => {
    const bound = checkpoints[at];
    if (bound === undefined) throw new NoCheckpoint(origin);
    return {
      origin,
      source,
      size: Number(logSize),
      root: bound.root,
      from: moment.toISOString(),
      to: moment.toISOString(),
      checkpoint: bound.note,
      ...(bound.consistency === undefined ? {} : { consistency: bound.consistency }),
      ...(manifest === undefined ? {} : { manifest }),
    };
  });
}
