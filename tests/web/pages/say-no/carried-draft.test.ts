import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  bytesFromBase64Url,
  bytesToBase64Url,
  fromBase64Url,
  toBase64Url,
} from '../../../../src/web/browser/base64url.js';
import { readCarriedDraft, writeCarriedDraft } from '../../../../src/web/pages/say-no/carried-draft.js';
import { type AnswerDraft, emptyDraft, type GivenFile } from '../../../../src/web/pages/say-no/draft.js';

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

const hex = (fill: number, bytes: number): string => fill.toString(16).padStart(2, '0').repeat(bytes);
const DIGESTS = { sha256: hex(0xa1, 32), md5: hex(0xb2, 16) };
const PICTURE: GivenFile['prints'] = {
  ...DIGESTS,
  medium: 'IMAGE',
  width: 70_000,
  height: 1_365,
  quality: 100,
  pdq: Array.from({ length: 8 }, (_, at) => hex(at, 32)),
  regions: [
    { hash: hex(7, 32), quality: 100, left: 0, top: 0, width: 10_000, height: 10_000 },
    { hash: hex(8, 32), quality: 20, left: 9_999, top: 300, width: 1, height: 9_700 },
  ],
};
const TEXT: GivenFile['prints'] = { ...DIGESTS, medium: 'TEXT', text: hex(3, 32) };
const SOUND: GivenFile['prints'] = { ...DIGESTS, medium: 'AUDIO', sound: hex(4, 4 * 64) };
const aboutFile = (prints: GivenFile['prints'], title = 'El zorro, 牧谿'): AnswerDraft => ({
  ...emptyDraft(),
  file: { title, prints },
  answers: { TRAIN_AI: 'DENY' },
});
const readBack = (draft: AnswerDraft): AnswerDraft | undefined =>
  readCarriedDraft(writeCarriedDraft(draft) ?? '');
const region = (at: number) => ({
  hash: hex(64 + at, 32),
  quality: 50,
  left: 0,
  top: at,
  width: 1_000 + ((at * 37) % 32),
  height: 1_000,
});

