import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { consentForEntries } from '../../../src/app/consent/consent-for-entries.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { explainReason } from '../../../src/app/consent/explain-reason.js';
import { viewStatements } from '../../../src/app/consent/view-statements.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import type { Use } from '../../../src/core/consent/use.js';
import { openedClaim, provenClaim, putLine } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { closedByTwo } from '../../support/decided-by-two.js';

const hosts = Array.from({ length: 40 }, (_, index) => `host-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

let world: RegistryWithSite;
let registry: Registry;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  registry = world.registry;
});

afterAll(() => world.close());

type Change = Partial<Omit<DeclareConsentInput, 'answers'>> & { use?: Use };

/** Says it as author and for own works, unless `change` says otherwise; fails the test when that is refused. */
async function say(
  actor: SignedInActor,
  preference: Preference,
  kind: DeclareConsentInput['kind'],
  address: string,
  { use = 'train-ai', ...change }: Change = {},
) {
  const result = await declareConsent(registry, actor, {
    kind,
    address,
    answers: [{ use, preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
    ...change,
  });
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return result;
}

/** The decision about one use of each address, in order. */
async function ask(urls: readonly string[], use: Use = 'train-ai'): Promise<string[]> {
  const report = await checkConsent(registry, { items: urls.map((url) => ({ url })), uses: [use] });
  if (!report.ok) throw new Error(report.message);
  return report.answers.map(({ decisions }) => decisions.map(({ answer }) => answer).join());
}

async function askOne(url: string, use: Use = 'train-ai') {
  const checker = await createConsentChecker(registry, { uses: [use] });
  const [answer] = await checker.check([url]);
  const [decision] = answer?.decisions ?? [];
  if (decision === undefined) throw new Error('No decision was given.');
  return decision;
}

describe('an artist with a site', () => {
  it('claims it, proves it, says no: from then on everything on it is denied, and nothing beside it', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    const on = [`https://${host}/`, `http://cdn.${host}:8443/a/b.png?c=1`];
    const beside = [`https://${host}.example/`, `https://${newHost()}/`];
    const claim = await openedClaim(registry, artist, 'domain', host);
    await say(artist, 'deny', 'domain', host);
    expect(await ask([...on, ...beside])).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    await putLine(registry, world.site, claim);
    await verifyClaim(registry, artist, { claimId: claim.id });
    expect(await ask([...on, ...beside])).toEqual(['DENIED', 'DENIED', 'UNKNOWN', 'UNKNOWN']);
    await withdrawClaim(registry, artist, { claimId: claim.id });
    expect(await ask([...on, ...beside])).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  });

  it('says yes for the site, terms for a folder and no for one picture: the nearest word holds', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'allow', 'domain', host);
    await say(artist, 'conditional', 'path', `${host}/prints/`);
    await say(artist, 'deny', 'url', `${host}/prints/self.png`);
    const urls = ['/about.png', '/prints/1.png', '/prints/self.png'].map((path) => `https://${host}${path}`);
    expect(await ask(urls)).toEqual(['ALLOWED', 'CONDITIONAL', 'DENIED']);
  });

  it('is not heard by asking for a related use only: a no to training is a no to generative training', async () => {
    const artist = await signUp(registry);
    const address = `https://${newHost()}/1.png`;
    await say(artist, 'deny', 'url', address, { use: 'train-ai' });
    expect(await ask([address], 'train-generative-ai')).toEqual(['DENIED']);
    expect(await ask([address], 'text-and-data-mining')).toEqual(['DENIED']);
    expect(await ask([address], 'search')).toEqual(['UNKNOWN']);
  });
});

