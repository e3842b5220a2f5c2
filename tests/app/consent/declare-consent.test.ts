import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { importAddresses } from '../../../src/app/consent/import-addresses.js';
import { listStatements } from '../../../src/app/consent/list-statements.js';
import { viewStatement } from '../../../src/app/consent/view-statements.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import type { Registry } from '../../../src/app/registry.js';
import { commitToOpening } from '../../../src/core/log/opening.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { logged } from '../../support/logged-leaves.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

const hosts = Array.from({ length: 20 }, (_, index) => `host-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

let world: RegistryWithSite;
let registry: Registry;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  registry = world.registry;
});

afterAll(() => world.close());

const no: DeclareConsentInput = {
  kind: 'url',
  address: 'https://platform.test/art/1.png',
  answers: [{ use: 'train-ai', preference: 'deny' }],
  capacity: 'author',
  basis: 'own-right',
  ownWorks: false,
};
const yes = {
  ...no,
  answers: [{ use: 'train-ai', preference: 'allow' }],
  ownWorks: true,
} satisfies DeclareConsentInput;
const onTerms = {
  ...yes,
  answers: [{ use: 'train-ai', preference: 'conditional' }],
  terms: { credit: 'Name the studio', contact: 'licences@studio.test' },
} satisfies DeclareConsentInput;

/** Declares, and fails the test when that is refused. */
async function declared(actor: SignedInActor, input: DeclareConsentInput) {
  const result = await declareConsent(registry, actor, input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

async function claimsOf(actor: SignedInActor) {
  const page = await registry.store.claims.ofAccount(actor.account.id, { first: 100 });
  return page.rows.map(({ row }) => row);
}

describe('a no about one address', () => {
  it('counts at once, on the word of its author, and reserves rights', async () => {
    const artist = await signUp(registry);
    const result = await declared(artist, no);
    expect(result).toMatchObject({ countsNow: true, nextStep: expect.stringMatching(/^Your no counts now/) });
    expect(result.statements).toMatchObject([
      {
        address: 'platform.test/art/1.png',
        assurance: 'asserted',
        statement: {
          use: 'train-ai',
          preference: 'deny',
          reservesRights: true,
          accountId: artist.account.id,
        },
      },
    ]);
  });

  it.each([
    ['author', true],
    ['rightsholder', true],
    ['agent', true],
    ['heir', true],
    ['host', false],
    ['person-depicted', false],
  ] as const)('by a %s reserves rights: %s', async (capacity, reservesRights) => {
    const result = await declared(await signUp(registry), { ...no, capacity });
    expect(result.statements).toMatchObject([{ statement: { reservesRights } }]);
  });

  it('opens one claim on the address, which later answers find', async () => {
    const artist = await signUp(registry);
    await declared(artist, no);
    await declared(artist, { ...no, answers: [{ use: 'search', preference: 'deny' }] });
    expect(await claimsOf(artist)).toMatchObject([
      { kind: 'url', expression: 'platform.test/art/1.png', state: 'open', capacity: 'author' },
    ]);
  });

  it('is logged as digest, pseudonym and commitment; what was typed is served apart and opens the commitment', async () => {
    const artist = await signUp(registry);
    const size = await registry.store.log.size();
    const { statements } = await declared(artist, {
      ...no,
      address: 'HTTPS://Platform.test/art/%31.png#top',
    });
    const [claim, leaf] = await logged(registry, size);
    const id = statements[0]?.statement.id ?? new Uint8Array();
    const [stored] = await registry.store.statements.openings([id]);
    expect(stored?.opening).toEqual({
      submitted: 'HTTPS://Platform.test/art/%31.png#top',
      expression: 'platform.test/art/1.png',
    });
    expect(leaf).toMatchObject({
      kind: 'statement',
      claim: claim?.kind === 'claim' ? claim.claim : 'no claim',
      claimant: artist.account.pseudonym.replaceAll('-', ''),
      subject: {
        kind: 'url',
        sha256: Buffer.from(nodeSha256(Buffer.from('platform.test/art/1.png'))).toString('hex'),
      },
      opening: commitToOpening(
        { v: 1, submitted: stored?.opening.submitted ?? '' },
        stored?.salt ?? new Uint8Array(),
        nodeSha256,
      ),
    });
    const text = JSON.stringify(await logged(registry, size));
    expect(text).not.toContain('latform.test');
    expect(text).not.toContain(artist.account.id);
  });

  it('takes texts that neither JSON nor the database can hold, and commits to what it keeps', async () => {
    const size = await registry.store.log.size();
    const { statements } = await declared(await signUp(registry), {
      ...onTerms,
      address: 'https://platform.test/art/\ud800.png',
      terms: { credit: 'Stu\0dio \udfff' },
    });
    const [stored] = await registry.store.statements.openings(
      statements.map(({ statement }) => statement.id),
    );
    expect(stored?.opening.terms).toEqual({ credit: 'Stu\ufffddio \ufffd' });
    const leaf = (await logged(registry, size)).at(-1);
    const { submitted = '', terms } = stored?.opening ?? {};
    const committed = { v: 1 as const, submitted, ...(terms === undefined ? {} : { terms }) };
    expect(leaf).toMatchObject({
      opening: commitToOpening(committed, stored?.salt ?? new Uint8Array(), nodeSha256),
    });
  });
});

describe('an answer about a folder or a site', () => {
  it.each([
    ['domain', 'the whole site'],
    ['path', 'the whole folder'],
  ] as const)('as %s counts for %s once control is shown, and says so', async (kind, whole) => {
    const artist = await signUp(registry);
    const address = kind === 'domain' ? newHost() : `${newHost()}/work/`;
    const before = await declared(artist, { ...no, kind, address });
    expect(before).toMatchObject({ countsNow: false });
    expect(before.nextStep).toContain(
      `Your no for ${whole} counts once you show that you control ${address}`,
    );
  });

  it('counts as soon as the claim is proven, and no longer once it is withdrawn', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    const claim = await provenClaim(registry, world.site, artist, 'domain', host);
    const input = { ...yes, kind: 'path' as const, address: `${host}/work/` };
    const result = await declared(artist, input);
    expect(result).toMatchObject({ countsNow: true, nextStep: 'Your yes counts now.' });
    const id = result.statements[0]?.statement.id ?? new Uint8Array();
    expect(await viewStatement(registry, id)).toMatchObject({ assurance: 'verified' });
    await withdrawClaim(registry, artist, { claimId: claim.id });
    expect(await viewStatement(registry, id)).toMatchObject({ assurance: 'asserted' });
  });

  it('is refused for a public suffix', async () => {
    const artist = await signUp(registry);
    expect(
      await declareConsent(registry, artist, { ...no, kind: 'domain', address: 'github.io' }),
    ).toMatchObject({
      ok: false,
      code: 'PUBLIC_SUFFIX',
    });
    expect(await claimsOf(artist)).toEqual([]);
  });
});

describe('a yes', () => {
  it('without proof waits, and names the next step', async () => {
    const result = await declared(await signUp(registry), yes);
    expect(result).toMatchObject({ countsNow: false });
    expect(result.nextStep).toBe(
      'Your yes counts once you show that you control platform.test/art/1.png: open the claim on your desk and put its file in place.',
    );
  });

  it('on terms without proof is a no for now, and says both', async () => {
    const result = await declared(await signUp(registry), onTerms);
    expect(result).toMatchObject({ countsNow: false });
    expect(result.nextStep).toMatch(
      /^Until your terms count, your answer is a no, and that counts now\. Your answer/,
    );
    expect(result.statements).toMatchObject([{ terms: onTerms.terms, statement: { reservesRights: true } }]);
  });

  it('because of public domain waits for a moderator even where control is proven', async () => {
    const artist = await signUp(registry);
    const claim = await provenClaim(registry, world.site, artist, 'domain', newHost());
    const input = {
      ...yes,
      kind: 'domain' as const,
      address: claim.expression,
      basis: 'public-domain' as const,
    };
    const before = await declared(artist, input);
    expect(before).toMatchObject({ countsNow: false, nextStep: expect.stringContaining('add evidence') });
    await addEvidence(registry, artist, { claimId: claim.id, text: 'Painted in 1802.' });
    const moderator = await signUp(registry, 'moderator');
    const decision = {
      approve: true,
      reasonCode: 'public-record',
      note: 'A catalogue of 1810 lists them all.',
    };
    await decidedByTwo(registry, moderator, { claimId: claim.id, ...decision });
    expect(await declared(artist, input)).toMatchObject({ countsNow: true });
  });

  it.each(['host', 'person-depicted'] as const)('by a %s never counts, and says why', async (capacity) => {
    const artist = await signUp(registry);
    const claim = await provenClaim(registry, world.site, artist, 'domain', newHost());
    const result = await declared(artist, { ...yes, kind: 'domain', address: claim.expression, capacity });
    expect(result.countsNow).toBe(false);
    expect(result.nextStep).toMatch(/can say no/);
  });

  it('lifts an own no only while it counts itself', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    const address = `https://${host}/1.png`;
    const answered = async () => {
      const report = await checkConsent(registry, { items: [{ url: address }], uses: ['train-ai'] });
      return report.ok && report.answers[0]?.decisions[0]?.answer;
    };
    await declared(artist, { ...no, address });
    expect(await declared(artist, { ...yes, address })).toMatchObject({ countsNow: false });
    expect(await answered()).toBe('DENIED');

    const claim = await provenClaim(registry, world.site, artist, 'domain', host);
    expect(await answered()).toBe('ALLOWED');

    await withdrawClaim(registry, artist, { claimId: claim.id });
    expect(await answered()).toBe('DENIED');
  });
});

