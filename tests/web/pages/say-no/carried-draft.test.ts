import { describe, expect, it } from '@jest/globals';
import { fromBase64Url, toBase64Url } from '../../../../src/web/browser/base64url.js';
import { readCarriedDraft, writeCarriedDraft } from '../../../../src/web/pages/say-no/carried-draft.js';
import { type AnswerDraft, emptyDraft } from '../../../../src/web/pages/say-no/draft.js';

const NO: AnswerDraft = {
  ...emptyDraft('https://paintings.example/zorro%20rojo.jpg?ä=1', 'URL'),
  answers: { TRAIN_AI: 'DENY' },
};
const OFFER: AnswerDraft = {
  ...emptyDraft('paintings.example', 'DOMAIN'),
  answers: { TEXT_AND_DATA_MINING: 'DENY', TRAIN_AI: 'CONDITIONAL', SEARCH: 'ALLOW' },
  capacity: 'HEIR',
  basis: 'MANDATE',
  ownWorks: true,
  credit: 'Die Malerin, 牧谿',
  licenceUrl: 'https://paintings.example/licence',
  feeUrl: 'https://paintings.example/fee',
  contact: 'studio@paintings.example',
  lastDay: '2031-02-28',
};
const KEY = NO.idempotencyKey;
const PLAIN = ['paintings.example/fox.jpg', 'URL', { TRAIN_AI: 'DENY' }, 'AUTHOR', KEY];
const GIVING = ['OWN_RIGHT', true, '', '', '', '', ''];
const YES = ['paintings.example/fox.jpg', 'URL', { TRAIN_AI: 'ALLOW' }, 'AUTHOR', KEY, ...GIVING];

const carried = (parts: unknown): string => `1${toBase64Url(JSON.stringify(parts))}`;
const withPart = (parts: readonly unknown[], index: number, part: unknown): string =>
  carried(parts.with(index, part));

describe('a draft at the end of a link', () => {
  it.each([
    ['a no to one address', NO],
    ['an answer on terms for a site, with every field filled in', OFFER],
    ['a yes that names no day', { ...OFFER, answers: { TRAIN_AI: 'ALLOW' }, lastDay: '' } as const],
  ])('arrives as it was sent: %s', (_what, draft) => {
    const text = writeCarriedDraft(draft);
    expect(text).toMatch(/^1[A-Za-z0-9_-]+$/);
    expect(readCarriedDraft(text ?? '')).toEqual(draft);
  });

  it('names the kind of place that the address suggested, where none was chosen', () => {
    const draft = { ...NO, typed: ' paintings.example ', kind: undefined };
    expect(readCarriedDraft(writeCarriedDraft(draft) ?? '')).toMatchObject({
      typed: 'paintings.example',
      kind: 'DOMAIN',
    });
  });

  it('carries nothing that belongs to the page it comes from', () => {
    const draft = { ...NO, mailed: { since: '7' }, recorded: { statements: [], countsNow: true } };
    expect(readCarriedDraft(writeCarriedDraft(draft) ?? '')).toEqual(NO);
  });

  it('leaves out of a no what only a yes needs', () => {
    const draft = { ...NO, ownWorks: true, credit: 'somebody', lastDay: '2031-02-28' };
    expect(readCarriedDraft(writeCarriedDraft(draft) ?? '')).toEqual(NO);
  });

  it('is short for what most come to say, and none where it would be longer than a mail may carry', () => {
    expect(writeCarriedDraft(NO)?.length).toBeLessThan(200);
    const long = (length: number) =>
      writeCarriedDraft({ ...NO, typed: `paintings.example/${'a'.repeat(length)}.jpg` });
    expect(long(1_300)?.length).toBeLessThanOrEqual(2_000);
    expect(long(1_500)).toBeUndefined();
    expect(long(1_000_000)).toBeUndefined();
  });

  it('reads the plain forms that the cases below spoil', () => {
    expect(readCarriedDraft(carried(PLAIN))?.answers).toEqual({ TRAIN_AI: 'DENY' });
    expect(readCarriedDraft(carried(YES))?.ownWorks).toBe(true);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no version', carried(PLAIN).slice(1)],
    ['another version', `2${carried(PLAIN).slice(1)}`],
    ['a link cut short', carried(PLAIN).slice(0, -8)],
    ['padding', `${carried(PLAIN)}==`],
    ['white space', `${carried(PLAIN).slice(0, 20)} ${carried(PLAIN).slice(20)}`],
    ['plain base64', `1${btoa('["ÿþ?>"]')}`],
    ['bytes that are no UTF-8', '1_____w'],
    ['more than a mail may carry', carried([...PLAIN.slice(0, 4), 'f'.repeat(2_000)])],
    ['text that is no JSON', `1${toBase64Url('DENY')}`],
    ['no list', carried({ typed: 'paintings.example/fox.jpg' })],
    ['a part too few', carried(PLAIN.slice(0, 4))],
    ['a part too many', carried([...PLAIN, 'OWN_RIGHT'])],
    ['an address that is none', withPart(PLAIN, 0, 'my own picture')],
    ['an address that is no text', withPart(PLAIN, 0, ['paintings.example/fox.jpg'])],
    ['a kind that there is not', withPart(PLAIN, 1, 'CONTENT')],
    ['a kind that the address does not have', withPart(PLAIN, 1, 'PATH')],
    ['a kind left open', withPart(PLAIN, 1, null)],
    ['no answer', withPart(PLAIN, 2, {})],
    ['answers in a list', withPart(PLAIN, 2, ['DENY'])],
    ['a use that there is not', withPart(PLAIN, 2, { TRAIN_AI: 'DENY', EVERYTHING: 'ALLOW' })],
    ['a use by a name of JavaScript’s own', withPart(PLAIN, 2, { constructor: 'DENY' })],
    ['an answer that there is not', withPart(PLAIN, 2, { TRAIN_AI: 'PERHAPS' })],
    ['a capacity that there is not', withPart(PLAIN, 3, 'ANYBODY')],
    ['a key of another form', withPart(PLAIN, 4, 'key')],
    ['a key that is no text', withPart(PLAIN, 4, 7)],
    ['a yes without what a yes needs', withPart(PLAIN, 2, { TRAIN_AI: 'ALLOW' })],
    ['a no with what a yes needs', withPart(YES, 2, { TRAIN_AI: 'DENY' })],
    ['a yes with a part too many', carried([...YES, ''])],
    ['a ground that there is not', withPart(YES, 5, 'BECAUSE')],
    [
      'terms on works that nobody holds rights in',
      carried(YES.with(2, { TRAIN_AI: 'CONDITIONAL' }).with(5, 'CC0')),
    ],
    ['own works by a word', withPart(YES, 6, 'true')],
    ['a day that no calendar has', withPart(YES, 7, '2031-13-01')],
    ['a credit that is no text', withPart(YES, 8, null)],
  ])('is no draft with %s', (_what, text) => {
    expect(readCarriedDraft(text)).toBeUndefined();
  });
});

describe('base64url', () => {
  it.each(['', 'a', 'ab', 'abc', 'ñandú', '牧谿', '🦊', '\u0000\n"'])('gives %j back', (text) => {
    expect(toBase64Url(text)).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(fromBase64Url(toBase64Url(text))).toBe(text);
  });
});
