import { beforeAll, describe, expect, it } from '@jest/globals';
import * as x509 from '@peculiar/x509';
import fc from 'fast-check';
import type { OriginalFinding, OriginalSignature } from '../../src/app/ports/signed-originals.js';
import { readOriginal } from '../../src/originals/read-original.js';
import { NO_TRUST, type TrustLists } from '../../src/originals/trust-lists.js';
import {
  authority,
  daysFromNow,
  der,
  type Holder,
  MAIL_PROTECTION,
  picture,
  SERVER_SIGN_IN,
  signedPicture,
  signer,
  TIME_STAMPING,
} from '../support/signed-files.js';

let root: Holder;
let middle: Holder;
let one: Holder;
let trust: TrustLists;
let signed: Uint8Array;

async function found(bytes: Uint8Array, lists = trust, now = new Date()): Promise<OriginalFinding> {
  const reading = await readOriginal(bytes, { trust: lists, now });
  if (!reading.ok) throw new Error(`The file was refused: ${reading.refused}.`);
  return reading.finding;
}

async function signature(bytes: Uint8Array, lists?: TrustLists): Promise<OriginalSignature | undefined> {
  return (await found(bytes, lists)).signatures[0];
}

function altered(bytes: Uint8Array, at: number, change = 1): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ change;
  return copy;
}

beforeAll(async () => {
  root = await authority('CN=Demo root');
  middle = await authority('CN=Demo authority', root, { pathLength: 0 });
  one = await signer(middle, {
    names: [
      { type: 'dns', value: 'studio.example' },
      { type: 'email', value: 'ink@studio.example' },
    ],
  });
  trust = { c2pa: [der(root)], cawg: [], time: [] };
  signed = await signedPicture({ signer: one });
});

describe('a signed file', () => {
  it('is unchanged, by whom the certificate names, on the list its certificate leads to', async () => {
    expect(await found(signed)).toEqual({
      contentType: 'image/jpeg',
      state: 'unchanged',
      signatures: [
        {
          kind: 'c2pa',
          name: 'Signing key one',
          organisation: 'Demo studio',
          domains: ['studio.example'],
          emails: ['ink@studio.example'],
          signedAt: null,
          doubt: null,
        },
      ],
      answers: {},
    });
  });

  it('reads the same as PNG', async () => {
    const finding = await found(await signedPicture({ signer: one, format: 'png' }));
    expect(finding).toMatchObject({
      contentType: 'image/png',
      state: 'unchanged',
      signatures: [{ doubt: null }],
    });
  });

  it('is changed once a byte of the picture is, and once a byte of what was signed is', async () => {
    expect((await found(altered(signed, signed.length - 30))).state).toBe('changed');
    const label = Buffer.from(signed).indexOf('xmp:iid:one');
    const finding = await found(altered(signed, label));
    expect(finding).toMatchObject({ state: 'changed', signatures: [{ doubt: 'broken' }], answers: {} });
  });

  it('is changed where an assertion is another than the claim refers to', async () => {
    const says = { 'cawg.training-mining': { entries: { 'cawg.ai_training': { use: 'notAllowed' } } } };
    const bytes = await signedPicture({ signer: one, says });
    expect((await found(bytes)).answers).toEqual({ 'train-ai': 'deny' });
    const other = altered(bytes, Buffer.from(bytes).indexOf('notAllowed'), 2);
    expect(await found(other)).toMatchObject({ state: 'changed', answers: {} });
  });

  it('is bound to nothing where the signer left out a part of the picture, whatever is there now', async () => {
    const bytes = await signedPicture({ signer: one, leavesOut: true });
    expect(await found(bytes)).toMatchObject({ state: 'unbound', signatures: [{ doubt: null }] });
    expect((await found(altered(bytes, bytes.length - 30))).state).toBe('unbound');
  });
});

