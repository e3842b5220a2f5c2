/**
 * The leaf that dates a receipt: its digest alone, so that the log learns nothing of what was asked, or by whom. Where its builder chose to
 * be named it also says of which answers was asked and what they were, and commits to the name.
 */
import { ANSWERS, type Answer } from '../consent/decision.js';
import { USES, type Use } from '../consent/use.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { KEY_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export interface ReceiptLeaf extends LeafHeader<'receipt'> {
  /** SHA-256 of the receipt's bytes. */
  readonly digest: string;
  /** C2SP key ID of the key that signed the receipt, if its holder wants it known. */
  readonly signer?: string;
  /** Of a builder who chose to be named. */
  readonly run?: NamedRun;
}

/** A run as its builder's receipt states it; the log checked that the tree is its own, and nobody can check the counts without the files. */
export interface NamedRun {
  /** Salted commitment to the name, whose opening can be deleted. */
  readonly builder: string;
  /** How many leaves of this log the answers rest on. */
  readonly size: number;
  /** Sorted. */
  readonly uses: readonly Use[];
  /** Rows by what was answered to them; all of them together are the rows that were checked. */
  readonly answers: Readonly<Record<Answer, number>>;
}

export type ReceiptDraft = Omit<ReceiptLeaf, 'v' | 'kind'>;

const A_USE = { pattern: new RegExp(`^(?:${USES.join('|')})$`), description: `one of: ${USES.join(', ')}` };

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildReceiptLeaf(draft: ReceiptDraft): ReceiptLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'receipt' }, '', readReceiptLeaf);
}

/** Reads the members of a receipt leaf. Throws `FieldError`. */
export function readReceiptLeaf(fields: FieldReader): ReceiptLeaf {
  return {
    ...readLeafHeader(fields, ['receipt']),
    digest: fields.text('digest', SHA256_HEX),
    ...(fields.has('signer') ? { signer: fields.text('signer', KEY_ID) } : {}),
    ...(fields.has('run') ? { run: FieldReader.object(fields.value('run'), fields.at('run'), readRun) } : {}),
  };
}

function readRun(fields: FieldReader): NamedRun {
  return {
    builder: fields.text('builder', SHA256_HEX),
    size: fields.count('size'),
    uses: readUses(fields),
    answers: FieldReader.object(fields.value('answers'), fields.at('answers'), readAnswers),
  };
}

function readUses(fields: FieldReader): Use[] {
  const uses = fields.set('uses', A_USE);
  if (uses.length > 0) return uses as Use[];
  throw new FieldError(
    'wrong-value',
    fields.at('uses'),
    `"${fields.at('uses')}" must name at least one use.`,
  );
}

function readAnswers(fields: FieldReader): Record<Answer, number> {
  const counts = ANSWERS.map((answer) => [answer, fields.whole(answer, 0, Number.MAX_SAFE_INTEGER)] as const);
  return Object.fromEntries(counts) as Record<Answer, number>;
}
