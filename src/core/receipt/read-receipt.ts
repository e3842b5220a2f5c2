/** Reads receipts strictly: every member known, every number fitting the others. */
import type { AnswerCounts, UseCounts } from '../check/answer-counts.js';
import { readCheckPolicy } from '../check/check-policy.js';
import { KEEPS } from '../check/row-fate.js';
import { summariseCheck } from '../check/summarise-check.js';
import { ASSURANCES } from '../consent/assurance.js';
import { ANSWERS, type Answer } from '../consent/decision.js';
import { USES } from '../consent/use.js';
import { RECOGNISED_BY } from '../replay/subject-name.js';
import { canonicalJson } from '../json/canonical-json.js';
import { FieldError, FieldReader } from '../json/field-reader.js';
import { parseStrictJson } from '../json/parse-strict-json.js';
import { ED25519_SIGNATURE, ORIGIN, SHA256_HEX, VKEY } from '../log/leaf-forms.js';
import {
  RECEIPT_FORMAT,
  RECEIPT_LIMITS,
  RECEIPT_VERSION,
  type Receipt,
  type ReceiptCounts,
  type ReceiptFile,
  type ReceiptQuestion,
  type ReceiptSource,
} from './receipt.js';

const HASH = { pattern: /^[A-Za-z0-9+/]{43}=$/, description: '32 bytes in base64' };
const LONGEST_NAME = 4_096;
const LONGEST_NOTE = 65_536;
const MOST = Number.MAX_SAFE_INTEGER;

/** Reads a receipt from its bytes, which must be canonical. Throws `FieldError` that says what is wrong. */
export function readReceipt(bytes: Uint8Array): Receipt {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const parsed = parseStrictJson(text);
  if (!parsed.ok)
    throw new FieldError('wrong-value', '', `It is no JSON of a receipt. ${parsed.problem.message}`);
  const receipt = readReceiptValue(parsed.value);
  if (canonicalJson(parsed.value) !== text) {
    throw new FieldError(
      'wrong-value',
      '',
      'Its bytes are not the canonical ones of RFC 8785: it was written again.',
    );
  }
  return receipt;
}

/** Reads a receipt from its JSON, as a part of something else. Throws `FieldError`. */
export function readReceiptValue(value: unknown): Receipt {
  const receipt = FieldReader.object(value, '', readMembers);
  checkSums(receipt);
  return receipt;
}

function readMembers(fields: FieldReader): Receipt {
  fields.choice('format', [RECEIPT_FORMAT]);
  const version = fields.count('version');
  if (version !== RECEIPT_VERSION) {
    const message = `Version ${version} of receipts is not known here: update this release.`;
    throw new FieldError('unsupported-version', '/version', message);
  }
  return {
    format: RECEIPT_FORMAT,
    version: RECEIPT_VERSION,
    summary: fields.text('summary', { maximum: 500 }),
    limits: fields.choice('limits', [RECEIPT_LIMITS]),
    madeAt: fields.instant('madeAt'),
    question: FieldReader.object(fields.value('question'), '/question', readQuestion),
    rules: FieldReader.object(fields.value('rules'), '/rules', (rules) => ({
      decision: rules.count('decision'),
      canonicalUrl: rules.count('canonicalUrl'),
    })),
    sources: list(fields, 'sources', readSource),
    counts: FieldReader.object(fields.value('counts'), '/counts', readCounts),
    files: list(fields, 'files', readFile),
    ...(fields.has('parts') ? { parts: fields.set('parts', SHA256_HEX) } : {}),
    ...(fields.has('signer') || fields.has('signature')
      ? { signer: fields.text('signer', VKEY), signature: fields.text('signature', ED25519_SIGNATURE) }
      : {}),
  };
}

function readQuestion(fields: FieldReader): ReceiptQuestion {
  return {
    uses: items(fields, 'uses').map((use, at) => oneOf(use, USES, `/question/uses/${at}`)),
    keep: fields.choice('keep', KEEPS),
    policy: readCheckPolicy(fields.value('policy'), fields.at('policy')),
    ...(fields.has('licensed') ? { licensed: fields.text('licensed', SHA256_HEX) } : {}),
    ...(fields.has('accepted') ? { accepted: readAccepted(fields) } : {}),
    ...(fields.has('dropNamed') ? { dropNamed: readTrue(fields, 'dropNamed') } : {}),
    ...(fields.has('since') ? { since: fields.text('since', SHA256_HEX) } : {}),
  };
}

function readSource(fields: FieldReader): ReceiptSource {
  return {
    origin: fields.text('origin', ORIGIN),
    source: fields.choice('source', ['registry', 'snapshot']),
    size: fields.whole('size', 0, MOST),
    root: fields.text('root', HASH),
    from: fields.instant('from'),
    to: fields.instant('to'),
    checkpoint: fields.text('checkpoint', { maximum: LONGEST_NOTE }),
    ...(fields.has('consistency')
      ? {
          consistency: items(fields, 'consistency').map((hash, at) =>
            hashOf(hash, `${fields.at('consistency')}/${at}`),
          ),
        }
      : {}),
    ...(fields.has('manifest') ? { manifest: fields.text('manifest', SHA256_HEX) } : {}),
  };
}

