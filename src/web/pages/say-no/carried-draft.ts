import { bytesFromBase64Url, bytesToBase64Url, fromBase64Url, toBase64Url } from '../../browser/base64url.js';
import { USES } from '../../statements/uses.js';
import { BASES, FREE_BASES } from './bases.js';
import { CAPACITIES } from './capacities.js';
import { type AnswerDraft, emptyDraft, type GivenFile, isAllYes, saysYes } from './draft.js';
import { placeOf } from './draft-place.js';
import { packPrints, unpackPrints } from './packed-prints.js';
import { placesOf } from './places.js';

/**
 * A draft as text for the end of a mailed link, so that the answer can be given wherever the mail is opened: a digit for the
 * version, then base64url. Behind the `#` of a link no server sees it.
 *
 * - 1, about a place: of JSON
 * - 2, about a file: of the length of JSON in two bytes, the JSON, and the fingerprints, as many as there is room for
 */
const ABOUT_PLACE = '1';
const ABOUT_FILE = '2';
const MOST_CHARACTERS = 2_000;
/** What so many characters behind the version can say. */
const MOST_BYTES = Math.floor(((MOST_CHARACTERS - 1) * 6) / 8);
const LENGTH_BYTES = 2;
const PREFERENCES = ['DENY', 'ALLOW', 'CONDITIONAL'] as const;
const KEY = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Undefined where a draft is too long for a link. */
export function writeCarriedDraft(draft: AnswerDraft): string | undefined {
  if (draft.file !== undefined) {
    return writeAboutFile(draft, draft.file);
  }
  const parts = [draft.typed.trim(), placeOf(draft).kind, ...saidParts(draft)];
  const text = ABOUT_PLACE + toBase64Url(JSON.stringify(parts));
  return text.length > MOST_CHARACTERS ? undefined : text;
}

function writeAboutFile(draft: AnswerDraft, { title, prints }: GivenFile): string | undefined {
  const said = new TextEncoder().encode(JSON.stringify([title.trim(), ...saidParts(draft)]));
  const packed = packPrints(prints, MOST_BYTES - LENGTH_BYTES - said.length);
  return (
    packed &&
    ABOUT_FILE + bytesToBase64Url(Uint8Array.from([said.length >> 8, said.length & 255, ...said, ...packed]))
  );
}

function saidParts(draft: AnswerDraft): unknown[] {
  const { answers, capacity, idempotencyKey } = draft;
  return [answers, capacity, idempotencyKey, ...(saysYes(draft) ? givingParts(draft) : [])];
}

function givingParts({
  basis,
  ownWorks,
  lastDay,
  credit,
  licenceUrl,
  feeUrl,
  contact,
}: AnswerDraft): unknown[] {
  return [basis, ownWorks, lastDay, credit, licenceUrl, feeUrl, contact];
}

/**
 * The draft that a link carries, undefined where it carries none that is whole. Anybody may have written it, so nothing is
 * filled in and nothing is left over.
 */
export function readCarriedDraft(text: string): AnswerDraft | undefined {
  if (text.length > MOST_CHARACTERS) {
    return undefined;
  }
  return text.startsWith(ABOUT_FILE) ? readAboutFile(text) : readAboutPlace(text);
}

function readAboutPlace(text: string): AnswerDraft | undefined {
  const [typed, kind, ...said] = listIn(
    text.startsWith(ABOUT_PLACE) ? fromBase64Url(text.slice(1)) : undefined,
  );
  const found = typeof typed === 'string' ? placesOf(typed) : undefined;
  const place = found?.ok === true ? found.places.find((candidate) => candidate.kind === kind) : undefined;
  return typeof typed === 'string' && place !== undefined
    ? withSaidParts(emptyDraft(typed, place.kind), said)
    : undefined;
}

function readAboutFile(text: string): AnswerDraft | undefined {
  const bytes = bytesFromBase64Url(text.slice(ABOUT_FILE.length)) ?? new Uint8Array();
  const [high = 0, low = 0] = bytes;
  const saidEnd = LENGTH_BYTES + high * 256 + low;
  const [title, ...said] = listIn(utf8In(bytes.subarray(LENGTH_BYTES, saidEnd)));
  const prints = unpackPrints(bytes.subarray(saidEnd));
  return typeof title === 'string' && prints !== undefined
    ? withSaidParts({ ...emptyDraft(), file: { title, prints } }, said)
    : undefined;
}

function withSaidParts(draft: AnswerDraft, said: readonly unknown[]): AnswerDraft | undefined {
  const [answers, capacity, idempotencyKey, ...giving] = said;
  const read = {
    answers: readAnswers(answers),
    capacity: oneOf(CAPACITIES, capacity),
    idempotencyKey: matching(KEY, idempotencyKey),
  };
  return isWhole(read) ? withGivingParts({ ...draft, ...read }, giving) : undefined;
}

function withGivingParts(draft: AnswerDraft, giving: readonly unknown[]): AnswerDraft | undefined {
  if (!saysYes(draft)) {
    return giving.length === 0 ? draft : undefined;
  }
  const [basis, ownWorks, lastDay, credit, licenceUrl, feeUrl, contact, ...rest] = giving;
  const read = {
    basis: oneOf(isAllYes(draft) ? FREE_BASES : BASES, basis),
    ownWorks: typeof ownWorks === 'boolean' ? ownWorks : undefined,
    lastDay: lastDay === '' ? '' : matching(DAY, lastDay),
    credit: textOf(credit),
    licenceUrl: textOf(licenceUrl),
    feeUrl: textOf(feeUrl),
    contact: textOf(contact),
  };
  return isWhole(read) && rest.length === 0 ? { ...draft, ...read } : undefined;
}

/** Empty where there is none, which is no draft either. */
function listIn(json: string | undefined): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function utf8In(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function readAnswers(value: unknown): AnswerDraft['answers'] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const pairs = Object.entries(value).map(
    ([use, preference]) => [oneOf(USES, use), oneOf(PREFERENCES, preference)] as const,
  );
  const isKnown = pairs.every(([use, preference]) => use !== undefined && preference !== undefined);
  return isKnown && pairs.length > 0 ? (Object.fromEntries(pairs) as AnswerDraft['answers']) : undefined;
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((known) => known === value);
}

function matching(pattern: RegExp, value: unknown): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

type Whole<Parts> = { [Name in keyof Parts]: Exclude<Parts[Name], undefined> };

function isWhole<Parts extends object>(parts: Parts): parts is Parts & Whole<Parts> {
  return Object.values(parts).every((part) => part !== undefined);
}
