import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { OwnClaim } from '../../src/app/claims/own-claim.js';
import { verifyClaim } from '../../src/app/claims/proofs/verify-claim.js';
import { withdrawClaim } from '../../src/app/claims/withdraw-claim.js';
import type { SignedInActor } from '../../src/app/actor.js';
import { createConsentChecker } from '../../src/app/consent/consent-checker.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { withdrawStatement } from '../../src/app/consent/withdraw-statement.js';
import { appendLeaves } from '../../src/app/log/append-leaves.js';
import { LogReadOnly } from '../../src/app/log/log-status.js';
import type { Registry } from '../../src/app/registry.js';
import type { Preference } from '../../src/core/consent/preference.js';
import type { PlaceKind } from '../../src/core/consent/subject.js';
import { buildClaimLeaf } from '../../src/core/log/claim-leaf.js';
import type { Leaf } from '../../src/core/log/leaf.js';
import { placeLeafSubject } from '../../src/core/log/leaf-subject.js';
import { buildMatchLeaf } from '../../src/core/log/match-leaf.js';
import { buildStatementLeaf } from '../../src/core/log/statement-leaf.js';
import { canonicalUrl } from '../../src/core/url/canonical-url.js';
import { embeddedUrls } from '../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../src/core/url/url-expressions.js';
import { openPython } from '../clients/python-process.js';
import { openedClaim, provenClaim, putLine } from '../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import { type LogServer, openLogServer } from './log-server.js';

const HOST = 'artist.test';
const OTHER = 'other.test';
const ADDRESSES = [
  `https://${HOST}/a/1.jpg`,
  `https://${HOST}/a/1.jpg?w=300`,
  `https://${HOST}/b/2.jpg`,
  `https://${OTHER}/a/1.jpg`,
  `https://i0.wp.com/${HOST}/a/1.jpg`,
  'https://nobody.example/1.jpg',
];

let world: RegistryWithSite;
let registry: Registry;
let server: LogServer;
let artist: SignedInActor;
let rival: SignedInActor;
/** Sizes after each step. */
const sizes: number[] = [];

const sizeNow = async () => Number(await registry.store.log.size());

async function say(
  who: SignedInActor,
  kind: PlaceKind,
  address: string,
  preference: Preference,
  expiresAt?: Date,
): Promise<string> {
  const declared = await declareConsent(registry, who, {
    kind,
    address,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(expiresAt ? { expiresAt } : {}),
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
  });
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error('It was not declared.');
  return Buffer.from(view.statement.id).toString('hex');
}

beforeAll(async () => {
  world = await openRegistryWithSite([HOST, OTHER]);
  registry = world.registry;
  server = await openLogServer(registry);
  artist = await signUp(registry);
  rival = await signUp(registry);
  let statement = '';
  let claim: OwnClaim | undefined;
  const steps: (() => Promise<unknown>)[] = [
    () => say(artist, 'url', ADDRESSES[0] ?? '', 'deny'),
    async () => (statement = await say(artist, 'path', `https://${HOST}/b/`, 'deny')),
    async () => (claim = await openedClaim(registry, artist, 'domain', HOST)),
    async () => {
      if (claim === undefined) throw new Error('Nothing was claimed.');
      await putLine(registry, world.site, claim);
      await verifyClaim(registry, artist, { claimId: claim.id });
    },
    () => say(artist, 'domain', HOST, 'conditional'),
    () => withdrawStatement(registry, artist, { statementId: Buffer.from(statement, 'hex') }),
    () => provenClaim(registry, world.site, rival, 'domain', OTHER),
    () => say(rival, 'url', ADDRESSES[3] ?? '', 'allow'),
    () => say(rival, 'url', ADDRESSES[2] ?? '', 'deny'),
    async () => {
      const [held] = await registry.store.claims.madeBy(
        [rival.account.pseudonym],
        await digestsOf('domain', OTHER),
      );
      await withdrawClaim(registry, rival, { claimId: held?.id ?? '' });
    },
  ];
  sizes.push(await sizeNow());
  for (const step of steps) {
    world.clock.advance({ minutes: 1 });
    await step();
    sizes.push(await sizeNow());
  }
});

afterAll(async () => {
  await server.close();
  await world.close();
});

async function digestsOf(kind: PlaceKind, expression: string): Promise<Uint8Array[]> {
  return Promise.resolve([Buffer.from(placeLeafSubject(kind, expression, registry.sha256).sha256, 'hex')]);
}