function readCounts(fields: FieldReader): ReceiptCounts {
  return {
    rows: fields.whole('rows', 0, MOST),
    kept: fields.whole('kept', 0, MOST),
    dropped: fields.whole('dropped', 0, MOST),
    licensed: fields.whole('licensed', 0, MOST),
    answers: readAnswers(fields.value('answers'), fields.at('answers')),
    uses: list(fields, 'uses', readUse),
    ...(fields.has('accepted') ? { accepted: fields.whole('accepted', 1, MOST) } : {}),
    ...(fields.has('named') ? { named: fields.whole('named', 1, MOST) } : {}),
    ...(fields.has('comparedBy')
      ? { comparedBy: FieldReader.object(fields.value('comparedBy'), fields.at('comparedBy'), readWays) }
      : {}),
    asked: FieldReader.object(fields.value('asked'), fields.at('asked'), (asked) => ({
      byAddress: asked.whole('byAddress', 0, MOST),
      byContent: asked.whole('byContent', 0, MOST),
      byNeither: asked.whole('byNeither', 0, MOST),
    })),
  };
}

function readUse(fields: FieldReader): UseCounts {
  return {
    use: fields.choice('use', USES),
    answers: readAnswers(fields.value('answers'), fields.at('answers')),
    byAssurance: FieldReader.object(fields.value('byAssurance'), fields.at('byAssurance'), (levels) =>
      Object.fromEntries(
        ANSWERS.filter((answer) => levels.has(answer)).map((answer) => [
          answer,
          FieldReader.object(levels.value(answer), levels.at(answer), (counts) =>
            Object.fromEntries(
              ASSURANCES.filter((level) => counts.has(level)).map((level) => [
                level,
                counts.whole(level, 0, MOST),
              ]),
            ),
          ),
        ]),
      ),
    ),
  };
}

function readFile(fields: FieldReader): ReceiptFile {
  return {
    name: fields.text('name', { maximum: LONGEST_NAME }),
    rows: fields.whole('rows', 0, MOST),
    kept: fields.whole('kept', 0, MOST),
    input: fields.text('input', SHA256_HEX),
    ...(fields.has('output') ? { output: fields.text('output', SHA256_HEX) } : {}),
  };
}

function readWays(ways: FieldReader): NonNullable<ReceiptCounts['comparedBy']> {
  const present = RECOGNISED_BY.filter((way) => ways.has(way));
  return Object.fromEntries(present.map((way) => [way, ways.whole(way, 1, MOST)]));
}

/** An empty list would be another spelling of none. */
function readAccepted(fields: FieldReader): string[] {
  const digests = fields.set('accepted', SHA256_HEX);
  if (digests.length > 0) return digests;
  throw new FieldError(
    'wrong-value',
    fields.at('accepted'),
    `"${fields.at('accepted')}" names some, or is left out.`,
  );
}

function readTrue(fields: FieldReader, name: string): true {
  if (fields.value(name) === true) return true;
  throw new FieldError('wrong-value', fields.at(name), `"${fields.at(name)}" is true, or left out.`);
}

function readAnswers(value: unknown, path: string): AnswerCounts {
  return FieldReader.object(
    value,
    path,
    (fields) =>
      Object.fromEntries(ANSWERS.map((answer) => [answer, fields.whole(answer, 0, MOST)])) as Record<
        Answer,
        number
      >,
  );
}

function items(fields: FieldReader, name: string): readonly unknown[] {
  const value = fields.value(name);
  if (Array.isArray(value)) return value;
  throw new FieldError('wrong-type', fields.at(name), `A list is expected for "${fields.at(name)}".`);
}

function list<T>(fields: FieldReader, name: string, read: (fields: FieldReader) => T): T[] {
  return items(fields, name).map((item, at) => FieldReader.object(item, `${fields.at(name)}/${at}`, read));
}

function oneOf<T extends string>(value: unknown, words: readonly T[], path: string): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new FieldError('wrong-value', path, `"${path}" must be one of: ${words.join(', ')}.`);
}

function hashOf(value: unknown, path: string): string {
  if (typeof value === 'string' && HASH.pattern.test(value)) return value;
  throw new FieldError('wrong-value', path, `"${path}" must be ${HASH.description}.`);
}

/** A receipt whose numbers do not fit together was put together by hand. */
function checkSums({ summary, counts, files, question, sources }: Receipt): void {
  const {
    rows,
    kept,
    dropped,
    licensed,
    accepted = 0,
    answers,
    uses,
    named = 0,
    comparedBy = {},
    asked,
  } = counts;
  const facts: readonly (readonly [path: string, holds: boolean])[] = [
    ['/counts/answers', sum(ANSWERS.map((answer) => answers[answer])) === rows],
    ['/counts/dropped', kept + dropped === rows],
    ['/counts/licensed', licensed + accepted <= kept && licensed + accepted <= rows - answers.ALLOWED],
    [
      '/counts/accepted',
      accepted <= answers.CONDITIONAL && (accepted === 0 || question.accepted !== undefined),
    ],
    ['/counts/named', named <= rows],
    ['/counts/comparedBy', Object.values(comparedBy).every((some) => some <= asked.byContent)],
    ['/counts/uses', uses.map(({ use }) => use).join() === question.uses.join()],
    ['/counts/uses', uses.every((one) => sum(ANSWERS.map((answer) => one.answers[answer])) === rows)],
    ['/files', sum(files.map((file) => file.rows)) === rows && sum(files.map((file) => file.kept)) === kept],
    ['/sources', sources.length > 0 && sources.every(({ from, to }) => from <= to)],
    ['/summary', summary === summariseCheck(counts)],
  ];
  const wrong = facts.find(([, holds]) => !holds);
  if (wrong !== undefined) {
    throw new FieldError(
      'wrong-value',
      wrong[0],
      `"${wrong[0]}" does not fit the other numbers of the receipt.`,
    );
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
