import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../src/app/actor.js';
import type { DeclareConsentInput } from '../../src/app/consent/declaration.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { eraseOpening } from '../../src/app/consent/erase-opening.js';
import { withdrawStatement } from '../../src/app/consent/withdraw-statement.js';
import { provenClaim } from '../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi } from './ask-api.js';

const HOST = 'etchings.test';
const PICTURE = `https://${HOST}/plates/7.png`;

let world: RegistryWithSite;
let server: ApiServer;
let artist: SignedInActor;

/** How the log and the clock stood after each thing that was said. */
interface Then {
  readonly size: string;
  readonly time: string;
}
const after: Record<'nothing' | 'yes' | 'offer' | 'no' | 'withdrawal' | 'erasure' | 'expiry', Then> = {
  nothing: { size: '', time: '' },
  yes: { size: '', time: '' },
  offer: { size: '', time: '' },
  no: { size: '', time: '' },
  withdrawal: { size: '', time: '' },
  erasure: { size: '', time: '' },
  expiry: { size: '', time: '' },
};

beforeAll(async () => {
  world = await openRegistryWithSite([HOST]);
  const { registry, site } = world;
  artist = await signUp(registry);
  await provenClaim(registry, site, artist, 'domain', HOST);
  after.nothing = await then();
  const inTwoDays = new Date(registry.clock().getTime() + 2 * 86_400_000);
  await say({
    kind: 'domain',
    address: HOST,
    answers: [{ use: 'train-ai', preference: 'allow' }],
    expiresAt: inTwoDays,
  });
  after.yes = await then();
  const offer = await say({
    answers: [{ use: 'train-ai', preference: 'conditional' }],
    terms: { contact: 'the print room' },
  });
  after.offer = await then();
  const no = await say({ answers: [{ use: 'train-ai', preference: 'deny' }] });
  after.no = await then();
  await withdrawStatement(registry, artist, { statementId: no });
  after.withdrawal = await then();
  await eraseOpening(registry, artist, { statementId: offer });
  after.erasure = await then();
  world.clock.advance({ days: 3 });
  after.expiry = await then();
  server = await openApiServer(registry);
});

afterAll(async () => {
  await server.close();
  await world.close();
});

async function then(): Promise<Then> {
  const { registry, clock } = world;
  const at = { size: String(await registry.store.log.size()), time: registry.clock().toISOString() };
  clock.advance({ minutes: 10 });
  return at;
}

async function say(change: Partial<DeclareConsentInput>): Promise<Uint8Array> {
  const declared = await declareConsent(world.registry, artist, {
    kind: 'url',
    address: PICTURE,
    answers: [],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...change,
  });
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error(JSON.stringify(declared));
  return view.statement.id;
}

interface Report {
  readonly logSize: string;
  readonly moment: string;
  readonly answeredAt: string;
  readonly answers: readonly {
    readonly decisions: readonly {
      readonly decision: string;
      readonly decidedBy: readonly { readonly statement: { readonly terms: unknown } }[];
    }[];
  }[];
}

const ASK = `query($asOf: AsOfInput, $url: String!) {
  checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI], asOf: $asOf }) {
    logSize moment answeredAt
    answers { decisions { decision decidedBy { statement { terms { contact } } } } }
  }
}`;

async function ask(asOf?: object, url = PICTURE) {
  const answer = await askApi(server.url, ASK, { url, ...(asOf === undefined ? {} : { asOf }) });
  expect(answer.errors).toEqual([]);
  const report = answer.data?.['checkConsent'] as Report;
  const [decision] = report.answers[0]?.decisions ?? [];
  return {
    report,
    decision: decision?.decision,
    terms: decision?.decidedBy.map(({ statement }) => statement.terms),
  };
}