describe('a no about one address', () => {
  it('holds for every spelling of it, and for it with a query', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await say(artist, 'deny', 'url', `https://${host}/a b/1.png`);
    const spellings = [
      `http://${host.toUpperCase()}/a%20b/1.png`,
      `https://user@${host}:443/x/../a%20b/%31.png#top`,
      `//${host}./a%20b/1.png?width=200`,
      `https://${host}/a%20b/2.png`,
    ];
    expect(await ask(spellings)).toEqual(['DENIED', 'DENIED', 'DENIED', 'UNKNOWN']);
  });

  it('holds for an address that carries it inside; a yes does not', async () => {
    const artist = await signUp(registry);
    const [no, yes] = [newHost(), newHost()];
    await provenClaim(registry, world.site, artist, 'domain', yes);
    await say(artist, 'deny', 'url', `https://${no}/1.png`);
    await say(artist, 'allow', 'domain', yes);
    expect(
      await ask([
        `https://i0.wp.com/${no}/1.png?resize=300`,
        `https://proxy.example/?url=https%3A%2F%2F${no}%2F1.png`,
        `https://${yes}/thumb?src=https://${no}/1.png`,
        `https://i0.wp.com/${yes}/1.png`,
      ]),
    ).toEqual(['DENIED', 'DENIED', 'DENIED', 'UNKNOWN']);
  });

  it('by a stranger holds against a proven yes, and the report shows what each rests on', async () => {
    const [artist, stranger] = [await signUp(registry), await signUp(registry)];
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    const yes = await say(artist, 'allow', 'domain', host);
    const no = await say(stranger, 'deny', 'url', `https://${host}/1.png`);
    const decision = await askOne(`https://${host}/1.png`);
    expect(decision).toMatchObject({ answer: 'DENIED', assurance: 'asserted' });
    expect(decision.decidedBy).toMatchObject([{ id: hex(no.statements[0]?.statement.id), via: 'exact' }]);
    expect(decision.notDeciding).toMatchObject([
      { id: hex(yes.statements[0]?.statement.id), code: 'stricter-answer-stands', assurance: 'verified' },
    ]);
    expect(decision.notDeciding.map(explainReason)).toEqual(['It counts, but a stricter answer stands.']);
  });
});

describe('a yes', () => {
  it.each<[string, Change, string]>([
    ['for works of its own, proven', {}, 'ALLOWED'],
    ['by a host', { capacity: 'host' }, 'UNKNOWN'],
    ['by somebody depicted', { capacity: 'person-depicted' }, 'UNKNOWN'],
    ['because of CC0, that no moderator saw', { basis: 'cc0' }, 'UNKNOWN'],
  ])('%s', async (_, change, answer) => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'allow', 'domain', host, change);
    expect(await ask([`https://${host}/1.png`])).toEqual([answer]);
  });

  it('of 200 fresh accounts without proof never turns an answer to ALLOWED', async () => {
    const address = `https://${newHost()}/1.png`;
    for (let count = 0; count < 200; count += 1) await say(await signUp(registry), 'allow', 'url', address);
    const decision = await askOne(address);
    expect(decision.answer).toBe('UNKNOWN');
    expect(new Set(decision.notDeciding.map(({ code }) => code))).toEqual(
      new Set(['yes-needs-verification']),
    );
    expect(decision.notDeciding).toHaveLength(200);
  });

  it('below the assurance that is asked for does not count; a no always does', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'allow', 'domain', host);
    await say(artist, 'deny', 'url', `${host}/no.png`);
    const items = [{ url: `https://${host}/1.png` }, { url: `https://${host}/no.png` }];
    const report = await checkConsent(registry, { items, uses: ['train-ai'], minimumAssurance: 'reviewed' });
    expect(report).toMatchObject({
      answers: [{ decisions: [{ answer: 'UNKNOWN' }] }, { decisions: [{ answer: 'DENIED' }] }],
    });
  });

  it('ends on its day', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'allow', 'domain', host, { expiresAt: new Date('2026-12-01T00:00:00.000Z') });
    const checkAt = async (at: string) => {
      const then = { ...registry, clock: () => new Date(at) };
      const checker = await createConsentChecker(then, { uses: ['train-ai'] });
      const [answer] = await checker.check([`https://${host}/1.png`]);
      return answer?.decisions[0]?.answer;
    };
    expect(await checkAt('2026-11-30T23:59:59.999Z')).toBe('ALLOWED');
    expect(await checkAt('2026-12-01T00:00:00.000Z')).toBe('UNKNOWN');
  });
});

