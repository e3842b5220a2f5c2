/** Folds the receipts of the parts of one run into one. */
import { addCounts } from './add-counts.js';
import { summariseCheck } from '../check/summarise-check.js';
import { canonicalJson } from '../json/canonical-json.js';
import type { Sha256 } from '../log/sha256.js';
import { receiptDigest } from './receipt-bytes.js';
import type { Receipt, ReceiptSource, UnsignedReceipt } from './receipt.js';

/** Receipts that are not parts of one run. */
export class ReceiptsDiffer extends Error {
  override readonly name = 'ReceiptsDiffer';
}

/** Throws {@link ReceiptsDiffer} unless all asked the same of the same answers, each about other files. */
export function mergeReceipts(receipts: readonly Receipt[], sha256: Sha256): UnsignedReceipt {
  const [first, ...rest] = receipts;
  if (first === undefined) throw new ReceiptsDiffer('There is no receipt to fold.');
  for (const other of rest) refuseOther(first, other);
  const files = receipts.flatMap((receipt) => receipt.files);
  const seen = new Set<string>();
  const twice = files.find((file) => seen.size === seen.add(fileKey(file)).size);
  if (twice !== undefined)
    throw new ReceiptsDiffer(`${twice.name} is in two of the receipts and would count twice.`);
  const counts = receipts.map((receipt) => receipt.counts).reduce(addCounts);
  return {
    format: first.format,
    version: first.version,
    summary: summariseCheck(counts),
    limits: first.limits,
    madeAt: receipts.map(({ madeAt }) => madeAt).reduce((a, b) => (a > b ? a : b)),
    question: first.question,
    rules: first.rules,
    sources: first.sources.map((source, at) => widen(source, receipts, at)),
    counts,
    files: [...files].sort((a, b) => (fileKey(a) < fileKey(b) ? -1 : 1)),
    parts: [...new Set(receipts.map((receipt) => receiptDigest(receipt, sha256)))].sort(),
  };
}

function refuseOther(a: Receipt, b: Receipt): void {
  const compared: readonly (readonly [what: string, of: (receipt: Receipt) => unknown])[] = [
    ['versions of the rules', ({ rules }) => rules],
    ['questions: uses, policy or what is kept', ({ question }) => question],
    ['answers: registry, log size or snapshot', ({ sources }) => sources.map(answersOf)],
  ];
  const differing = compared.find(([, of]) => canonicalJson(of(a)) !== canonicalJson(of(b)));
  if (differing !== undefined) {
    throw new ReceiptsDiffer(
      `The receipts are not parts of one run: they rest on different ${differing[0]}. One run pins one version.`,
    );
  }
}

function answersOf({ origin, source, size, root, manifest }: ReceiptSource) {
  return { origin, source, size, root, manifest: manifest ?? null };
}

function widen(source: ReceiptSource, receipts: readonly Receipt[], at: number): ReceiptSource {
  const all = receipts.flatMap(({ sources }) => sources[at] ?? []);
  const from = all.map((one) => one.from).reduce((a, b) => (a < b ? a : b));
  const to = all.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
  return { ...source, from, to };
}

function fileKey({ name, input }: Receipt['files'][number]): string {
  return `${name} ${input}`;
}
