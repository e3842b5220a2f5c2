import { expect } from '@jest/globals';
import { linkedProviders } from '../../../src/app/accounts/linked-provider.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import { mailCode } from '../../../src/app/accounts/mail-code.js';
import { codeAt, stepAt } from '../../../src/core/second-factor/totp.js';
import { emailOf, type Part, personOf } from './cast.js';
import { shareOrganisationsOfA } from './add-organisations.js';
import type { ExpectedMutation, Stage } from './expected-mutation.js';
import { PASSWORD } from './scene.js';

const ANYBODY_IN_A_BROWSER = 'P P P P P P X F';
const SIGNED_IN_IN_A_BROWSER = 'U P P P P P X F';
const NEW_PASSWORD = 'four other unrelated words';

/** What A's newest mail holds: the code in groups, and the token of the link. */
async function mailToA({ theatre, scene }: Stage): Promise<{ code: string; token: string }> {
  const origin = {
    address: '192.0.2.1',
    userAgent: undefined,
    language: 'en',
    sessionToken: undefined,
  } as const;
  const sent = await requestSignIn(theatre.registry, origin, { email: emailOf('artistA', scene) });
  if (!sent.ok) throw new Error(sent.message);
  return newestMail(theatre.mails);
}

function newestMail(mails: Stage['theatre']['mails']): { code: string; token: string } {
  const text = mails.at(-1)?.text ?? '';
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text) ?? [];
  const [, token = ''] = /[/=]([\w-]{43})$/m.exec(text) ?? [];
  return { code, token };
}

/** What an app shows to which a part's account has just given a secret. */
async function codeOfApp({ theatre, scene }: Stage, part: Part): Promise<string> {
  const { clock, store } = theatre.registry;
  const accountId = scene.people[personOf(part) ?? 'artistA'].account.id;
  const secret = new Uint8Array(20).fill(7);
  await store.secondFactors.put({
    accountId,
    secret,
    createdAt: clock(),
    turnedOnAt: undefined,
    lastStep: 0,
  });
  return codeAt(secret, stepAt(clock()));
}

const accountOfA = ({ scene }: Stage) => ({
  id: scene.people.artistA.account.id,
  email: emailOf('artistA', scene),
});

const TEN_CODES = Array.from({ length: 10 }, () => expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/));