describe('a draft about a file at the end of a link', () => {
  it.each([
    ['a picture', PICTURE],
    ['a picture without parts', { ...PICTURE, regions: [] }],
    ['a text', TEXT],
    ['a text that says too little', { ...DIGESTS, medium: 'TEXT' } as const],
    ['a recording', SOUND],
    ['a recording that is too short', { ...DIGESTS, medium: 'AUDIO' } as const],
  ])('arrives as it was sent: a no to %s', (_what, prints) => {
    const draft = aboutFile(prints);
    expect(writeCarriedDraft(draft)).toMatch(/^2[A-Za-z0-9_-]+$/);
    expect(readBack(draft)).toEqual(draft);
  });

  it('brings along terms and a credit, as from a place', () => {
    const draft = { ...OFFER, typed: '', kind: undefined, file: { title: '', prints: PICTURE } };
    expect(readBack(draft)).toEqual(draft);
  });

  it('leaves out the smallest parts of a picture where not all fit, and what a model made of it', () => {
    const regions = [
      ...(PICTURE.regions ?? []).slice(0, 1),
      ...Array.from({ length: 31 }, (_, at) => region(at)),
    ];
    const draft = aboutFile({
      ...PICTURE,
      regions,
      meaning: { model: 'm', revision: 'r', vector: hex(0, 64) },
    });
    expect(writeCarriedDraft(draft)?.length).toBeLessThanOrEqual(2_000);
    const kept = readBack(draft)?.file?.prints.regions ?? [];
    expect(kept.length).toBeGreaterThanOrEqual(20);
    expect(kept).toEqual(regions.filter((one) => kept.some(({ hash }) => hash === one.hash)));
    const left = regions.filter((one) => !kept.includes(one) && !kept.some(({ hash }) => hash === one.hash));
    const sizes = (some: typeof regions) => some.map(({ width, height }) => width * height);
    expect(Math.max(...sizes(left))).toBeLessThanOrEqual(Math.min(...sizes(kept)));
    expect(readBack(draft)?.file?.prints.meaning).toBeUndefined();
  });

  it('takes a recording along whole or not at all, since a part of its fingerprint finds nothing', () => {
    const short = aboutFile({ ...SOUND, sound: hex(4, 4 * 300) });
    expect(readBack(short)).toEqual(short);
    expect(writeCarriedDraft(aboutFile({ ...SOUND, sound: hex(4, 4 * 948) }))).toBeUndefined();
  });

  it('is none where the words alone are longer than a mail may carry', () => {
    expect(
      writeCarriedDraft({ ...aboutFile(PICTURE), answers: OFFER.answers, contact: 'x'.repeat(1_200) }),
    ).toBe(undefined);
    expect(writeCarriedDraft(aboutFile(TEXT, 'x'.repeat(1_500)))).toBe(undefined);
    expect(writeCarriedDraft(aboutFile(SOUND, 'x'.repeat(1_200)))).toBe(undefined);
  });

  it('is none with a byte less, a byte more, or another first byte of its fingerprints', () => {
    fc.assert(
      fc.property(fc.constantFrom(PICTURE, TEXT, SOUND), fc.nat(), fc.nat(255), (prints, cut, byte) => {
        const bytes =
          bytesFromBase64Url((writeCarriedDraft(aboutFile(prints)) ?? '').slice(1)) ?? new Uint8Array();
        const spoilt = [
          bytes.subarray(0, cut % bytes.length),
          Uint8Array.from([...bytes, byte]),
          bytes.with(2 + (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0), 3 + (byte % 250)),
        ];
        for (const one of spoilt) {
          const read = readCarriedDraft(`2${bytesToBase64Url(one)}`);
          // Cut right behind its digests a text or a recording is one that says too little.
          expect(
            read?.file?.prints.text ?? read?.file?.prints.sound ?? read?.file?.prints.pdq,
          ).toBeUndefined();
        }
      }),
    );
  });

  it.each<[string, GivenFile['prints']]>([
    ['a picture of no width', { ...PICTURE, width: 0 }],
    ['a picture wider than any', { ...PICTURE, width: 100_001 }],
    ['a quality above all', { ...PICTURE, quality: 101 }],
    ['a way to lay it down too few', { ...PICTURE, pdq: PICTURE.pdq?.slice(1) ?? [] }],
    ['a part beyond the edge', { ...PICTURE, regions: [{ ...region(1), left: 9_500 }] }],
    ['a part of no height', { ...PICTURE, regions: [{ ...region(1), height: 0 }] }],
    ['half a Text-Code', { ...TEXT, text: hex(3, 16) }],
  ])('is no draft with %s', (_what, prints) => {
    expect(readBack(aboutFile(prints))).toBeUndefined();
  });

  it('is no draft without a title, an answer or a key, nor about a place as well', () => {
    const packed = (
      bytesFromBase64Url((writeCarriedDraft(aboutFile(TEXT, '')) ?? '').slice(1)) ?? new Uint8Array()
    ).slice(-81);
    const said = (parts: unknown): string => {
      const json = new TextEncoder().encode(JSON.stringify(parts));
      return `2${bytesToBase64Url(Uint8Array.from([0, json.length, ...json, ...packed]))}`;
    };
    const whole: readonly unknown[] = ['the fox', { TRAIN_AI: 'DENY' }, 'AUTHOR', KEY];
    expect(readCarriedDraft(said(whole))?.file?.title).toBe('the fox');
    for (const at of whole.keys()) expect(readCarriedDraft(said(whole.with(at, 7)))).toBeUndefined();
    expect(readCarriedDraft(said([...whole, 'URL']))).toBeUndefined();
    expect(readCarriedDraft(said('the fox'))).toBeUndefined();
    expect(readCarriedDraft('2')).toBeUndefined();
  });
});

describe('base64url', () => {
  it.each(['', 'a', 'ab', 'abc', 'ñandú', '牧谿', '🦊', '\u0000\n"'])('gives %j back', (text) => {
    expect(toBase64Url(text)).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(fromBase64Url(toBase64Url(text))).toBe(text);
  });
});
