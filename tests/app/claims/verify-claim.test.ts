import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { challengesOf } from '../../../src/app/claims/describe-claims.js';
import { openClaim } from '../../../src/app/claims/open-claim.js';
import { renewChallenge } from '../../../src/app/claims/proofs/renew-challenge.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import type { Claim, PlaceKind } from '../../../src/app/ports/claims.js';
import { lineFor, openedClaim, provenClaim, putLine } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import type { SiteAnswer } from '../../support/test-site.js';

const WELL_KNOWN = '/.well-known/assent-challenge.txt';
let nextHost = 0;
const hosts = Array.from({ length: 60 }, (_, index) => `host-${index}.test`);

/** A host of its own for each scenario, so that none sees another's files. */
function newHost(): string {
  return hosts[nextHost++] ?? 'out-of-hosts.test';
}

let world: RegistryWithSite;
let artist: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite([...hosts, ...hosts.map((host) => `www.${host}`)]);
  artist = await signUp(world.registry);
});

afterAll(() => world.close());

async function open(kind: PlaceKind, address: string, actor = artist): Promise<Claim> {
  return openedClaim(world.registry, actor, kind, address);
}

async function verify(claim: Claim, actor = artist) {
  return verifyClaim(world.registry, actor, { claimId: claim.id });
}

function serve(host: string, path: string, answer: SiteAnswer): void {
  world.site.files.set(`//${host}${path}`, answer);
}