/** Mutations about signing in and about what keeps an account safe: never for programs. */
export const EXPECTED_ENTRANCES: Readonly<Record<string, ExpectedMutation>> = {
  register: {
    input: ({ scene }) => ({ email: `new-${scene.number}@example.org`, password: PASSWORD }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: ({ scene }) => ({
      account: { email: `new-${scene.number}@example.org`, role: 'ARTIST', isEmailConfirmed: false },
      recoveryCodes: TEN_CODES,
    }),
  },
  requestSignIn: {
    input: ({ scene }) => ({ email: `nobody-${scene.number}@example.org`, draft: 'half-an-answer' }),
    cells: ANYBODY_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: ({ scene }) => ({ sentTo: `nobody-${scene.number}@example.org` }),
  },
  signInWithPassword: {
    input: ({ scene }) => ({ email: emailOf('artistA', scene), password: PASSWORD }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: (stage) => ({ account: accountOfA(stage) }),
    provesToBeA: true,
  },
  signInWithCode: {
    input: async (stage) => ({ email: emailOf('artistA', stage.scene), code: (await mailToA(stage)).code }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: (stage) => ({ account: accountOfA(stage) }),
    provesToBeA: true,
  },
  signInWithLink: {
    input: async (stage) => ({ token: (await mailToA(stage)).token }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: (stage) => ({ account: accountOfA(stage) }),
    provesToBeA: true,
  },
  resetPassword: {
    input: async (stage) => ({
      email: emailOf('artistA', stage.scene),
      code: (await mailToA(stage)).code,
      newPassword: NEW_PASSWORD,
    }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: (stage) => ({ account: accountOfA(stage) }),
    provesToBeA: true,
  },
  makeReport: {
    input: () => ({
      kind: 'OBJECTION',
      placeKind: 'URL',
      address: 'https://stock.example/1.jpg',
      text: 'This picture is mine, and I never said no.',
    }),
    cells: ANYBODY_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
  },
  signOut: {
    input: () => ({ everywhere: false }),
    cells: ANYBODY_IN_A_BROWSER,
    payload: (_stage, part) => ({ sessionsEnded: part === 'anonymous' ? 0 : 1 }),
  },
  confirmAddress: {
    input: async ({ theatre, scene }) => {
      await mailCode(theatre.registry, 'confirm-address', {
        email: emailOf('artistA', scene),
        language: 'en',
      });
      return { token: newestMail(theatre.mails).token };
    },
    cells: 'W P W W W W X F',
    payload: (stage) => ({ account: { ...accountOfA(stage), isEmailConfirmed: true } }),
  },
  requestConfirmation: {
    input: () => undefined,
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: ({ scene }, part) => ({ sentTo: emailOf(personOf(part) ?? 'artistA', scene) }),
  },
  changePassword: {
    input: () => ({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: ({ scene }, part) => ({
      account: {
        email: emailOf(personOf(part) ?? 'artistA', scene),
        hasPassword: true,
        sessions: [{ isCurrent: true }],
      },
    }),
  },
  renewRecoveryCodes: {
    input: () => ({ currentPassword: PASSWORD }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({ recoveryCodes: TEN_CODES }),
  },
  giveSecondFactor: {
    // Of nobody a sign-in is half done in this browser.
    input: () => ({ code: '000000' }),
    cells: 'W W W W W W X F',
    changesOnlyOwn: true,
    payload: () => ({}),
  },
  beginSecondFactor: {
    input: () => ({ currentPassword: PASSWORD }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/.*[?&]secret=[A-Z2-7]{32}/),
    }),
  },
  turnOnSecondFactor: {
    input: async (stage, part) => ({ code: await codeOfApp(stage, part) }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({ account: { secondFactorSince: expect.any(String) }, recoveryCodes: TEN_CODES }),
  },
  turnOffSecondFactor: {
    input: () => ({ currentPassword: PASSWORD }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({ account: { secondFactorSince: null } }),
  },
  createApiKey: {
    input: () => ({ name: 'training run', scopes: ['CHECK'], isStrict: true }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({
      apiKey: { name: 'training run', scopes: ['CHECK'], isStrict: true, revokedAt: null },
      secret: expect.stringMatching(/^assent_[\w-]{43}$/),
    }),
  },
  revokeApiKey: {
    input: ({ scene }) => ({ id: scene.keys.read }),
    cells: 'U P N N N N X F',
    payload: ({ theatre, scene }) => ({
      apiKey: { id: scene.keys.read, scopes: ['READ'], revokedAt: theatre.registry.clock().toISOString() },
    }),
  },
  unlinkProvider: {
    input: async ({ theatre, scene }) => ({
      id: (await linkedProviders(theatre.registry, scene.people.artistA.account))[0]?.id ?? 'none',
    }),
    cells: 'U P N N N N X F',
    payload: () => ({ account: { linkedProviders: [] } }),
  },
  setMatchNews: {
    input: () => ({ mails: false, language: 'ES', feed: 'RENEW' }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({
      account: { matchNews: { mails: false, language: 'ES' } },
      feedAddress: expect.stringMatching(/\/feeds\/[\w-]{43}\/matches\.atom$/),
    }),
  },
  setArtistNames: {
    input: () => ({ names: ['Printmaker of the Quay', 'Офортист'] }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({ account: { artistNames: ['Printmaker of the Quay', 'Офортист'] } }),
  },
  createWebhook: {
    input: () => ({ url: 'https://builder.test/other' }),
    cells: SIGNED_IN_IN_A_BROWSER,
    changesOnlyOwn: true,
    payload: () => ({
      webhook: { url: 'https://builder.test/other', disabledAt: null, attempts: [] },
      secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/),
    }),
  },
  removeWebhook: {
    input: ({ scene }) => ({ id: scene.webhook }),
    cells: 'U P N N N N X F',
    payload: ({ scene }) => ({ webhook: { id: scene.webhook } }),
  },
  replayWebhook: {
    input: ({ scene }) => ({ id: scene.webhook, since: '0' }),
    cells: 'U P N N N N X F',
    payload: ({ scene }) => ({ webhook: { id: scene.webhook, toldSize: '0', disabledAt: null } }),
  },
  eraseAccount: {
    input: async ({ theatre, scene }) => {
      await shareOrganisationsOfA(theatre.registry, scene);
      return { noes: 'KEEP', currentPassword: PASSWORD };
    },
    cells: 'U P P P R R X F',
    payload: (_stage, part) => ({
      logIndex: expect.stringMatching(/^[1-9][0-9]*$/),
      ended: part === 'artistB' ? 1 : 0,
      standing: part === 'artistA' ? 3 : 0,
    }),
  },
};
