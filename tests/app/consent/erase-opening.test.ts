import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { eraseOpening } from '../../../src/app/consent/erase-opening.js';
import type { StatementView } from '../../../src/app/consent/describe-statements.js';
import type { Registry } from '../../../src/app/registry.js';
import { logged } from '../../support/logged-leaves.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import { tracesInTables } from '../../support/traces.js';
import { fetchReaching, openTestSite } from '../../support/test-site.js';

const HOST = 'mosaics.example';
const PICTURE = `https://${HOST}/floor-12.jpg`;

const store = await openTestStore();
const site = await openTestSite();
const outgoing = fetchReaching(site, HOST);
const tried: string[] = [];
const registry: Registry = makeTestRegistry(store, {
  outgoing,
  attempts: {
    take: (kind, key) => {
      tried.push(`${kind} ${key}`);
      return Promise.resolve(0);
    },
  },
});
let artist: SignedInActor;

beforeAll(async () => {
  artist = await signUp(registry);
  await provenClaim(registry, site, artist, 'domain', HOST);
});

afterAll(async () => {
  await outgoing.close();
  await site.close();
  await store.close();
});

async function said(input: Partial<DeclareConsentInput>): Promise<StatementView> {
  const declared = await declareConsent(registry, artist, {
    kind: 'url',
    address: PICTURE,
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    answers: [{ use: 'search', preference: 'deny' }],
    ...input,
  });
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error(JSON.stringify(declared));
  return view;
}

async function answerTo(use: 'search' | 'train-ai'): Promise<string | undefined> {
  const report = await checkConsent(registry, { items: [{ url: PICTURE }], uses: [use] });
  return report.ok ? report.answers[0]?.decisions[0]?.answer : undefined;
}

describe('erasing the details of a statement', () => {
  it('makes a plain no of an offer, with nothing of its terms left, nor what could confirm a guess at them', async () => {
    const offer = await said({
      answers: [{ use: 'train-ai', preference: 'conditional' }],
      terms: { contact: 'the workshop behind the kiln' },
      expiresAt: new Date('2027-11-22T12:00:00.000Z'),
      idempotencyKey: 'offer-for-floor-12',
    });
    expect(await answerTo('train-ai')).toBe('CONDITIONAL');
    const [opening] = await store.statements.openings([offer.statement.id]);
    const kept = await store.statements.idempotent(artist.account.id, 'offer-for-floor-12');
    const values = {
      contact: 'the workshop behind the kiln',
      salt: opening?.salt ?? '',
      request: kept?.requestDigest ?? '',
    };
    expect(await tracesInTables(store.dataSource, values)).toHaveLength(3);

    const size = await store.log.size();
    const erased = await eraseOpening(registry, artist, { statementId: offer.statement.id });
    expect(erased).toMatchObject({ ok: true, statement: { address: undefined, terms: undefined } });
    expect(await tracesInTables(store.dataSource, values)).toEqual([]);
    expect(await logged(registry, size)).toEqual([
      expect.objectContaining({
        kind: 'erasure',
        scope: 'opening',
        claimant: artist.account.pseudonym,
        statement: bytesToHex(offer.statement.id),
      }),
    ]);
    expect(await answerTo('train-ai')).toBe('DENIED');
  });

  it('leaves the weight that a wider claim gives it, although nobody can tell the places any more', async () => {
    const view = await said({ answers: [{ use: 'search', preference: 'deny' }] });
    expect(view.assurance).toBe('verified');
    expect(await eraseOpening(registry, artist, { statementId: view.statement.id })).toMatchObject({
      statement: { assurance: 'verified' },
    });
  });

  it.each([
    ['a yes', 'allow', 'ALLOWED'],
    ['a no', 'deny', 'DENIED'],
  ] as const)('leaves %s as it was', async (_what, preference, answer) => {
    const view = await said({ answers: [{ use: 'search', preference }] });
    expect(await eraseOpening(registry, artist, { statementId: view.statement.id })).toMatchObject({
      ok: true,
    });
    expect(await answerTo('search')).toBe(answer);
    expect((await store.statements.byIds([view.statement.id]))[0]).toMatchObject({
      accountId: artist.account.id,
    });
  });

  it('leaves no second leaf when it was done before', async () => {
    const view = await said({ answers: [{ use: 'ai-inference', preference: 'deny' }] });
    const erased = await eraseOpening(registry, artist, { statementId: view.statement.id });
    const size = await store.log.size();
    expect(await eraseOpening(registry, artist, { statementId: view.statement.id })).toEqual(erased);
    expect(await store.log.size()).toBe(size);
  });

  it('is not for others, and not for what does not exist', async () => {
    const view = await said({ answers: [{ use: 'text-and-data-mining', preference: 'deny' }] });
    const other = await signUp(registry);
    const size = await store.log.size();
    for (const statementId of [view.statement.id, new Uint8Array(32)]) {
      expect(await eraseOpening(registry, other, { statementId })).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await store.log.size()).toBe(size);
    expect(await store.statements.openings([view.statement.id])).toHaveLength(1);
    expect(tried).toContain(`erase account:${other.account.id}`);
  });

  it('can be done so often and no oftener', async () => {
    const view = await said({ answers: [{ use: 'train-generative-ai', preference: 'deny' }] });
    const busy = { ...registry, attempts: { take: () => Promise.resolve(30) } };
    expect(await eraseOpening(busy, artist, { statementId: view.statement.id })).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 30,
    });
    expect(await store.statements.openings([view.statement.id])).toHaveLength(1);
  });
});
