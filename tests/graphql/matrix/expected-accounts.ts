import { expect } from '@jest/globals';
import type { Account } from '../../../src/app/ports/accounts.js';
import type { Part, Person } from './cast.js';
import { emailOf, KEY_EXPIRY, personOf } from './cast.js';
import type { ExpectedObject } from './expected-object.js';
import { a } from './expected-object.js';
import type { Scene } from './scene.js';

const START = '2026-11-22T12:00:00.000Z';
/** How many claims people of a scene have made. */
const CLAIMS: Readonly<Partial<Record<Person, number>>> = { artistA: 4, artistB: 1 };
/** How many answers of theirs are on record. */
const STATEMENTS: Readonly<Partial<Record<Person, number>>> = { artistA: 4, artistB: 1 };

const IN_BROWSER = '0 v v v v v X F';

/** Things of an account. They are only reached through `viewer`, so that everybody sees their own or nothing. */
export const EXPECTED_ACCOUNTS: Readonly<Record<string, ExpectedObject>> = {
  Account: {
    way: () => ['viewer'],
    cells: '0 v v v v v X v',
    but: {
      email: IN_BROWSER,
      isEmailConfirmed: IN_BROWSER,
      hasPassword: IN_BROWSER,
      recoveryCodesLeft: IN_BROWSER,
      secondFactorSince: IN_BROWSER,
      sessions: IN_BROWSER,
      apiKeys: IN_BROWSER,
      webhooks: IN_BROWSER,
      organisations: IN_BROWSER,
      invitations: IN_BROWSER,
      matchNews: IN_BROWSER,
      linkedProviders: IN_BROWSER,
    },
    fields: (scene, part) => {
      const person = personOf(part) ?? 'artistA';
      const account = accountOf(scene, part);
      return {
        id: account.id,
        pseudonym: account.pseudonym,
        role: account.role.toUpperCase(),
        createdAt: START,
        email: emailOf(person, scene),
        isEmailConfirmed: false,
        hasPassword: true,
        recoveryCodesLeft: 0,
        secondFactorSince: null,
        sessions: [a('Session')],
        apiKeys: person === 'artistA' ? [a('ApiKey'), a('ApiKey')] : [],
        webhooks: person === 'artistA' ? [a('Webhook')] : [],
        organisations: person === 'artistA' ? [a('OrganisationDesk'), a('OrganisationDesk')] : [],
        invitations: [],
        mandates: person === 'artistA' ? [a('GivenMandate')] : [],
        claims: a('ClaimConnection'),
        disputes: a('DisputeFileConnection'),
        statements: a('StatementConnection'),
        works: a('WorkConnection'),
        collections: a('CollectionConnection'),
        artistNames: person === 'artistA' ? [`Printmaker of ${scene.number}`] : [],
        acceptances: a('AcceptanceConnection'),
        matchNews: a('MatchNews'),
        linkedProviders: person === 'artistA' ? [a('LinkedProvider')] : [],
        newMatches: person === 'artistA' ? 1 : 0,
        answersForAll: [],
        namedRuns: a('OwnRunConnection'),
        receiptsSinceNo: person === 'artistA' ? a('ReceiptsSinceNo') : null,
      };
    },
  },
  Acceptance: {
    way: () => ['viewer', 'acceptances(first: 1)', 'edges', 'node'],
    cells: '0 v - - - - X v',
    fields: (scene) => ({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      name: `Lab ${scene.number}`,
      signer: expect.stringMatching(/^builder\.example\/receipts\+/),
      uses: ['TRAIN_AI'],
      takenAt: START,
      logIndex: expect.stringMatching(/^\d+$/),
      statement: a('Statement'),
      document: expect.stringContaining('"format":"assent-acceptance"'),
    }),
  },
  AcceptanceConnection: {
    way: () => ['viewer', 'acceptances'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => ({
      edges: personOf(part) === 'artistA' ? [a('AcceptanceEdge')] : [],
      pageInfo: a('PageInfo'),
    }),
  },
  AcceptanceEdge: {
    way: () => ['viewer', 'acceptances(first: 1)', 'edges'],
    cells: '0 v - - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Acceptance') }),
  },
  OwnRun: {
    way: () => ['viewer', 'namedRuns(first: 1)', 'edges', 'node'],
    cells: '0 v - - - - X v',
    fields: (scene) => ({
      ...{ logIndex: scene.runOfA.toString(), name: `Studio of A ${scene.number}`, isHidden: false },
      ...{ statedAt: START, size: expect.stringMatching(/^\d+$/), rows: '10', denied: '2' },
    }),
  },
  OwnRunConnection: {
    way: () => ['viewer', 'namedRuns'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => ({
      edges: personOf(part) === 'artistA' ? [a('OwnRunEdge')] : [],
      pageInfo: a('PageInfo'),
    }),
  },
  OwnRunEdge: {
    way: () => ['viewer', 'namedRuns(first: 1)', 'edges'],
    cells: '0 v - - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('OwnRun') }),
  },
  ReceiptsSinceNo: {
    way: () => ['viewer', 'receiptsSinceNo'],
    cells: '0 v 0 0 0 0 X v',
    fields: () => ({
      since: START,
      dated: expect.stringMatching(/^\d+$/),
      named: '0',
      runs: a('RunsWithAnswer'),
    }),
  },
  Session: {
    way: () => ['viewer', 'sessions'],
    cells: IN_BROWSER,
    fields: (scene, part) => ({
      id: scene.people[personOf(part) ?? 'artistA'].sessionId,
      userAgent: `browser of ${personOf(part) ?? ''} ${scene.number}`,
      createdAt: START,
      lastSeenAt: START,
      expiresAt: '2026-12-22T12:00:00.000Z',
      isCurrent: true,
    }),
  },
  LinkedProvider: {
    way: () => ['viewer', 'linkedProviders'],
    cells: '0 v - - - - X F',
    fields: () => ({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: null,
      isOnlyWay: false,
      profile: 'https://studio.example/a',
      linkedAt: START,
      seenAt: START,
    }),
  },
  MatchNews: {
    way: () => ['viewer', 'matchNews'],
    cells: IN_BROWSER,
    fields: () => ({ mails: true, language: null, canMail: expect.any(Boolean), feedSince: null }),
  },
  ApiKey: {
    way: () => ['viewer', 'apiKeys'],
    cells: '0 v - - - - X F',
    fields: (scene) => ({
      id: scene.keys.revoked,
      name: `key of ${scene.people.artistA.account.id}`,
      prefix: expect.stringMatching(/^assent_.{6}$/),
      scopes: ['READ', 'CHECK'],
      isStrict: false,
      checksPerMinute: null,
      createdAt: '2026-11-22T12:00:01.000Z',
      lastUsedAt: null,
      expiresAt: KEY_EXPIRY.toISOString(),
      revokedAt: START,
    }),
  },
  Webhook: {
    way: () => ['viewer', 'webhooks'],
    cells: '0 v - - - - X F',
    fields: (scene) => ({
      id: scene.webhook,
      url: 'https://builder.test/hook',
      createdAt: START,
      toldSize: '1',
      failingSince: START,
      nextAttemptAt: KEY_EXPIRY.toISOString(),
      disabledAt: START,
      attempts: [a('WebhookAttempt')],
    }),
  },
  WebhookAttempt: {
    way: () => ['viewer', 'webhooks', 'attempts'],
    cells: '0 v - - - - X F',
    fields: () => ({
      since: '0',
      size: '1',
      attemptedAt: START,
      status: 500,
      problem: 'It answered with status 500.',
    }),
  },
  ClaimConnection: {
    way: () => ['viewer', 'claims'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => {
      const claims = CLAIMS[personOf(part) ?? 'builder'] ?? 0;
      return { edges: Array.from({ length: claims }, () => a('ClaimEdge')), pageInfo: a('PageInfo') };
    },
  },
  ClaimEdge: {
    way: () => ['viewer', 'claims(first: 1)', 'edges'],
    cells: '0 v v - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Claim') }),
  },
  StatementConnection: {
    way: () => ['viewer', 'statements'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => {
      const statements = STATEMENTS[personOf(part) ?? 'builder'] ?? 0;
      return { edges: Array.from({ length: statements }, () => a('StatementEdge')), pageInfo: a('PageInfo') };
    },
  },
  StatementEdge: {
    way: () => ['viewer', 'statements(first: 1)', 'edges'],
    cells: '0 v v - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Statement') }),
  },
};

function accountOf(scene: Scene, part: Part): Account {
  return scene.people[personOf(part) ?? 'artistA'].account;
}
