import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../../src/app/actor.js';
import { challengesOf, proofsOf } from '../../../../src/app/claims/describe-claims.js';
import { openClaim } from '../../../../src/app/claims/open-claim.js';
import { mailClaimCode } from '../../../../src/app/claims/proofs/mail-claim-code.js';
import { recheckProofs } from '../../../../src/app/claims/proofs/recheck-proofs.js';
import { renewChallenge } from '../../../../src/app/claims/proofs/renew-challenge.js';
import { verifyClaim } from '../../../../src/app/claims/proofs/verify-claim.js';
import type { Claim, PlaceKind } from '../../../../src/app/ports/claims.js';
import type { ProofMethod } from '../../../../src/app/ports/proofs.js';
import { MailNotSent, type Mail } from '../../../../src/app/ports/surroundings.js';
import { createTextRecords } from '../../../../src/fetch/text-records.js';
import { serveZone, type ZoneServer } from '../../../fetch/zone-server.js';
import { lineFor, openedClaim } from '../../../support/prove-claim.js';
import { logged } from '../../../support/logged-leaves.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../../support/registry-with-site.js';
import { signUp } from '../../../support/sign-up.js';
import type { SiteAnswer } from '../../../support/test-site.js';

let nextHost = 0;
const hosts = Array.from({ length: 80 }, (_, index) => `site-${index}.example`);
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.example';

let zones: [ZoneServer, ZoneServer];
let world: RegistryWithSite;
let artist: SignedInActor;
const mails: Mail[] = [];
let mailFails = false;

beforeAll(async () => {
  zones = await Promise.all([serveZone(), serveZone()]);
  world = await openRegistryWithSite(hosts, {
    names: createTextRecords(zones.map(({ endpoint }) => endpoint)),
    mailer: {
      isEnabled: true,
      send(mail) {
        if (mailFails) return Promise.reject(new MailNotSent('No.'));
        mails.push(mail);
        return Promise.resolve();
      },
    },
  });
  artist = await signUp(world.registry);
});

afterAll(async () => {
  await world.close();
  await Promise.all(zones.map((zone) => zone.close()));
});

function open(kind: PlaceKind, address: string, actor = artist) {
  return openedClaim(world.registry, actor, kind, address);
}

function verify(claim: Claim, method: ProofMethod, code?: string, actor = artist) {
  return verifyClaim(world.registry, actor, { claimId: claim.id, method, code });
}

async function toDo(claim: Claim) {
  const [found] = await challengesOf(world.registry, [claim]);
  if (found === undefined) throw new Error('The claim has no challenge.');
  return found;
}

function record(name: string, text: string): void {
  for (const zone of zones) zone.names.set(name, { texts: [[text]] });
}

function serve(address: string, answer: SiteAnswer): void {
  world.site.files.set(`//${address}`, answer);
}

const html = (body: string): SiteAnswer => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
const failed = (reason: string, message: RegExp) => ({
  ok: false,
  code: 'CHALLENGE_FAILED',
  reason,
  message: expect.stringMatching(message),
  nextStep: expect.stringMatching(/\.$/),
});