describe('a statement', () => {
  it('that is withdrawn no longer decides', async () => {
    const artist = await signUp(registry);
    const address = `https://${newHost()}/1.png`;
    const { statements } = await say(artist, 'deny', 'url', address);
    expect(await ask([address])).toEqual(['DENIED']);
    await withdrawStatement(registry, artist, {
      statementId: statements[0]?.statement.id ?? new Uint8Array(),
    });
    expect(await ask([address])).toEqual(['UNKNOWN']);
  });

  it('of whoever loses a dispute about the place is set aside, and what the winner says is heard', async () => {
    const [artist, rival, moderator] = [
      await signUp(registry),
      await signUp(registry),
      await signUp(registry, 'moderator'),
    ];
    const address = `https://${newHost()}/contested.png`;
    const own = await provenClaim(registry, world.site, artist, 'url', address);
    await say(artist, 'allow', 'url', address);
    await provenClaim(registry, world.site, rival, 'url', address);
    await say(rival, 'deny', 'url', address);
    expect(await ask([address])).toEqual(['DENIED']);
    const dispute = await registry.store.disputes.openOn('url', own.subjectDigest);
    await closedByTwo(registry, moderator, {
      disputeId: dispute?.id ?? '',
      upheldClaimId: own.id,
      reasonCode: 'evidence-convincing',
      note: 'Signed originals were shown.',
    });
    const decision = await askOne(address);
    expect(decision).toMatchObject({
      answer: 'ALLOWED',
      notDeciding: [{ code: 'suspended', preference: 'deny' }],
    });
    // What was lost on review is not won back by a mere word.
    await say(rival, 'deny', 'url', address);
    expect(await ask([address])).toEqual(['ALLOWED']);
  });

  it('that its claimant replaced no longer decides', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'deny', 'url', `${host}/1.png`);
    await say(artist, 'allow', 'url', `${host}/1.png`);
    expect(await ask([`https://${host}/1.png`])).toEqual(['ALLOWED']);
  });

  it('is shown with address and terms for as long as its opening is kept', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    const { statements } = await say(artist, 'conditional', 'url', `https://${host}/1.png?b#c`);
    const id = statements[0]?.statement.id ?? new Uint8Array();
    expect(await viewStatements(registry, [new Uint8Array(32), id])).toMatchObject([
      undefined,
      { address: `${host}/1.png?b`, terms: { credit: 'Name me' }, assurance: 'asserted', statement: { id } },
    ]);
  });
});

describe('a dispute', () => {
  it('keeps the strictest word in force, and its end gives the place to one side', async () => {
    const [anna, bert] = [await signUp(registry), await signUp(registry)];
    const host = newHost();
    await provenClaim(registry, world.site, anna, 'domain', host);
    await say(anna, 'allow', 'domain', host);
    const claim = await provenClaim(registry, world.site, bert, 'domain', host);
    await say(bert, 'deny', 'domain', host);
    const url = `https://${host}/1.png`;
    expect(await ask([url])).toEqual(['DENIED']);
    const dispute = await registry.store.disputes.openOn('domain', claim.subjectDigest);
    const [annasClaim] = dispute?.claimIds.filter((id) => id !== claim.id) ?? [];
    await closedByTwo(registry, await signUp(registry, 'moderator'), {
      disputeId: dispute?.id ?? '',
      upheldClaimId: annasClaim,
      reasonCode: 'public-record',
      note: 'The domain has been hers since 2009.',
    });
    expect(await askOne(url)).toMatchObject({ answer: 'ALLOWED', assurance: 'reviewed' });
  });
});

