import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getNamedType, isInterfaceType, isUnionType } from 'graphql';
import { REFUSAL_CODES } from '../../src/app/refusal.js';
import { buildBareSchema } from '../../src/graphql/schema.js';
import { openedClaim, provenClaim, putLine } from '../support/prove-claim.js';
import { openRegistryWithSite } from '../support/registry-with-site.js';
import type { RegistryWithSite } from '../support/registry-with-site.js';
import { createArgon2Passwords } from '../../src/identity/argon2-passwords.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import type { ApiAnswer } from './ask-api.js';
import { askApi } from './ask-api.js';
import { addOrganisations, type Organised } from './matrix/add-organisations.js';
import type { Cast, Part } from './matrix/cast.js';
import { makeCast } from './matrix/cast.js';
import { closedByTwo } from '../support/decided-by-two.js';

const PASSWORD = 'three unrelated words';
const FLOODED = 'flooded@example.org';

const schema = await buildBareSchema();

let house: RegistryWithSite;
let server: ApiServer;
let cast: Cast;
let open: string;
let old: string;
let lost: string;
let organised: Organised;

beforeAll(async () => {
  house = await openRegistryWithSite(['mine.example', 'old.example', 'lost.example'], {
    passwords: createArgon2Passwords(),
    attempts: { take: (_kind, key) => Promise.resolve(key === `email:${FLOODED}` ? 30 : 0) },
    settings: { name: 'Assent', publicUrl: 'http://localhost:4000', assertedNoQuota: 1 },
  });
  const { registry, clock } = house;
  cast = await makeCast(registry, 0, await registry.passwords.hash(PASSWORD));
  const { artistA } = cast.people;
  old = (await openedClaim(registry, artistA, 'domain', 'old.example')).id;
  clock.advance({ days: 8 });
  const unproven = await openedClaim(registry, artistA, 'domain', 'mine.example');
  open = unproven.id;
  organised = await addOrganisations(registry, cast, unproven);
  lost = await lostPlace();
  server = await openApiServer(registry);
  await declare({});
});

afterAll(async () => {
  await server.close();
  await house.close();
});

/** A claim of A on a place that was found to be B's, with its file in place. */
async function lostPlace(): Promise<string> {
  const { registry, site } = house;
  const { artistA, artistB, moderator } = cast.people;
  const ofB = await provenClaim(registry, site, artistB, 'domain', 'lost.example');
  await provenClaim(registry, site, artistA, 'domain', 'lost.example');
  const dispute = await registry.store.disputes.openOn('domain', ofB.subjectDigest);
  await closedByTwo(registry, moderator, {
    disputeId: dispute?.id ?? '',
    upheldClaimId: ofB.id,
    reasonCode: 'public-record',
    note: 'The register names B.',
  });
  const again = await openedClaim(registry, artistA, 'domain', 'lost.example');
  await putLine(registry, site, again);
  return again.id;
}

