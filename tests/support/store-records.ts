/** Records to put into a store, complete and unlike each other; a test overrides what it is about. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Webhook } from '../../src/app/ports/webhooks.js';
import type { Account, ApiKey, OneTimeCode, Session } from '../../src/app/ports/accounts.js';
import type { Ingestion, NewDataset, NewEntry } from '../../src/app/ports/catalogue.js';
import type { Challenge, Claim, Evidence } from '../../src/app/ports/claims.js';
import type { Dispute } from '../../src/app/ports/disputes.js';
import type { AuditEvent, NewLeaf, Opening, StatementRow } from '../../src/app/ports/log.js';
import { urlKey } from '../../src/core/url/url-key.js';

export function at(time: string): Date {
  return new Date(`2027-03-01T${time}Z`);
}

export function someBytes(length = 32): Uint8Array {
  return new Uint8Array(randomBytes(length));
}

export function digestOf(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest());
}

function anyWord(): string {
  return randomBytes(6).toString('hex');
}

export function account(overrides: Partial<Account> = {}): Account {
  return {
    id: randomUUID(),
    pseudonym: anyWord(),
    email: `${anyWord()}@example.org`,
    emailConfirmedAt: undefined,
    passwordHash: undefined,
    role: 'artist',
    createdAt: at('09:00:00'),
    suspendedAt: undefined,
    ...overrides,
  };
}

export function session(accountId: string, overrides: Partial<Session> = {}): Session {
  return {
    id: randomUUID(),
    tokenHash: someBytes(),
    accountId,
    userAgent: undefined,
    createdAt: at('09:00:00'),
    lastSeenAt: at('09:00:00'),
    expiresAt: at('21:00:00'),
    ...overrides,
  };
}

export function apiKey(accountId: string, overrides: Partial<ApiKey> = {}): ApiKey {
  return {
    id: randomUUID(),
    accountId,
    name: 'training run',
    prefix: anyWord(),
    secretHash: someBytes(),
    scopes: ['read', 'check'],
    isStrict: false,
    checksPerMinute: undefined,
    createdAt: at('09:00:00'),
    lastUsedAt: undefined,
    expiresAt: undefined,
    revokedAt: undefined,
    ...overrides,
  };
}

export function webhook(accountId: string, overrides: Partial<Webhook> = {}): Webhook {
  return {
    id: randomUUID(),
    accountId,
    url: 'https://builder.test/hook',
    secret: someBytes(),
    createdAt: at('09:00:00'),
    toldSize: 0,
    failingSince: undefined,
    failures: 0,
    nextAttemptAt: undefined,
    disabledAt: undefined,
    attempts: [],
    ...overrides,
  };
}

export function oneTimeCode(email: string, overrides: Partial<OneTimeCode> = {}): OneTimeCode {
  return {
    id: randomUUID(),
    email,
    purpose: 'sign-in',
    tokenHash: someBytes(),
    codeHash: someBytes(),
    attempts: 0,
    createdAt: at('09:00:00'),
    expiresAt: at('09:15:00'),
    usedAt: undefined,
    ...overrides,
  };
}

export function dataset(overrides: Partial<NewDataset> = {}): NewDataset {
  return {
    slug: `set-${anyWord()}`,
    title: 'A set of pictures',
    isDemo: false,
    createdAt: at('09:00:00'),
    ...overrides,
  };
}

export function ingestion(datasetId: number, overrides: Partial<Ingestion> = {}): Ingestion {
  return {
    id: randomUUID(),
    datasetId,
    fileName: 'part-00000.parquet',
    identity: undefined,
    holder: randomUUID(),
    rowsRead: 0n,
    rowsAdded: 0n,
    rowsKnown: 0n,
    rowsRejected: {},
    vectorsAdded: 0n,
    ordinals: [],
    rejectedFile: undefined,
    rejectedBytes: 0n,
    startedAt: at('09:00:00'),
    finishedAt: undefined,
    ...overrides,
  };
}

/** A row whose keys follow from its address and caption, as those of a real row do. */
export function entry(canonical: string, caption: string, overrides: Partial<NewEntry> = {}): NewEntry {
  const url = overrides.url ?? `https://${canonical}`;
  return {
    urlKey: urlKey(canonical),
    rowId: digestOf(`${url}\0${caption}`).slice(0, 16),
    url,
    canonical,
    host: canonical.split('/')[0] ?? '',
    caption,
    ...overrides,
  };
}