describe('a record in the DNS', () => {
  it('proves a domain, and says in the log by what', async () => {
    const claim = await open('domain', newHost());
    record(`_assent-challenge.${claim.expression}`, await lineFor(world.registry, claim));
    expect((await toDo(claim)).recordName).toBe(`_assent-challenge.${claim.expression}`);
    expect(await verify(claim, 'dns-txt')).toMatchObject({ ok: true, claim: { assurance: 'verified' } });
    const leaves = await logged(world.registry, 0n);
    expect(leaves.at(-1)).toMatchObject({ kind: 'assurance', level: 'verified', method: 'dns-txt' });
  });

  it('may stand among others, be split into strings, and lie behind an alias within the domain', async () => {
    const claim = await open('domain', newHost());
    const line = await lineFor(world.registry, claim);
    for (const zone of zones) {
      zone.names.set(`_assent-challenge.${claim.expression}`, { alias: `proofs.${claim.expression}` });
      zone.names.set(`proofs.${claim.expression}`, {
        texts: [['v=spf1 -all'], [line.slice(0, 20), line.slice(20)]],
      });
    }
    expect(await verify(claim, 'dns-txt')).toMatchObject({ ok: true });
  });

  it.each<[string, string, RegExp, (host: string, line: string) => void]>([
    ['the name does not exist', 'absent', /no name/, () => undefined],
    [
      'the name has no text',
      'absent',
      /no text record/,
      (host) => {
        record(`_assent-challenge.${host}`, 'hello');
      },
    ],
    [
      'one server knows it and the other does not',
      'absent',
      /1 of 2 DNS servers/,
      (host, line) => zones[0].names.set(`_assent-challenge.${host}`, { texts: [[line]] }),
    ],
    [
      'no server can say',
      'not-reached',
      /ESERVFAIL/,
      (host) => {
        for (const zone of zones) zone.names.set(`_assent-challenge.${host}`, { code: 2 });
      },
    ],
    [
      'it is an alias for a name of somebody else',
      'wrong-place',
      /alias \(CNAME\) for pages\.elsewhere\.test/,
      (host, line) => {
        for (const zone of zones) {
          zone.names.set(`_assent-challenge.${host}`, { alias: 'pages.elsewhere.test' });
          zone.names.set('pages.elsewhere.test', { texts: [[line]] });
        }
      },
    ],
    [
      'it stands at the name itself',
      'wrong-place',
      /counts only at/,
      (host, line) => {
        record(host, line);
      },
    ],
    [
      'it holds a line of nobody here',
      'other-claim',
      /other claims/,
      (host) => {
        record(`_assent-challenge.${host}`, 'assent-challenge=of-another-claim');
      },
    ],
  ])('proves nothing when %s', async (_, reason, message, prepare) => {
    const claim = await open('domain', newHost());
    prepare(claim.expression, await lineFor(world.registry, claim));
    expect(await verify(claim, 'dns-txt')).toMatchObject(failed(reason, message));
  });

  it('counts when one of two servers keeps silent', async () => {
    const claim = await open('domain', newHost());
    zones[0].names.set(`_assent-challenge.${claim.expression}`, {
      texts: [[await lineFor(world.registry, claim)]],
    });
    zones[1].names.set(`_assent-challenge.${claim.expression}`, { code: 5 });
    expect(await verify(claim, 'dns-txt')).toMatchObject({ ok: true });
  });
});