describe('a question about many items', () => {
  it('is answered in place and in order, also for what is no address', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await say(artist, 'deny', 'url', `https://${host}/1.png`);
    const report = await checkConsent(registry, {
      items: [
        'UNLIKELY',
        `https://${host}/1.png`,
        '',
        'data:image/png;base64,AA',
        `https://${host}/1.png`,
      ].map((url) => ({ url })),
      uses: ['search', 'train-ai'],
    });
    expect(report).toMatchObject({
      ok: true,
      rulesVersion: 1,
      canonicalUrlVersion: 1,
      answeredAt: world.clock.now(),
      logSize: await registry.store.log.size(),
      answers: [
        { url: 'UNLIKELY', notAnswered: 'not-a-url', canonicalUrl: undefined },
        {
          canonicalUrl: `${host}/1.png`,
          decisions: [{ use: 'search', answer: 'UNKNOWN' }, { answer: 'DENIED' }],
        },
        { url: '', notAnswered: 'empty' },
        {
          notAnswered: 'not-http',
          decisions: [{ answer: 'UNKNOWN' }, { use: 'train-ai', answer: 'UNKNOWN' }],
        },
        { notAnswered: undefined, decisions: [{ answer: 'UNKNOWN' }, { answer: 'DENIED' }] },
      ],
    });
  });

  it('takes four queries, however many the items are', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'deny', 'domain', host);
    const items = Array.from({ length: 10_000 }, (_, index) => ({
      url: index % 2 === 0 ? `https://${host}/${index}.png` : `https://other-${index}.example/${index}.png`,
    }));
    let queries = 0;
    const counted = <T extends object>(store: T): T =>
      new Proxy(store, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return (...parameters: unknown[]) => {
            queries += 1;
            return Reflect.apply(member, target, parameters) as unknown;
          };
        },
      });
    const { store } = registry;
    const counting = {
      ...registry,
      store: {
        ...store,
        log: counted(store.log),
        statements: counted(store.statements),
        claims: counted(store.claims),
      },
    };
    const report = await checkConsent(counting, { items, uses: ['train-ai'] });
    const answers = report.ok ? report.answers.map(({ decisions }) => decisions[0]?.answer) : [];
    expect(answers.filter((answer) => answer === 'DENIED')).toHaveLength(5_000);
    expect(answers.filter((answer) => answer === 'UNKNOWN')).toHaveLength(5_000);
    expect(queries).toBe(4);
  });

  it.each([
    ['items', 10_001, ['train-ai'] as const],
    ['uses', 1, [] as const],
    ['uses', 1, ['search', 'search'] as const],
  ])('is refused for its %s: %i items, uses %j', async (field, count, uses) => {
    const items = Array.from({ length: count }, () => ({ url: 'https://a.example/' }));
    expect(await checkConsent(registry, { items, uses })).toMatchObject({ code: 'INVALID_INPUT', field });
  });
});

describe('a checker that works through batches', () => {
  it('answers as of the size of the log that it was made at, whatever is said meanwhile', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await provenClaim(registry, world.site, artist, 'domain', host);
    await say(artist, 'deny', 'url', `${host}/again.png`);
    const checker = await createConsentChecker(registry, { uses: ['train-ai'] });
    await say(artist, 'allow', 'url', `${host}/yes.png`);
    await say(artist, 'deny', 'url', `${host}/again.png`);
    await say(artist, 'deny', 'url', `${host}/no.png`);
    const asked = ['yes', 'again', 'no'].map((name) => `https://${host}/${name}.png`);
    const answers = await checker.check(asked);
    expect(answers.map(({ decisions }) => decisions[0]?.answer)).toEqual(['UNKNOWN', 'DENIED', 'UNKNOWN']);
    expect(await registry.store.log.size()).toBeGreaterThan(checker.logSize);
  });
});

describe('the answers beside entries', () => {
  it('are found by canonical address, ports and machine addresses included', async () => {
    const artist = await signUp(registry);
    const host = newHost();
    await say(artist, 'deny', 'url', `https://${host}:8080/1.png`);
    const answers = await consentForEntries(
      registry,
      [`${host}:8080/1.png`, `${host}/1.png`, '192.0.2.1/1.png'],
      ['train-ai'],
    );
    expect(answers.map(({ decisions }) => decisions[0]?.answer)).toEqual(['DENIED', 'UNKNOWN', 'UNKNOWN']);
    expect(answers.map(({ canonicalUrl }) => canonicalUrl)).toEqual([
      `${host}:8080/1.png`,
      `${host}/1.png`,
      '192.0.2.1/1.png',
    ]);
  });
});

function hex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