export function claim(accountId: string, expression: string, overrides: Partial<Claim> = {}): Claim {
  return {
    id: randomUUID(),
    claimant: accountId.replaceAll('-', ''),
    accountId,
    kind: 'domain',
    expression,
    subjectDigest: digestOf(expression),
    subjectKey: urlKey(expression),
    canon: 1,
    capacity: 'author',
    state: 'open',
    assurance: 'asserted',
    createdAt: at('09:00:00'),
    verifiedAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    decisionReason: undefined,
    ...overrides,
  };
}

export function challenge(claimId: string, overrides: Partial<Challenge> = {}): Challenge {
  return {
    id: randomUUID(),
    claimId,
    token: anyWord(),
    createdAt: at('09:00:00'),
    expiresAt: at('21:00:00'),
    lastCheckedAt: undefined,
    lastReason: undefined,
    lastProblem: undefined,
    metAt: undefined,
    ...overrides,
  };
}

export function evidence(claimId: string, overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: randomUUID(),
    claimId,
    text: 'My name is in the corner of every sheet.',
    link: undefined,
    submittedAt: at('10:00:00'),
    ...overrides,
  };
}

export function dispute(claims: readonly Claim[], overrides: Partial<Dispute> = {}): Dispute {
  const expression = claims[0]?.expression ?? 'example.com';
  return {
    id: randomUUID(),
    cause: 'rival-claims',
    kind: 'domain',
    expression,
    subjectDigest: digestOf(expression),
    subjectKey: urlKey(expression),
    canon: 1,
    claimIds: claims.map(({ id }) => id),
    noBy: undefined,
    yesBy: undefined,
    lapsesAt: undefined,
    runsOutAt: undefined,
    openedAt: at('11:00:00'),
    closedAt: undefined,
    closedBy: undefined,
    proposedBy: undefined,
    appealedFrom: undefined,
    outcome: undefined,
    closingReason: undefined,
    reason: undefined,
    ...overrides,
  };
}

export function leaf(text: string, keys: readonly bigint[] = []): NewLeaf {
  return { kind: 'statement', leaf: new TextEncoder().encode(text), leafHash: digestOf(`\0${text}`), keys };
}

/** A statement about a URL expression, as the log entry at `logIndex` would project it. */
export function statement(
  id: Uint8Array,
  logIndex: bigint,
  expression: string,
  overrides: Partial<StatementRow> = {},
): StatementRow {
  return {
    id,
    logIndex,
    claimant: 'pseudonym',
    accountId: undefined,
    kind: 'url',
    subjectDigest: digestOf(expression),
    subjectKey: urlKey(expression),
    canon: 1,
    use: 'train-ai',
    preference: 'deny',
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    reservesRights: false,
    statedAt: at('12:00:00'),
    expiresAt: undefined,
    withdrawnIndex: undefined,
    supersededBy: undefined,
    ...overrides,
  };
}

export function opening(statementId: Uint8Array, overrides: Partial<Opening> = {}): Opening {
  return {
    statementId,
    salt: someBytes(),
    opening: { submitted: 'https://example.com/a.jpg', expression: 'example.com/a.jpg' },
    ...overrides,
  };
}

export function auditEvent(overrides: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: randomUUID(),
    actorId: undefined,
    action: 'claim.approve',
    target: randomUUID(),
    reason: undefined,
    details: {},
    createdAt: at('13:00:00'),
    ...overrides,
  };
}