describe('a mark on the page', () => {
  it('proves a domain by an element in the head of its first page', async () => {
    const claim = await open('domain', newHost());
    serve(`${claim.expression}/`, html(`<title>x</title>${(await toDo(claim)).metaElement}`));
    expect(await verify(claim, 'html-link')).toMatchObject({ ok: true, claim: { assurance: 'verified' } });
  });

  it('proves a folder by a link with rel="me" on its page, with or without the last slash', async () => {
    const host = newHost();
    const claim = await open('path', `${host}/anna/`);
    serve(`${host}/anna/`, { status: 301, headers: { location: '/anna' } });
    serve(
      `${host}/anna`,
      html(`<p><a rel="me nofollow" href="${(await toDo(claim)).profileLink}">website</a>`),
    );
    expect(await verify(claim, 'html-link')).toMatchObject({ ok: true });
  });

  it('proves an address by the page of its folder', async () => {
    const host = newHost();
    const claim = await open('url', `${host}/anna/1.png`);
    serve(`${host}/anna/1.png`, { headers: { 'content-type': 'image/png' }, body: 'x' });
    serve(`${host}/anna/`, html((await toDo(claim)).metaElement));
    expect(await verify(claim, 'html-link')).toMatchObject({ ok: true });
  });

  it.each<[string, string, RegExp, (mark: string) => SiteAnswer]>([
    ['it stands in the body', 'wrong-place', /only in its head/, (mark) => html(`<p>hello</p>${mark}`)],
    ['it stands in a comment', 'absent', /no line or mark/, (mark) => html(`<!-- ${mark} -->`)],
    ['the site turns programs away', 'site-refuses', /403/, (mark) => ({ status: 403, body: mark })],
    ['the site asks for patience', 'site-refuses', /429/, () => ({ status: 429 })],
    [
      'the site shows a puzzle instead',
      'site-refuses',
      /puzzle/,
      (mark) => ({ headers: { 'content-type': 'text/html', 'cf-mitigated': 'challenge' }, body: mark }),
    ],
    ['it is not there', 'absent', /404/, () => ({ status: 404 })],
    ['it is no page', 'unreadable', /text\/html/, (mark) => mark],
    ['the page is too large', 'unreadable', /2 megabytes/, (mark) => html(`${mark}${'x'.repeat(2_000_001)}`)],
    [
      'the page is in an encoding that hides tags',
      'unreadable',
      /encoding/,
      (mark) => ({ headers: { 'content-type': 'text/html; charset=iso-2022-jp' }, body: mark }),
    ],
    [
      'another page answers',
      'wrong-place',
      /redirects/,
      () => ({ status: 302, headers: { location: '//elsewhere.example/' } }),
    ],
  ])('proves nothing when %s, and says why', async (_, reason, message, answer) => {
    const claim = await open('domain', newHost());
    serve(`${claim.expression}/`, answer((await toDo(claim)).metaElement));
    expect(await verify(claim, 'html-link')).toMatchObject(failed(reason, message));
    expect((await toDo(claim)).siteRefuses).toBe(reason === 'site-refuses');
  });

  it('is not looked for where robots.txt asks us not to, and where it cannot say', async () => {
    const claim = await open('path', `${newHost()}/anna/`);
    const [host = ''] = claim.expression.split('/', 1);
    serve(claim.expression, html((await toDo(claim)).metaElement));
    serve(`${host}/robots.txt`, 'User-agent: AssentRegistry\nDisallow: /anna');
    expect(await verify(claim, 'html-link')).toMatchObject(failed('site-refuses', /robots\.txt asks/));
    serve(`${host}/robots.txt`, { status: 503 });
    expect(await verify(claim, 'html-link')).toMatchObject(failed('site-refuses', /503/));
    serve(`${host}/robots.txt`, 'User-agent: *\nDisallow: /private');
    expect(await verify(claim, 'html-link')).toMatchObject({ ok: true });
  });

  it('is the one way on a host that many share, and a site that is known to refuse is told of at once', async () => {
    const shared = await toDo(await open('path', 'https://www.deviantart.com/somebody/'));
    expect(shared).toMatchObject({ ways: ['html-link'], siteRefuses: true, mailAddresses: [] });
    const own = await toDo(await open('domain', newHost()));
    expect(own.ways).toEqual(['well-known-file', 'dns-txt', 'html-link', 'domain-mail']);
  });
});

describe('a line that is not the one asked for', () => {
  const file = (host: string) => `${host}/.well-known/assent-challenge.txt`;

  it('was replaced when the challenge was renewed', async () => {
    const claim = await open('domain', newHost());
    serve(file(claim.expression), await lineFor(world.registry, claim));
    world.clock.advance({ seconds: 1 });
    await renewChallenge(world.registry, artist, { claimId: claim.id });
    expect(await verify(claim, 'well-known-file')).toMatchObject(
      failed('replaced', /earlier line of this claim/),
    );
  });

  it('belongs to another claim of the same account', async () => {
    const other = await open('domain', newHost());
    const claim = await open('domain', newHost());
    serve(file(claim.expression), await lineFor(world.registry, other));
    expect(await verify(claim, 'well-known-file')).toMatchObject(
      failed('other-claim', new RegExp(`your claim on ${other.expression}`)),
    );
  });

  it('belongs to another account, which the answer does not name', async () => {
    const rival = await signUp(world.registry);
    const claim = await open('domain', newHost());
    serve(
      file(claim.expression),
      await lineFor(world.registry, await open('domain', claim.expression, rival)),
    );
    const result = await verify(claim, 'well-known-file');
    expect(result).toMatchObject(failed('other-account', /another account/));
    expect(result).toHaveProperty('message', expect.not.stringContaining(rival.account.id));
  });

  it('lies where it does not count', async () => {
    const claim = await open('domain', newHost());
    serve(`${claim.expression}/assent-challenge.txt`, await lineFor(world.registry, claim));
    expect(await verify(claim, 'well-known-file')).toMatchObject(failed('wrong-place', /does not count/));
  });
});