describe('a question about another time', () => {
  it.each([
    ['nothing', 'UNKNOWN', 'the place was claimed, and nothing said'],
    ['yes', 'ALLOWED', 'a yes for the site'],
    ['offer', 'CONDITIONAL', 'terms for the picture'],
    ['no', 'DENIED', 'a no for the picture'],
    ['withdrawal', 'ALLOWED', 'the no is over, and the offer before it with it'],
    ['expiry', 'UNKNOWN', 'the yes has run out'],
  ] as const)('gets the answer that stood then; after "%s" it is %s: %s', async (what, expected, _why) => {
    const { size, time } = after[what];
    const { report, decision } = await ask({ time });
    expect(decision).toBe(expected);
    expect(report).toMatchObject({
      logSize: size,
      moment: time,
      answeredAt: world.clock.now().toISOString(),
    });
  });

  it('takes a moment as whoever asks writes it, in any zone and to any second', async () => {
    const time = new Date(Date.parse(after.no.time) + 90_000 + 2 * 3_600_000)
      .toISOString()
      .replace(/\.000Z$/, '+02:00');
    const { report, decision } = await ask({ time });
    expect(decision).toBe('DENIED');
    expect(report.moment).toBe(new Date(time).toISOString());
  });

  it.each(['0000-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])(
    'from before the log began, %s, gets that nobody had answered',
    async (time) => {
      expect(await ask({ time })).toMatchObject({ decision: 'UNKNOWN', report: { logSize: '0' } });
    },
  );
});

describe('a question about another size of the log', () => {
  it.each([
    ['nothing', 'UNKNOWN', 'nobody has said anything'],
    ['yes', 'UNKNOWN', 'what was said by then is heard, and the yes has run out since'],
    ['offer', 'CONDITIONAL', 'an offer without end'],
    ['no', 'DENIED', 'a no without end'],
  ] as const)('hears so many leaves, now; after "%s" it is %s: %s', async (what, expected, _why) => {
    const { report, decision } = await ask({ logSize: after[what].size });
    expect(decision).toBe(expected);
    const now = world.clock.now().toISOString();
    expect(report).toMatchObject({ logSize: after[what].size, moment: now, answeredAt: now });
  });

  it('of the last size is the question of today', async () => {
    const { report } = await ask();
    expect((await ask({ logSize: report.logSize })).report).toEqual(report);
  });

  it('of no leaves gets that nobody had answered', async () => {
    expect((await ask({ logSize: '0' })).decision).toBe('UNKNOWN');
  });
});

describe('terms in the answer of another time', () => {
  it('are those that were offered, until what they said in clear was erased: then they are gone from every time', async () => {
    expect(await ask({ time: after.offer.time })).toMatchObject({ decision: 'CONDITIONAL', terms: [null] });
    const other = `https://${HOST}/plates/8.png`;
    await say({
      address: other,
      answers: [{ use: 'train-ai', preference: 'conditional' }],
      terms: { contact: 'the print room' },
    });
    const offered = await then();
    await say({ address: other, answers: [{ use: 'train-ai', preference: 'deny' }] });
    expect(await ask(undefined, other)).toMatchObject({ decision: 'DENIED' });
    expect(await ask({ time: offered.time }, other)).toMatchObject({
      decision: 'CONDITIONAL',
      terms: [{ contact: 'the print room' }],
    });
  });
});

describe('a question about a moment that cannot be answered for', () => {
  it.each([
    [
      'both',
      { logSize: '1', time: '2026-11-22T12:00:00Z' },
      'asOf',
      'names a size of the log and a time as well',
    ],
    ['neither', {}, 'asOf', 'names neither'],
    ['neither, in so many words', { logSize: null, time: null }, 'asOf', 'names neither'],
    ['a size that is not signed yet', { logSize: '100000' }, 'asOf.logSize', 'none that the log has signed'],
    ['a size beyond every number', { logSize: '9999999999999999999' }, 'asOf.logSize', 'none that the log'],
    ['a time yet to come', { time: '2099-01-01T00:00:00Z' }, 'asOf.time', 'yet to come'],
  ])('is refused, with the field that is meant and what to do: %s', async (_what, asOf, field, told) => {
    const answer = await askApi(server.url, ASK, { url: PICTURE, asOf });
    expect(answer).toMatchObject({
      status: 200,
      data: null,
      errors: [
        {
          message: expect.stringContaining(told),
          path: ['checkConsent'],
          extensions: { code: 'BAD_USER_INPUT', field, nextStep: expect.stringMatching(/\.$/) },
        },
      ],
    });
    expect(server.logged.join('')).not.toContain(told);
  });

  it.each([
    ['a size that is no number', { logSize: 7 }, 'asOf.logSize'],
    ['a size below nothing', { logSize: '-1' }, 'asOf.logSize'],
    ['a time without its zone', { time: '2026-11-22T12:00:00' }, 'asOf.time'],
    ['a day that does not exist', { time: '2026-02-30T12:00:00Z' }, 'asOf.time'],
    ['a way that there is not', { checkpoint: 'x' }, 'asOf.checkpoint'],
  ])('is refused before it is asked: %s', async (_what, asOf, field) => {
    const answer = await askApi(server.url, ASK, { url: PICTURE, asOf });
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
  });
});

describe('a statement behind an earlier answer', () => {
  it('shows what has become of it since', async () => {
    const answer = await askApi(
      server.url,
      `query($asOf: AsOfInput, $url: String!) {
        checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI], asOf: $asOf }) {
          answers { decisions { decidedBy { statement { id standsNow withdrawnAt } } } }
        }
      }`,
      { url: PICTURE, asOf: { time: after.no.time } },
    );
    expect(answer.data?.['checkConsent']).toEqual({
      answers: [
        {
          decisions: [
            {
              decidedBy: [
                {
                  statement: {
                    id: expect.stringMatching(/^[0-9a-f]{64}$/),
                    standsNow: false,
                    withdrawnAt: after.withdrawal.time,
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});