/** Sends a mutation as artist A, unless it says who else, or a search, and selects all there is to an error. */
function send(name: string, input: unknown, part: Part = 'artistA'): Promise<ApiAnswer> {
  const isSearch = name.startsWith('search');
  const field = (isSearch ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
  const inputType = String(field?.args.find((arg) => arg.name === 'input')?.type);
  const details = {
    AlreadyClaimedError: 'claim { id address }',
    ChallengeFailedError: 'claim { id challenge { lastProblem } } reason',
    AskQuotaError: 'quota',
    InvalidInputError: 'field',
    PictureRefusedError: 'reason',
    InvalidSearchError: 'problem position length',
    TooManyAttemptsError: 'retryAfterSeconds',
  };
  const result = field && getNamedType(field.type);
  const members = isUnionType(result) ? result.getTypes().map((member) => member.name) : [];
  const spreads = Object.entries(details)
    .filter(([type]) => members.includes(type))
    .map(([type, fields]) => `... on ${type} { ${fields} }`);
  return askApi(
    server.url,
    `${isSearch ? 'query' : 'mutation'}($input: ${inputType}) {
       result: ${name}(input: $input) { __typename ... on UserError { code message nextStep } ${spreads.join(' ')} }
     }`,
    { input },
    cast.credentials[part],
  );
}

function declare(change: Readonly<Record<string, unknown>>): Promise<ApiAnswer> {
  return send('declareConsent', {
    kind: 'URL',
    address: 'https://elsewhere.example/1.jpg',
    capacity: 'AUTHOR',
    answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
    idempotencyKey: 'first',
    ...change,
  });
}

const CASES: readonly [code: string, why: string, ask: () => Promise<ApiAnswer>, details: () => object][] = [
  [
    'ALREADY_CLAIMED',
    'the place is claimed already',
    () => send('openClaim', { kind: 'DOMAIN', address: 'mine.example', capacity: 'AUTHOR' }),
    () => ({ claim: { id: open, address: 'mine.example' } }),
  ],
  [
    'ALREADY_DECIDED',
    'a moderator found that the place is B’s, and A has only a file',
    () => send('verifyClaim', { claimId: lost }),
    () => ({}),
  ],
  [
    'ASK_QUOTA',
    'one unproven no is in force, and one is allowed',
    () => declare({ address: 'https://elsewhere.example/2.jpg', idempotencyKey: 'second' }),
    () => ({ quota: 1 }),
  ],
  ['CHALLENGE_EXPIRED', 'eight days have passed', () => send('verifyClaim', { claimId: old }), () => ({})],
  [
    'CHALLENGE_FAILED',
    'no file is there',
    () => send('verifyClaim', { claimId: open }),
    () => ({
      claim: { id: open, challenge: { lastProblem: expect.stringContaining('404') } },
      reason: 'ABSENT',
    }),
  ],
  [
    'EMAIL_TAKEN',
    'B has the address',
    () => send('register', { email: 'artistb-0@example.org', password: PASSWORD }),
    () => ({}),
  ],
  [
    'IDEMPOTENCY_CONFLICT',
    'the key stands for another declaration',
    () => declare({ address: 'https://elsewhere.example/3.jpg' }),
    () => ({}),
  ],
  [
    'INVALID_ADDRESS',
    'words are no address',
    () => send('openClaim', { kind: 'URL', address: 'my own picture', capacity: 'AUTHOR' }),
    () => ({}),
  ],
  ['INVALID_EMAIL', 'no @', () => send('register', { email: 'artist', password: PASSWORD }), () => ({})],
  [
    'INVALID_INPUT',
    'a key without scopes',
    () => send('createApiKey', { name: 'training run', scopes: [] }),
    () => ({ field: 'scopes' }),
  ],
  [
    'INVALID_SEARCH',
    'nothing to search for',
    () => send('searchEntries', {}),
    () => ({ problem: null, position: null, length: null }),
  ],
  [
    'INVALID_SEARCH',
    'a phrase without end',
    () => send('searchEntries', { words: 'a "phrase' }),
    () => ({ problem: 'UNCLOSED_QUOTE', position: 2, length: 7 }),
  ],
  [
    'MAIL_DISABLED',
    'there is no mail server',
    () => send('requestSignIn', { email: 'artista-0@example.org' }),
    () => ({}),
  ],
  [
    'MEANING_UNAVAILABLE',
    'no model is at work',
    () => send('searchByMeaning', { words: 'a boat' }),
    () => ({}),
  ],
  ['NOT_FOUND', 'no such key', () => send('revokeApiKey', { id: 'none' }), () => ({})],
  [
    'NOT_OWN_WORKS',
    'a yes for works of others',
    () => declare({ answers: [{ use: 'TRAIN_AI', preference: 'ALLOW' }] }),
    () => ({}),
  ],
  [
    'PICTURE_REFUSED',
    'the address is on this machine',
    () => send('searchByPicture', { url: 'http://127.0.0.1/picture.jpg' }),
    () => ({ reason: 'address-forbidden' }),
  ],
  [
    'PUBLIC_SUFFIX',
    'nobody holds all of co.uk',
    () => send('openClaim', { kind: 'DOMAIN', address: 'co.uk', capacity: 'HOST' }),
    () => ({}),
  ],
  [
    'LAST_OWNER',
    'A owns the organisation alone',
    () =>
      send('changeStaff', { organisation: organised.collective.id, account: cast.people.artistA.account.id }),
    () => ({}),
  ],
  [
    'ORGANISATION_UNVERIFIED',
    'its domain is not proven',
    () => send('createOrganisation', { name: 'Makers', kind: 'COLLECTIVE', claim: open }),
    () => ({}),
  ],
  [
    'ROLE_HELD',
    'a moderator wants to be erased',
    () => send('eraseAccount', { noes: 'KEEP', currentPassword: PASSWORD }, 'moderator'),
    () => ({}),
  ],
  [
    'SECOND_FACTOR_NEEDED',
    'the account has an authenticator app',
    async () => {
      const { id } = cast.people.builder.account;
      const secret = new Uint8Array(20);
      const on = {
        accountId: id,
        secret,
        createdAt: house.clock.now(),
        turnedOnAt: house.clock.now(),
        lastStep: 0,
      };
      await house.store.secondFactors.put(on);
      return send('signInWithPassword', { email: 'builder-0@example.org', password: PASSWORD });
    },
    () => ({}),
  ],
  [
    'TERMS_MISSING',
    'on terms, without terms',
    () => declare({ ownWorks: true, answers: [{ use: 'TRAIN_AI', preference: 'CONDITIONAL' }] }),
    () => ({}),
  ],
  [
    'TOO_MANY_ATTEMPTS',
    'the account is being tried at',
    () => send('signInWithPassword', { email: FLOODED, password: PASSWORD }),
    () => ({ retryAfterSeconds: 30 }),
  ],
  [
    'WEAK_PASSWORD',
    'one character ten times',
    () => send('register', { email: 'new@example.org', password: '1111111111' }),
    () => ({}),
  ],
  [
    'WRONG_CREDENTIALS',
    'another password',
    () => send('signInWithPassword', { email: 'artista-0@example.org', password: 'not this one' }),
    () => ({}),
  ],
];

describe('a refusal that a person can act on', () => {
  it('is tried for every code there is, and has a type for each', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual([...REFUSAL_CODES].sort());
    const userError = schema.getType('UserError');
    const types = isInterfaceType(userError) ? schema.getPossibleTypes(userError) : [];
    expect(types.map(({ name }) => name).sort()).toEqual(REFUSAL_CODES.map(typeNameOf).sort());
  });

  it.each(CASES)('is answered in the result as %s when %s', async (code, _why, ask, details) => {
    const answer = await ask();
    expect(answer.errors).toEqual([]);
    expect(answer.data?.['result']).toEqual({
      __typename: typeNameOf(code),
      code,
      message: expect.stringMatching(/^\S.*[.]$/s),
      nextStep: expect.stringMatching(/^\S.*[.]$/s),
      ...details(),
    });
  });
});

/** `NOT_FOUND` → `NotFoundError`. */
function typeNameOf(code: string): string {
  const words = code.toLowerCase().split('_');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Error`;
}