describe('a code by mail', () => {
  const origin = { address: '192.0.2.1', language: 'en' } as const;
  const send = (claim: Claim, to: string, actor = artist) =>
    mailClaimCode(world.registry, actor, origin, { claimId: claim.id, to });
  const codeOf = (mail: Mail | undefined) => /^ {4}(\S+)$/m.exec(mail?.text ?? '')?.[1] ?? '';

  it('proves a domain once, when it comes from the newest mail', async () => {
    const claim = await open('domain', newHost());
    await send(claim, `webmaster@${claim.expression}`);
    const first = codeOf(mails.at(-1));
    expect(await send(claim, `Postmaster@${claim.expression}`)).toMatchObject({
      ok: true,
      sentTo: `postmaster@${claim.expression}`,
    });
    expect(await verify(claim, 'domain-mail', first)).toMatchObject(failed('wrong-code', /mailed last/));
    expect(await verify(claim, 'domain-mail', codeOf(mails.at(-1)))).toMatchObject({ ok: true });
    expect(await proofsOf(world.registry, [claim])).toMatchObject([
      { method: 'domain-mail', token: undefined },
    ]);
  });

  it('is sent to who runs the domain alone, and proves no folder', async () => {
    const claim = await open('domain', newHost());
    for (const to of [
      `anna@${claim.expression}`,
      'webmaster@elsewhere.example',
      `webmaster@www.${claim.expression}`,
    ]) {
      expect(await send(claim, to)).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'to' });
    }
    const folder = await open('path', `${claim.expression}/anna/`);
    expect(await send(folder, `webmaster@${claim.expression}`)).toMatchObject({ code: 'INVALID_INPUT' });
    const rival = await signUp(world.registry);
    expect(await send(claim, `webmaster@${claim.expression}`, rival)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('proves nothing for the claim of another, an hour later, or after five wrong ones', async () => {
    const rival = await signUp(world.registry);
    const claim = await open('domain', newHost());
    const theirs = await open('domain', claim.expression, rival);
    await send(claim, `admin@${claim.expression}`);
    const code = codeOf(mails.at(-1));
    await send(theirs, `admin@${claim.expression}`, rival);
    expect(await verify(theirs, 'domain-mail', code, rival)).toMatchObject(
      failed('wrong-code', /not the code/),
    );
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await verify(claim, 'domain-mail', '0000-0000')).toMatchObject({ reason: 'wrong-code' });
    }
    expect(await verify(claim, 'domain-mail', code)).toMatchObject({
      ...failed('wrong-code', /five times/),
      nextStep: expect.stringMatching(/^Have another code sent/),
    });
    await send(claim, `admin@${claim.expression}`);
    world.clock.advance({ minutes: 60 });
    expect(await verify(claim, 'domain-mail', codeOf(mails.at(-1)))).toMatchObject(
      failed('wrong-code', /an hour ago/),
    );
  });

  it('is not sent where mail fails, and the way out is named', async () => {
    const claim = await open('domain', newHost());
    mailFails = true;
    const result = await send(claim, `webmaster@${claim.expression}`);
    mailFails = false;
    expect(result).toMatchObject({
      ok: false,
      code: 'MAIL_DISABLED',
      nextStep: expect.stringContaining('DNS'),
    });
  });
});