interface Line {
  readonly index: number;
  readonly subject: { readonly kind: string; readonly sha256: string };
  readonly statements: readonly {
    readonly id: string;
    readonly preference: string;
    readonly assurance: string;
  }[];
}

const get = (query: string, url = server.url) => fetch(`${url}/v1/changes?${query}`);

async function changes(query: string): Promise<{ lines: Line[]; last: { size: number; moment: string } }> {
  const text = await (await get(query)).text();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { lines: lines.slice(0, -1), last: lines.at(-1) as unknown as { size: number; moment: string } };
}

/** Everything under which an address is looked up, as lines name it. */
function namesOf(address: string): string[] {
  const read = canonicalUrl(address);
  if (!read.ok) return [];
  return [read.url, ...embeddedUrls(read.url)]
    .flatMap(urlExpressions)
    .map(({ kind, expression }) => `${kind} ${placeLeafSubject(kind, expression, registry.sha256).sha256}`);
}

async function answersAt(size: number): Promise<string[]> {
  const checker = await createConsentChecker(registry, { uses: ['train-ai'], asOf: { size } });
  const items = await checker.check(ADDRESSES);
  return items.map(({ decisions }) => JSON.stringify(decisions));
}

describe('GET /v1/changes', () => {
  it('names, between any two sizes, a subject of every address that is answered otherwise', async () => {
    const answers = await Promise.all(sizes.map(answersAt));
    let changed = 0;
    for (const [from, since] of sizes.entries()) {
      for (const [to, size] of sizes.entries()) {
        if (size <= since) continue;
        const { lines } = await changes(`since=${since}&to=${size}`);
        const named = new Set(lines.map(({ subject }) => `${subject.kind} ${subject.sha256}`));
        for (const [at, address] of ADDRESSES.entries()) {
          if (answers[from]?.[at] === answers[to]?.[at]) continue;
          changed += 1;
          expect([address, since, size, namesOf(address).some((name) => named.has(name))]).toEqual([
            address,
            since,
            size,
            true,
          ]);
        }
        if (size === sizes.at(-1)) expect(named).not.toContain(namesOf(ADDRESSES[5] ?? '')[0]);
      }
    }
    expect(changed).toBeGreaterThan(20);
  });

  it('has one line for each subject, in the order of the log, and says what stands there', async () => {
    const { lines, last } = await changes('since=0');
    const indexes = lines.map(({ index }) => index);
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
    const names = lines.map(({ subject }) => `${subject.kind} ${subject.sha256}`);
    expect(new Set(names).size).toBe(names.length);
    const [name] = namesOf(ADDRESSES[0] ?? '');
    const line = lines[names.indexOf(name ?? '')];
    expect(line?.statements).toMatchObject([{ preference: 'deny', assurance: 'verified' }]);
    const size = await sizeNow();
    expect(last).toEqual({ size, moment: (await lastLoggedAt(size)).toISOString() });
  });

  it('shows nothing of what was withdrawn, and tells that it was', async () => {
    const { lines } = await changes(`since=${String(sizes[5])}&to=${String(sizes[6])}`);
    expect(lines.map(({ subject, statements }) => [subject.kind, statements])).toEqual([['path', []]]);
  });

  it('is the same for ever between two sizes that are named, and not to be kept where no end is', async () => {
    const closed = `since=${String(sizes[1])}&to=${String(sizes[4])}`;
    const first = await get(closed);
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const text = await first.text();
    await say(artist, 'url', `https://${HOST}/later.jpg`, 'deny');
    expect(await (await get(closed)).text()).toBe(text);
    expect((await get(`since=${String(sizes[1])}`)).headers.get('cache-control')).toBe('no-store');
  });

  it('answers the size alone where nothing changed', async () => {
    const size = await sizeNow();
    expect(await changes(`since=${size}`)).toMatchObject({ lines: [], last: { size } });
  });

  it('waits for the log to grow, and answers at once when it does', async () => {
    const size = await sizeNow();
    const waiting = changes(`since=${size}&wait=60`);
    await say(artist, 'url', `https://${HOST}/awaited.jpg`, 'deny');
    const { lines, last } = await waiting;
    expect(last.size).toBeGreaterThan(size);
    expect(lines.map(({ subject }) => subject.kind)).toContain('url');
  });

  it('answers the size alone when nothing came in the time', async () => {
    const size = await sizeNow();
    expect(await changes(`since=${size}&wait=1`)).toMatchObject({ lines: [], last: { size } });
  });

  it.each([
    ['no beginning', ''],
    ['a size beyond the signed log', 'since=100000'],
    ['an end beyond the signed log', 'since=0&to=100000'],
    ['an end before the beginning', 'since=2&to=1'],
    ['more than a thousand leaves', 'since=0&to=1001'],
    ['what is no number', 'since=-1'],
    ['a beginning twice', 'since=0&since=1'],
    ['a name that is not known', 'since=0&until=1'],
    ['a wait of an hour', 'since=0&wait=3600'],
    ['a wait for an end', 'since=0&to=1&wait=5'],
  ])('refuses %s', async (_, query) => {
    const response = await get(query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_REQUEST' } });
  });

  it('lets the Python client name the rows that are to be asked about again', async () => {
    const python = openPython();
    const since = sizes[7];
    const asked = { registry: server.url, since, urls: ADDRESSES };
    const [found, failed] = await python.ask('changes', [asked, { ...asked, since: 1_000_000 }]);
    await python.close();
    expect(found).toEqual({
      size: await sizeNow(),
      everything: false,
      // Since then: a yes and its end for the whole of the other site, and a no to one address, which came into dispute with the
      // offer for the whole of the artist's. Nobody said anything of the last.
      concerned: ADDRESSES.slice(0, -1),
    });
    expect(failed).toEqual({ failed: expect.stringContaining('400') });
  });

  it('names the addresses that hold a work of which something was said, and reads no other matches for it', async () => {
    const [work, claim, claimant, strange, stranger] = Array.from({ length: 5 }, () =>
      randomBytes(16).toString('hex'),
    );
    const add = (leaves: (time: string) => Leaf[]) =>
      registry.log.sequence((stores, at) => appendLeaves(registry, stores, leaves(at.toISOString()), at));
    const subject = { kind: 'content', work: work ?? '', sha256: randomBytes(32).toString('hex') } as const;
    const header = { claim: claim ?? '', claimant: claimant ?? '', capacity: 'author', subject } as const;
    const match = (of: string | undefined, by: string | undefined, address: string, time: string) =>
      buildMatchLeaf({
        ...{ match: randomBytes(16).toString('hex'), claim: of ?? '', claimant: by ?? '', canon: 1, time },
        ...{ action: 'add', method: 'sha256', confirmedBy: 'machine' },
        subject: { ...placeLeafSubject('url', address, registry.sha256), kind: 'url' },
      });
    const HELD = 'copies.test/held.jpg';
    await add((time) => [
      buildClaimLeaf({ ...header, time }),
      match(claim, claimant, HELD, time),
      ...Array.from({ length: 300 }, (_, n) => match(strange, stranger, `copies.test/${n}.jpg`, time)),
    ]);
    const since = await sizeNow();
    const opening = randomBytes(32).toString('hex');
    const said = { use: 'train-ai', preference: 'deny', basis: 'own-right', ownWorks: true } as const;
    await add((time) => [buildStatementLeaf({ ...header, ...said, opening, time })]);
    let read = 0;
    const log = new Proxy(registry.store.log, {
      get:
        (target, name) =>
        async (...args: unknown[]) => {
          const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
          const answered = await method.apply(target, args);
          if (Array.isArray(answered)) read += answered.length;
          return answered;
        },
    });
    const counting = await openLogServer({ ...registry, store: { ...registry.store, log } });
    const text = await (await get(`since=${since}`, counting.url)).text();
    await counting.close();
    expect(text).toContain(placeLeafSubject('url', HELD, registry.sha256).sha256);
    expect(text.trimEnd().split('\n')).toHaveLength(3);
    expect(read).toBeLessThan(50);
  });

  it('answers nothing while leaves may be missing', async () => {
    const behind = await openLogServer({
      ...registry,
      log: {
        ...registry.log,
        assertWhole: () => {
          throw new LogReadOnly('behind', 'Behind.');
        },
      },
    });
    expect((await get('since=0', behind.url)).status).toBe(503);
    await behind.close();
  });
});

async function lastLoggedAt(size: number): Promise<Date> {
  const [entry] = await registry.store.log.byIndex(BigInt(size - 1), 1);
  if (entry === undefined) throw new Error('There is no such leaf.');
  return entry.loggedAt;
}