describe('opening a claim', () => {
  it('hands out a line of 256 random bits and the place for its file, for seven days', async () => {
    const claim = await open('domain', newHost());
    const [found] = await challengesOf(world.registry, [claim]);
    expect(claim).toMatchObject({ state: 'open', assurance: 'asserted' });
    expect(found?.fileContent).toMatch(/^assent-challenge=[\w-]{43}$/);
    expect(found?.fileUrl).toBe(`https://${claim.expression}${WELL_KNOWN}`);
    expect(found?.challenge.expiresAt).toEqual(new Date('2026-11-29T12:00:00.000Z'));
  });

  it('logs a leaf with a digest and a pseudonym, in which neither address nor account can be read', async () => {
    const size = await world.registry.store.log.size();
    const claim = await open('path', `${newHost()}/work/`);
    const [entry] = await world.registry.store.log.byIndex(size, 10);
    const leaf = Buffer.from(entry?.leaf ?? []).toString();
    expect(JSON.parse(leaf)).toMatchObject({
      kind: 'claim',
      claim: claim.id.replaceAll('-', ''),
      claimant: artist.account.pseudonym.replaceAll('-', ''),
      subject: { kind: 'path', sha256: Buffer.from(claim.subjectDigest).toString('hex') },
      canon: 1,
    });
    expect(leaf).not.toContain('host-');
    expect(leaf).not.toContain(artist.account.id);
  });

  it('answers a second one on the same place with the first', async () => {
    const host = newHost();
    const claim = await open('domain', host);
    const again = await openClaim(world.registry, artist, {
      kind: 'domain',
      address: `https://${host.toUpperCase()}/`,
      capacity: 'heir',
    });
    expect(again).toMatchObject({ ok: false, code: 'ALREADY_CLAIMED', claim: { id: claim.id } });
  });

  it('makes one claim of 16 requests at once', async () => {
    const address = newHost();
    const results = await Promise.all(
      Array.from({ length: 16 }, () =>
        openClaim(world.registry, artist, { kind: 'domain', address, capacity: 'author' }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === 'ALREADY_CLAIMED')).toHaveLength(15);
  });
});

describe('the file of a claim', () => {
  it.each<[string, (line: string) => SiteAnswer]>([
    ['holds the line alone', (line) => line],
    ['begins with a byte order mark', (line) => `\uFEFF${line}\n`],
    ['has line ends of Windows and trailing blanks', (line) => `# proofs\r\n${line}  \t\r\n`],
    ['has lines of other claims too', (line) => `assent-challenge=other\n${line}\nassent-challenge=third`],
    ['comes without a type', (line) => ({ headers: {}, body: line })],
    [
      'comes as bytes of no known type',
      (line) => ({ headers: { 'content-type': 'application/octet-stream' }, body: line }),
    ],
  ])('proves the domain when it %s', async (_, answer) => {
    const host = newHost();
    const claim = await open('domain', host);
    serve(host, WELL_KNOWN, answer(await lineFor(world.registry, claim)));
    expect(await verify(claim)).toMatchObject({
      ok: true,
      claim: { state: 'active', assurance: 'verified', verifiedAt: world.clock.now() },
    });
  });

  it.each<[string, SiteAnswer, RegExp]>([
    ['is absent', { status: 404, body: 'LINE' }, /404/],
    ['comes with an error', { status: 500, body: 'LINE' }, /500/],
    ['is a page', { headers: { 'content-type': 'text/html' }, body: 'LINE' }, /text\/html/],
    ['is a picture', { headers: { 'content-type': 'image/png' }, body: 'LINE' }, /image\/png/],
    ['is not UTF-8', { body: Buffer.from([0xff, 0xfe, 0x61, 0x00]) }, /UTF-8/],
    ['is too large', { body: 'x'.repeat(70_000) }, /64 kilobytes/],
    ['holds no line', 'Nothing to see.', /no line/],
    ['holds other lines', 'assent-challenge=of-another-claim', /other claims/],
    ['holds the line within another', 'see LINE for more', /no line/],
    [
      'leads to another host',
      { status: 302, headers: { location: 'http://www.host-0.test/' } },
      /redirects to/,
    ],
  ])('proves nothing when it %s, and says why', async (_, answer, problem) => {
    const host = newHost();
    const claim = await open('domain', host);
    const line = await lineFor(world.registry, claim);
    const filled =
      typeof answer === 'string'
        ? answer.replace('LINE', line)
        : { ...answer, ...(answer.body === 'LINE' ? { body: line } : {}) };
    serve(host, WELL_KNOWN, filled);
    const result = await verify(claim);
    expect(result).toMatchObject({
      ok: false,
      code: 'CHALLENGE_FAILED',
      claim: { id: claim.id, state: 'open' },
    });
    expect(result).toHaveProperty('message', expect.stringMatching(problem));
    expect(result).toHaveProperty('nextStep', expect.stringMatching(/\.$/));
    const [challenge] = await world.registry.store.challenges.latestOf([claim.id]);
    expect(challenge).toMatchObject({
      lastCheckedAt: world.clock.now(),
      lastProblem: expect.stringMatching(problem),
      metAt: undefined,
    });
  });

  it('tells apart a host with and without www., and names the way out', async () => {
    const host = newHost();
    const claim = await open('domain', host);
    const location = `http://www.${host}${WELL_KNOWN}`;
    serve(host, WELL_KNOWN, { status: 301, headers: { location } });
    serve(`www.${host}`, WELL_KNOWN, await lineFor(world.registry, claim));
    expect(await verify(claim)).toMatchObject({
      ok: false,
      code: 'CHALLENGE_FAILED',
      nextStep: expect.stringContaining('claim the host that it leads to'),
    });
  });

  it('may be reached by a redirect on the same host', async () => {
    const host = newHost();
    const claim = await open('domain', host);
    serve(host, WELL_KNOWN, { status: 301, headers: { location: '/proofs.txt' } });
    serve(host, '/proofs.txt', await lineFor(world.registry, claim));
    expect(await verify(claim)).toMatchObject({ ok: true });
  });

  it('says so when the host cannot be reached at all', async () => {
    const claim = await open('domain', 'nobody-home.test');
    const result = await verify(claim);
    expect(result).toMatchObject({ ok: false, code: 'CHALLENGE_FAILED' });
    expect(result).toHaveProperty('message', expect.stringContaining('nobody-home.test'));
  });
});

describe('a folder or one address', () => {
  it.each<[PlaceKind, string, string]>([
    ['path', '/~anna/work/', '/~anna/work/assent-challenge.txt'],
    ['url', '/~anna/work/1.png', '/~anna/work/assent-challenge.txt'],
    ['url', '/~anna/page?of=/x/y', '/~anna/assent-challenge.txt'],
    ['path', '/~anna/work/', WELL_KNOWN],
    ['url', '/1.png', WELL_KNOWN],
  ])('as %s %s is proven by a file at %s', async (kind, path, file) => {
    const host = newHost();
    const claim = await open(kind, host + path);
    serve(host, file, await lineFor(world.registry, claim));
    expect(await verify(claim)).toMatchObject({ ok: true, claim: { state: 'active' } });
  });

  it.each<[PlaceKind, string, string, string]>([
    ['domain', '', '/assent-challenge.txt', 'the root is open to uploads on some hosts'],
    ['path', '/', '/assent-challenge.txt', 'the same for the folder of everything'],
    ['url', '/1.png', '/assent-challenge.txt', 'the same for an address in the root'],
    ['path', '/anna/work/', '/anna/assent-challenge.txt', 'the folder above may be another account'],
    ['path', '/anna/', '/bert/assent-challenge.txt', 'a neighbour'],
    ['path', '/anna/', '/anna/work/assent-challenge.txt', 'a folder below'],
    ['path', '/anna/', '/anna/.well-known/assent-challenge.txt', 'RFC 8615 knows it at the root only'],
  ])('as %s %s is not proven by a file at %s: %s', async (kind, path, file) => {
    const host = newHost();
    const claim = await open(kind, host + path);
    serve(host, file, await lineFor(world.registry, claim));
    expect(await verify(claim)).toMatchObject({ ok: false, code: 'CHALLENGE_FAILED' });
  });

  it('is not proven by a redirect out of the folder', async () => {
    const host = newHost();
    const claim = await open('path', `${host}/anna/`);
    serve(host, '/anna/assent-challenge.txt', { status: 302, headers: { location: '/uploads/mine.txt' } });
    serve(host, '/uploads/mine.txt', await lineFor(world.registry, claim));
    expect(await verify(claim)).toMatchObject({
      ok: false,
      code: 'CHALLENGE_FAILED',
      message: expect.stringContaining('redirects out of the folder'),
    });
  });
});

describe('a challenge', () => {
  it('runs out after seven days, and can be renewed', async () => {
    const host = newHost();
    const claim = await open('domain', host);
    await putLine(world.registry, world.site, claim);
    world.clock.advance({ days: 7 });
    expect(await verify(claim)).toMatchObject({ ok: false, code: 'CHALLENGE_EXPIRED' });
    expect(await renewChallenge(world.registry, artist, { claimId: claim.id })).toMatchObject({ ok: true });
    expect(await verify(claim)).toMatchObject({ ok: false, code: 'CHALLENGE_FAILED' });
    await putLine(world.registry, world.site, claim);
    expect(await verify(claim)).toMatchObject({ ok: true });
  });

  it('proves nothing for another account', async () => {
    const host = newHost();
    const other = await signUp(world.registry);
    await putLine(world.registry, world.site, await open('domain', host));
    const theirs = await open('domain', host, other);
    expect(await verify(theirs, other)).toMatchObject({ ok: false, code: 'CHALLENGE_FAILED' });
  });

  it('cannot be met by another account in its name', async () => {
    const host = newHost();
    const other = await signUp(world.registry);
    const claim = await open('domain', host);
    await putLine(world.registry, world.site, claim);
    expect(await verify(claim, other)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await renewChallenge(world.registry, other, { claimId: claim.id })).toMatchObject({ ok: false });
    expect(await withdrawClaim(world.registry, other, { claimId: claim.id })).toMatchObject({ ok: false });
  });

  it('is spent with its claim: the same file does not prove a later one', async () => {
    const host = newHost();
    const claim = await provenClaim(world.registry, world.site, artist, 'domain', host);
    await withdrawClaim(world.registry, artist, { claimId: claim.id });
    expect(await verify(claim)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await verify(await open('domain', host))).toMatchObject({ ok: false, code: 'CHALLENGE_FAILED' });
  });

  it('is not asked for again once the claim is proven', async () => {
    const host = newHost();
    const claim = await provenClaim(world.registry, world.site, artist, 'domain', host);
    world.site.files.delete(`//${host}${WELL_KNOWN}`);
    const asked = world.site.asked.length;
    expect(await verify(claim)).toMatchObject({
      ok: true,
      claim: { state: 'active', assurance: 'verified' },
    });
    expect(await challengesOf(world.registry, [claim])).toEqual([undefined]);
    expect(world.site.asked).toHaveLength(asked);
  });

  it('is looked for only as often as the limit lets, and says how long to wait', async () => {
    const claim = await open('domain', newHost());
    const keys: string[] = [];
    const limited = {
      ...world.registry,
      attempts: {
        take: (kind: string, key: string) => {
          keys.push(`${kind} ${key}`);
          return Promise.resolve(40);
        },
      },
    };
    expect(await verifyClaim(limited, artist, { claimId: claim.id })).toMatchObject({
      ok: false,
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 40,
    });
    expect(keys).toEqual([`verify-claim account:${artist.account.id}`]);
  });

  it.each(['nonsense', '00000000-0000-4000-8000-000000000000'])(
    'of no claim (%s) is not found',
    async (claimId) => {
      expect(await verifyClaim(world.registry, artist, { claimId })).toMatchObject({
        ok: false,
        code: 'NOT_FOUND',
      });
    },
  );
});