describe('a declaration that cannot stand', () => {
  it.each<[string, DeclareConsentInput, object]>([
    ['a yes for works of others', { ...yes, ownWorks: false }, { code: 'NOT_OWN_WORKS' }],
    ['terms for works of others', { ...onTerms, ownWorks: false }, { code: 'NOT_OWN_WORKS' }],
    ['a yes on terms without terms', { ...onTerms, terms: undefined }, { code: 'TERMS_MISSING' }],
    ['a yes on blank terms', { ...onTerms, terms: { credit: '  ', feeUrl: '' } }, { code: 'TERMS_MISSING' }],
    ['terms beside a no', { ...no, terms: { credit: 'x' } }, { code: 'INVALID_INPUT', field: 'terms' }],
    [
      'a fee address that a browser would run',
      { ...onTerms, terms: { feeUrl: 'javascript:alert(1)' } },
      { code: 'INVALID_INPUT', field: 'terms.feeUrl' },
    ],
    [
      'a licence address that is none',
      { ...onTerms, terms: { licenceUrl: 'by agreement' } },
      { code: 'INVALID_INPUT', field: 'terms.licenceUrl' },
    ],
    [
      'a licence address with a password in it',
      { ...onTerms, terms: { licenceUrl: 'https://anna:s3cret@example.com/licence' } },
      {
        code: 'INVALID_INPUT',
        field: 'terms.licenceUrl',
        message: expect.stringContaining('password') as unknown,
      },
    ],
    [
      'an address with a password in it',
      { ...no, address: 'https://anna:s3cret@example.com/1.png' },
      { code: 'INVALID_ADDRESS', message: expect.stringContaining('password') as unknown },
    ],
    [
      'a credit line without end',
      { ...onTerms, terms: { credit: 'x'.repeat(2_001) } },
      { code: 'INVALID_INPUT', field: 'terms.credit' },
    ],
    ['no answer', { ...no, answers: [] }, { code: 'INVALID_INPUT', field: 'answers' }],
    [
      'two answers for one use',
      { ...no, answers: [...no.answers, ...no.answers] },
      { code: 'INVALID_INPUT', field: 'answers' },
    ],
    ['a no because of CC0', { ...no, basis: 'cc0' }, { code: 'INVALID_INPUT', field: 'basis' }],
    [
      'an answer that has run out',
      { ...no, expiresAt: new Date('2026-11-22T12:00:00.000Z') },
      { code: 'INVALID_INPUT', field: 'expiresAt' },
    ],
    [
      'an expiry that is no date',
      { ...no, expiresAt: new Date(Number.NaN) },
      { code: 'INVALID_INPUT', field: 'expiresAt' },
    ],
    [
      'a key without end',
      { ...no, idempotencyKey: 'k'.repeat(201) },
      { code: 'INVALID_INPUT', field: 'idempotencyKey' },
    ],
    ['an empty key', { ...no, idempotencyKey: '' }, { code: 'INVALID_INPUT', field: 'idempotencyKey' }],
    ['a caption for an address', { ...no, address: 'hills at dawn' }, { code: 'INVALID_ADDRESS' }],
  ])('is refused, and leaves nothing behind: %s', async (_, input, refusal) => {
    const artist = await signUp(registry);
    const size = await registry.store.log.size();
    const result = await declareConsent(registry, artist, input);
    expect(result).toMatchObject({ ok: false, ...refusal, nextStep: expect.stringMatching(/\.$/) });
    expect(await registry.store.log.size()).toBe(size);
    expect(await claimsOf(artist)).toEqual([]);
  });
});