describe('looking again', () => {
  const file = (claim: Claim) => `//${claim.expression ?? ''}/.well-known/assent-challenge.txt`;
  const proofOf = async (claim: Claim) => (await proofsOf(world.registry, [claim]))[0];

  async function proven(host = newHost()) {
    const claim = await open('domain', host);
    world.site.files.set(file(claim), await lineFor(world.registry, claim));
    await verify(claim, 'well-known-file');
    return claim;
  }

  async function days(count: number): Promise<void> {
    for (let day = 0; day < count; day += 1) {
      world.clock.advance({ days: 1 });
      await recheckProofs(world.registry);
    }
  }

  it('happens between 25 and 35 days after, and leaves what is there as it is', async () => {
    const claim = await proven();
    const asked = () => world.site.asked.filter((path) => path.includes('.well-known')).length;
    const before = asked();
    const due = (await proofOf(claim))?.dueAt.getTime() ?? 0;
    const away = (due - world.clock.now().getTime()) / 86_400_000;
    expect(away).toBeGreaterThanOrEqual(25);
    expect(away).toBeLessThanOrEqual(35);
    await days(24);
    const early = asked();
    await days(11);
    expect(asked()).toBeGreaterThan(Math.max(before, early));
    expect(await proofOf(claim)).toMatchObject({ failingSince: undefined, lapsedAt: undefined });
    expect(await world.registry.store.claims.byId(claim.id)).toMatchObject({ state: 'active' });
  });

  it('gives a proof that is gone two weeks to come back, says so, and forgets it once it is back', async () => {
    const claim = await proven();
    const line = world.site.files.get(file(claim)) ?? '';
    world.site.files.delete(file(claim));
    mails.length = 0;
    await days(36);
    expect(await proofOf(claim)).toMatchObject({ lastReason: 'absent', lapsedAt: undefined });
    expect((await proofOf(claim))?.failingSince).toBeDefined();
    expect(await world.registry.store.claims.byId(claim.id)).toMatchObject({ assurance: 'verified' });
    world.site.files.set(file(claim), line);
    await days(2);
    expect(await proofOf(claim)).toMatchObject({ failingSince: undefined, lastProblem: undefined });
  });

  it('lapses one that stays away, by a leaf; the claim is open again, with a new line', async () => {
    const claim = await proven();
    const line = world.site.files.get(file(claim));
    world.site.files.set(file(claim), { status: 403 });
    await days(52);
    expect(await world.registry.store.claims.byId(claim.id)).toMatchObject({
      state: 'open',
      assurance: 'asserted',
      verifiedAt: undefined,
    });
    expect((await proofOf(claim))?.lapsedAt).toBeDefined();
    const about = (await logged(world.registry, 0n)).filter(
      (leaf) => 'claim' in leaf && leaf.claim === claim.id.replaceAll('-', ''),
    );
    expect(about.at(-1)).toMatchObject({ kind: 'assurance', level: 'asserted', method: 'timeout' });
    await renewChallenge(world.registry, artist, { claimId: claim.id });
    world.site.files.set(file(claim), line ?? '');
    expect(await verify(claim, 'well-known-file')).toMatchObject({ ok: false, reason: 'replaced' });
    world.site.files.set(file(claim), await lineFor(world.registry, claim));
    expect(await verify(claim, 'well-known-file')).toMatchObject({ ok: true, claim: { state: 'active' } });
    expect(await proofOf(claim)).toMatchObject({ lapsedAt: undefined, failingSince: undefined });
  });

  it('asks a site once a round, whatever it holds', async () => {
    const host = newHost();
    const claims: Claim[] = [];
    for (const kind of ['domain', 'path', 'url'] as const) {
      const address = { domain: host, path: `${host}/a/`, url: `${host}/b/1.png` }[kind];
      const claim = await open(kind, address);
      const before = world.site.files.get(`//${host}/.well-known/assent-challenge.txt`) ?? '';
      const line = await lineFor(world.registry, claim);
      serve(
        `${host}/.well-known/assent-challenge.txt`,
        `${typeof before === 'string' ? before : ''}\n${line}`,
      );
      await verify(claim, 'well-known-file');
      claims.push(claim);
    }
    world.clock.advance({ days: 36 });
    const at = world.clock.now();
    const looked = async () =>
      (await proofsOf(world.registry, claims)).filter((proof) => proof?.checkedAt.getTime() === at.getTime())
        .length;
    for (let round = 0; round < 60 && (await looked()) === 0; round += 1) await recheckProofs(world.registry);
    expect(await looked()).toBe(1);
  });
});

describe('a host that many share', () => {
  it.each<[PlaceKind, string, string]>([
    ['domain', 'deviantart.com', 'deviantart.com/yours/'],
    ['domain', 'www.artstation.com', 'www.artstation.com/yours/'],
    ['path', 'https://i0.wp.com/', 'i0.wp.com/yours/'],
    ['domain', 'www.tumblr.com', 'yours.tumblr.com'],
  ])('cannot be claimed as a whole: %s %s', async (kind, address, instead) => {
    expect(await openClaim(world.registry, artist, { kind, address, capacity: 'author' })).toMatchObject({
      ok: false,
      code: 'PUBLIC_SUFFIX',
      nextStep: expect.stringContaining(instead),
    });
  });

  it.each<[PlaceKind, string]>([
    ['path', 'https://www.artstation.com/somebody/'],
    ['url', 'https://i0.wp.com/example.org/a.jpg'],
    ['domain', 'somebody.tumblr.com'],
    ['domain', 'notdeviantart.com'],
  ])('can be claimed in part: %s %s', async (kind, address) => {
    const opened = await openClaim(world.registry, artist, { kind, address, capacity: 'author' });
    expect(opened).toMatchObject({ ok: true });
  });
});