describe('the certificate of a signature', () => {
  const doubtOf = async (holder: Holder, lists = trust): Promise<unknown> =>
    (await signature(await signedPicture({ signer: holder }), lists))?.doubt;

  it('is on no list where there is none, or another, or one for something else', async () => {
    const other = await authority('CN=Demo root');
    for (const lists of [
      NO_TRUST,
      { ...NO_TRUST, c2pa: [der(other)] },
      { ...NO_TRUST, cawg: [der(root)], time: [der(root)] },
    ]) {
      expect((await signature(signed, lists))?.doubt).toBe('unlisted');
    }
  });

  it('is on no list where the authority between is missing, and on it where that one is listed itself', async () => {
    const bytes = await signedPicture({ signer: one, chain: [] });
    expect((await signature(bytes))?.doubt).toBe('unlisted');
    expect((await signature(bytes, { ...NO_TRUST, c2pa: [der(middle)] }))?.doubt).toBeNull();
  });

  it('is of nobody where somebody made it for themselves', async () => {
    const own = await signer(await authority('CN=Demo root'));
    expect(await doubtOf(own)).toBe('unlisted');
    const alone: Holder = { ...root, maker: undefined };
    expect(await doubtOf(alone)).toBe('unfit');
  });

  it.each([
    ['it had run out', { from: daysFromNow(-50), until: daysFromNow(-1) }, 'out-of-date'],
    ['it is not valid yet', { from: daysFromNow(1), until: daysFromNow(50) }, 'out-of-date'],
    ['it is for servers', { usage: SERVER_SIGN_IN }, 'unfit'],
    ['it is for time stamps', { usage: TIME_STAMPING }, 'unfit'],
    ['it is for everything', { usage: '2.5.29.37.0' }, 'unfit'],
    [
      'it holds a critical extension that is not known',
      { extensions: [new x509.Extension('1.2.3.4', true, new Uint8Array([5, 0]))] },
      'unfit',
    ],
  ])("counts as nobody's where %s", async (_reason, wish, doubt) => {
    expect(await doubtOf(await signer(middle, wish))).toBe(doubt);
  });

  it.each([
    ['may make no certificates of authorities below it', async () => authority('CN=Below', middle)],
    [
      'may make certificates for servers alone',
      async () =>
        authority('CN=Servers', root, { more: [new x509.ExtendedKeyUsageExtension([SERVER_SIGN_IN])] }),
    ],
    [
      'is bound to names that are not weighed here',
      async () =>
        authority('CN=Bound', root, {
          more: [new x509.Extension('2.5.29.30', false, new Uint8Array([48, 0]))],
        }),
    ],
    ['is no authority', async () => signer(root, { name: 'CN=No authority', usage: MAIL_PROTECTION })],
  ])('is on no list where an authority on the way %s', async (_reason, makeAuthority) => {
    expect(await doubtOf(await signer(await makeAuthority()))).toBe('unlisted');
  });

  it("was valid when it signed where a time stamp from the list says so, and nobody else's stamp helps", async () => {
    // A stamp is of the present: the certificate is judged long after it.
    const stamper = await signer(root, { name: 'CN=Clock', usage: TIME_STAMPING });
    const passing = await signer(middle, { until: daysFromNow(100) });
    const bytes = await signedPicture({ signer: passing, stampedBy: stamper });
    const later = daysFromNow(200);
    const lists = { ...trust, time: [der(root)] };
    const [known] = (await found(bytes, lists, later)).signatures;
    expect(known?.doubt).toBeNull();
    expect(Math.abs(Date.parse(known?.signedAt ?? '') - Date.now())).toBeLessThan(600_000);
    expect((await found(bytes, trust, later)).signatures[0]).toMatchObject({
      signedAt: null,
      doubt: 'out-of-date',
    });
    expect((await found(bytes, trust)).signatures[0]).toMatchObject({ signedAt: null, doubt: null });
    const liar = await signer(root, { name: 'CN=No clock' });
    const unfit = await signedPicture({ signer: passing, stampedBy: liar });
    expect((await found(unfit, lists, later)).signatures[0]).toMatchObject({
      signedAt: null,
      doubt: 'out-of-date',
    });
  });
});

