import { fromBase64Url, toBase64Url } from '../../browser/base64url.js';
import { USES } from '../../statements/uses.js';
import { BASES, FREE_BASES } from './bases.js';
import { CAPACITIES } from './capacities.js';
import { type AnswerDraft, emptyDraft, isAllYes, saysYes } from './draft.js';
import { placeOf } from './draft-place.js';
import { PLACE_KINDS, placesOf } from './places.js';

/**
 * A draft as text for the end of a mailed link, so that the answer can be given wherever the mail is opened: a digit for the
 * version, then base64url of JSON. Behind the `#` of a link no server sees it.
 */
const VERSION = '1';
const MOST_CHARACTERS = 2_000;
const PREFERENCES = ['DENY', 'ALLOW', 'CONDITIONAL'] as const;
const KEY = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Undefined where a draft is too long for a link. */
export function writeCarriedDraft(draft: AnswerDraft): string | undefined {
  const { typed, answers, capacity, idempotencyKey } = draft;
  const parts = [typed.trim(), placeOf(draft).kind, answers, capacity, idempotencyKey];
  const text =
    VERSION + toBase64Url(JSON.stringify(saysYes(draft) ? [...parts, ...givingParts(draft)] : parts));
  return text.length > MOST_CHARACTERS ? undefined : text;
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
  const parts = readParts(text);
  if (parts === undefined) {
    return undefined;
  }
  const [typed, kind, answers, capacity, idempotencyKey, ...giving] = parts;
  const found = typeof typed === 'string' ? placesOf(typed) : undefined;
  const place = found?.ok === true ? found.places.find((candidate) => candidate.kind === kind) : undefined;
  const read = {
    kind: oneOf(PLACE_KINDS, kind),
    answers: readAnswers(answers),
    capacity: oneOf(CAPACITIES, capacity),
    idempotencyKey: matching(KEY, idempotencyKey),
  };
  if (typeof typed !== 'string' || place === undefined || !isWhole(read)) {
    return undefined;
  }
  return withGivingParts({ ...emptyDraft(typed), ...read }, giving);
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

function readParts(text: string): unknown[] | undefined {
  if (!text.startsWith(VERSION) || text.length > MOST_CHARACTERS) {
    return undefined;
  }
  const json = fromBase64Url(text.slice(VERSION.length));
  try {
    const value: unknown = JSON.parse(json ?? '');
    return Array.isArray(value) ? value : undefined;
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