describe('noes without proof', () => {
  it('are bounded in number, also when asked for at once; proof lifts the bound', async () => {
    const narrow = { ...registry, settings: { ...registry.settings, assertedNoQuota: 3 } };
    const artist = await signUp(registry);
    const host = newHost();
    const ask = (picture: number) =>
      declareConsent(narrow, artist, { ...no, address: `https://${host}/${picture}.png` });
    const results = await Promise.all([1, 2, 3, 4, 5, 6].map(ask));
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'ASK_QUOTA', quota: 3 });
    expect(await registry.store.statements.countAssertedNoes(artist.account.id)).toBe(3);
    expect(await claimsOf(artist)).toHaveLength(3);
    await provenClaim(registry, world.site, artist, 'domain', host);
    expect(await ask(7)).toMatchObject({ ok: true });
  });

  it('may be said again when the bound is reached, for that adds none', async () => {
    const narrow = { ...registry, settings: { ...registry.settings, assertedNoQuota: 1 } };
    const artist = await signUp(registry);
    expect(await declareConsent(narrow, artist, no)).toMatchObject({ ok: true });
    expect(await declareConsent(narrow, artist, no)).toMatchObject({ ok: true });
  });
});

describe('a list of addresses that was kept elsewhere', () => {
  it('is said no to in one step, dated today, with a result for each address', async () => {
    const artist = await signUp(registry);
    const addresses = [
      'https://platform.test/list/1.png',
      'platform.test/list/2.png',
      newHost(),
      'hills at dawn',
      'flickr.com',
    ];
    const bring = () =>
      importAddresses(registry, artist, { addresses, uses: ['train-ai'], capacity: 'author' });
    const first = await bring();
    expect(first).toMatchObject({
      rows: [
        { kind: 'url', status: 'recorded', countsNow: true },
        { kind: 'url', status: 'recorded', countsNow: true },
        {
          kind: 'domain',
          status: 'recorded',
          countsNow: false,
          message: expect.stringMatching(/once you show/),
        },
        { status: 'refused', code: 'INVALID_ADDRESS' },
        { status: 'refused', code: 'PUBLIC_SUFFIX' },
      ],
    });
    const { rows } = await listStatements(registry, artist.account.id, { first: 10 });
    expect(rows.map(({ row }) => row.statement.statedAt)).toEqual(rows.map(() => world.clock.now()));
    const size = await registry.store.log.size();
    const again = await bring();
    expect(again.ok && again.rows.map(({ status }) => status)).toEqual([
      'known',
      'known',
      'known',
      'refused',
      'refused',
    ]);
    expect(await registry.store.log.size()).toBe(size);
  });

  it('is taken as far as the quota goes, and tells what went beyond', async () => {
    const narrow = { ...registry, settings: { ...registry.settings, assertedNoQuota: 2 } };
    const addresses = [1, 2, 3].map((number) => `https://platform.test/beyond/${number}.png`);
    const input = { addresses, uses: ['train-ai'], capacity: 'author' } as const;
    const result = await importAddresses(narrow, await signUp(registry), input);
    const codes = result.ok ? result.rows.map(({ code }) => code) : [];
    expect(codes.filter((code) => code === 'ASK_QUOTA')).toHaveLength(1);
    expect(codes.filter((code) => code === undefined)).toHaveLength(2);
  });

  it.each([
    ['no address', { addresses: [] }],
    ['more than fit', { addresses: Array.from({ length: 201 }, (_, index) => `a.test/${index}`) }],
    ['no use', { uses: [] }],
  ])('is refused with %s', async (_, input) => {
    const whole = { addresses: ['a.test/1'], uses: ['train-ai'], capacity: 'author' } as const;
    expect(await importAddresses(registry, await signUp(registry), { ...whole, ...input })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('a declaration with a key', () => {
  it('is made once by 64 requests at once, which all get the same answer', async () => {
    const artist = await signUp(registry);
    const size = await registry.store.log.size();
    const results = await Promise.all(
      Array.from({ length: 64 }, () => declareConsent(registry, artist, { ...no, idempotencyKey: 'once' })),
    );
    expect(new Set(results.map((result) => JSON.stringify(result, printable)))).toHaveProperty('size', 1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await logged(registry, size)).toHaveLength(2);
  });

  it('is refused when the key was used for something else, and nobody else is in its way', async () => {
    const artist = await signUp(registry);
    await declared(artist, { ...no, idempotencyKey: 'mine' });
    expect(await declareConsent(registry, artist, { ...onTerms, idempotencyKey: 'mine' })).toMatchObject({
      ok: false,
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(
      await declareConsent(registry, await signUp(registry), { ...onTerms, idempotencyKey: 'mine' }),
    ).toMatchObject({ ok: true });
  });
});

describe('64 answers at once about one address and use', () => {
  it('leave exactly one in force, and every one of them in the log', async () => {
    const artist = await signUp(registry);
    const address = `https://${newHost()}/1.png`;
    const size = await registry.store.log.size();
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        declareConsent(registry, artist, index % 2 === 0 ? { ...no, address } : { ...onTerms, address }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(64);
    expect(await logged(registry, size)).toHaveLength(65);
    const page = await listStatements(registry, artist.account.id, { first: 100 });
    const inForce = page.rows.filter(({ row }) => row.statement.supersededBy === undefined);
    expect(page.rows).toHaveLength(64);
    expect(inForce).toHaveLength(1);
    expect(inForce[0]?.row.statement.logIndex).toBe(size + 64n);
  });
});

describe('withdrawing a statement', () => {
  it('ends it by a leaf, once, and shows when', async () => {
    const artist = await signUp(registry);
    const { statements } = await declared(artist, no);
    const statementId = statements[0]?.statement.id ?? new Uint8Array();
    const size = await registry.store.log.size();
    const ticking = { ...registry, clock: tickingClock(world.clock.now()) };
    const results = await Promise.all(
      Array.from({ length: 16 }, () => withdrawStatement(ticking, artist, { statementId })),
    );
    const [first] = results;
    expect(first).toMatchObject({ ok: true, statement: { withdrawnAt: expect.any(Date) } });
    expect(results).toEqual(results.map(() => first));
    expect(await logged(registry, size)).toEqual([
      expect.objectContaining({ kind: 'withdrawal', statement: Buffer.from(statementId).toString('hex') }),
    ]);
  });

  it('is for its claimant alone', async () => {
    const { statements } = await declared(await signUp(registry), no);
    const statementId = statements[0]?.statement.id ?? new Uint8Array();
    expect(await withdrawStatement(registry, await signUp(registry), { statementId })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(
      await withdrawStatement(registry, await signUp(registry), { statementId: new Uint8Array(32) }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(await viewStatement(registry, statementId)).toMatchObject({ withdrawnAt: undefined });
  });
});

/** Two leaves of the same moment and content are one to the log; a clock that moves tells them apart. */
function tickingClock(start: Date): () => Date {
  let ticks = 0;
  return () => new Date(start.getTime() + ticks++);
}

/** JSON for values that have none of their own. */
function printable(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return typeof value === 'bigint' ? value.toString() : value;
}