describe('an identity within the manifest', () => {
  it('is weighed by the list for identities, apart from that of the manifest', async () => {
    const artist = await signer(await authority('CN=Identities'), { name: 'CN=Demo illustrator' });
    const lists = { ...NO_TRUST, cawg: [der(artist.maker ?? artist)] };
    const bytes = await signedPicture({ signer: one, identity: artist });
    expect((await found(bytes, lists)).signatures).toMatchObject([
      { kind: 'c2pa', doubt: 'unlisted' },
      { kind: 'cawg', name: 'Demo illustrator', doubt: null },
    ]);
    expect((await found(bytes, trust)).signatures).toMatchObject([
      { doubt: null },
      { kind: 'cawg', doubt: 'unlisted' },
    ]);
  });

  it('is unread, and named by nobody, where it is of the kind that others put together', async () => {
    const bytes = await signedPicture({
      signer: one,
      identity: one,
      identityType: 'cawg.identity_claims_aggregation',
    });
    expect((await found(bytes)).signatures[1]).toMatchObject({ kind: 'cawg', name: null, doubt: 'unread' });
  });

  it('is broken where it was taken from another file', async () => {
    const reference = { url: 'self#jumbf=c2pa.assertions/c2pa.hash.data', hash: new Uint8Array(32) };
    const payload = { referenced_assertions: [reference], sig_type: 'cawg.x509.cose' };
    const says = { 'cawg.identity': { signer_payload: payload, signature: new Uint8Array([0xf6]) } };
    const bytes = await signedPicture({ signer: one, says });
    expect((await found(bytes)).signatures[1]).toMatchObject({ kind: 'cawg', doubt: 'broken' });
  });
});

describe('what a file says about AI', () => {
  const answersOf = async (says: Readonly<Record<string, unknown>>): Promise<unknown> =>
    (await found(await signedPicture({ signer: one, says }))).answers;

  it('is read in our words, from the old label and the new, the stricter where both speak', async () => {
    expect(
      await answersOf({
        'c2pa.training-mining': { entries: { 'c2pa.ai_generative_training': { use: 'allowed' } } },
        'cawg.training-mining': {
          entries: {
            'cawg.ai_generative_training': { use: 'notAllowed' },
            'cawg.data_mining': { use: 'allowed' },
          },
        },
      }),
    ).toMatchObject({ 'train-generative-ai': 'deny' });
  });

  it('is never a yes where something is constrained: an offer with its text, a no without', async () => {
    const entry = (constraint: object): unknown => ({
      'cawg.training-mining': {
        entries: { 'cawg.ai_generative_training': { use: 'constrained', ...constraint } },
      },
    });
    expect(await answersOf(entry({}) as never)).toMatchObject({ 'train-generative-ai': 'deny' });
    expect(await answersOf(entry({ constraint_info: 7 }) as never)).toMatchObject({
      'train-generative-ai': 'deny',
    });
    expect(await answersOf(entry({ constraint_info: 'Ask first.' }) as never)).toMatchObject({
      'train-generative-ai': 'conditional',
    });
  });

  it('is nothing where it says nothing', async () => {
    expect(await answersOf({})).toEqual({});
  });
});

describe('any other file', () => {
  const refusedAs = async (bytes: Uint8Array): Promise<unknown> => {
    const reading = await readOriginal(bytes, { trust, now: new Date() });
    return reading.ok ? reading : reading.refused;
  };

  it('is refused as unsigned, as of a kind that is not read, or as damaged', async () => {
    expect(await refusedAs(await picture())).toBe('unsigned');
    expect(await refusedAs(await picture('png'))).toBe('unsigned');
    expect(await refusedAs(new TextEncoder().encode('No picture at all.'))).toBe('not-read');
    expect(await refusedAs(new Uint8Array())).toBe('not-read');
    expect(await refusedAs(signed.subarray(0, 900))).toBe('damaged');
  });

  it('never turns into a good one by being cut off, or by bytes that are flipped', async () => {
    const names = (await found(signed)).signatures;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(signed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, change, isCut) => {
          const bytes = isCut ? signed.subarray(0, at) : altered(signed, at, change);
          const reading = await readOriginal(bytes, { trust, now: new Date() });
          if (!reading.ok || reading.finding.state !== 'unchanged') return;
          // Padding and what the JPEG says of the manifest's place are signed by nobody; whoever signed is the same.
          expect(isCut).toBe(false);
          expect(reading.finding.signatures).toEqual(names);
        },
      ),
      { numRuns: Number(process.env['TEST_ORIGINAL_RUNS'] ?? 150) },
    );
  });
});
