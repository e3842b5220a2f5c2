import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AbstractLogger } from 'typeorm';
import type { LogLevel, LogMessage } from 'typeorm';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { withdrawStatement } from '../../src/app/consent/withdraw-statement.js';
import { addEvidence } from '../../src/app/claims/add-evidence.js';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { openedClaim } from '../support/prove-claim.js';
import { signUp } from '../support/sign-up.js';
import { dataset, entry } from '../support/store-records.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import { askApi } from './ask-api.js';
import type { Cast } from './matrix/cast.js';
import { makeCast } from './matrix/cast.js';

const FEW = 3;
const MANY = 24;

let store: OpenStore;
let server: ApiServer;
let cast: Cast;
const statements: string[] = [];

/** Keeps every statement that goes to the database. */
class StatementRecorder extends AbstractLogger {
  protected override isLogEnabledFor(): boolean {
    return true;
  }

  protected override writeLog(
    _level: LogLevel,
    message: LogMessage | string | number | (LogMessage | string | number)[],
  ): void {
    for (const one of [message].flat()) {
      if (typeof one === 'object' && one.type === 'query') statements.push(String(one.message));
    }
  }
}

beforeAll(async () => {
  store = await openTestStore();
  const registry = makeTestRegistry(store);
  cast = await makeCast(registry, 0, 'no password');
  await fill(registry);
  store.dataSource.logger = new StatementRecorder();
  server = await openApiServer(registry);
});

afterAll(async () => {
  await server.close();
  await store.close();
});

beforeEach(() => {
  statements.length = 0;
});

async function fill(registry: Registry): Promise<void> {
  const { artistA } = cast.people;
  const paths = Array.from({ length: MANY }, (_, index) => `place-${index}.example/${index}.jpg`);
  await registry.store.transact(async ({ datasets, entries }) => {
    const { id } = await datasets.ensure(dataset());
    await entries.addBatch(
      id,
      paths.map((path, index) => entry(path, `linen map ${index}`)),
    );
  });
  for (const [index, path] of paths.entries()) {
    const about = {
      kind: 'url',
      address: `https://${path}`,
      capacity: 'author',
      basis: 'own-right',
    } as const;
    const answers = [{ use: 'train-ai', preference: 'deny' }] as const;
    await declareConsent(registry, artistA, { ...about, ownWorks: false, answers });
    await sayOfOne(registry, index);
    const claim = await openedClaim(registry, artistA, 'path', `https://${path.split('/')[0] ?? ''}/`);
    await addEvidence(registry, artistA, { claimId: claim.id, text: `Evidence for ${path}.` });
  }
}

/** One of many statements about the same place, each by somebody else. */
async function sayOfOne(registry: Registry, number: number): Promise<void> {
  const actor = await signUp(registry);
  const declared = await declareConsent(registry, actor, {
    kind: 'url',
    address: 'https://much-said.example/1.jpg',
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    answers: [{ use: 'train-ai', preference: 'conditional' }],
    terms: { credit: `By number ${number}` },
  });
  const statementId = declared.ok ? declared.statements[0]?.statement.id : undefined;
  if (statementId === undefined) throw new Error('Nothing was declared.');
  if (number % 2 === 0) await withdrawStatement(registry, actor, { statementId });
}

/** How many statements the database gets for a request, which must succeed. */
async function statementsFor(query: string, variables: object, session?: string): Promise<number> {
  statements.length = 0;
  const answer = await askApi(server.url, query, { ...variables }, { session });
  expect(answer.errors).toEqual([]);
  expect(answer.text).toContain('edges');
  return statements.length;
}

const SEARCH = `query($first: Int!) {
  searchEntries(input: { words: "linen" }, first: $first) {
    ... on EntryConnection {
      edges { node { id caption dataset { title } picture { isAnother } answers { use decision assurance } } }
      searched { rowsHeld }
    }
  }
}`;
const CLAIMS = `query($first: Int!) {
  viewer {
    claims(first: $first) {
      edges { node { id claimant challenge { fileUrl } evidence { text } isContested knownEntries } }
    }
  }
}`;
const QUEUE = `query($first: Int!) {
  moderationQueue(first: $first) {
    edges { node { id harm notes { text } claims { id claimant evidence { text } isContested knownEntries } } }
  }
}`;
const STATEMENTS = `query($first: Int!) {
  viewer { statements(first: $first) { edges { node { id address terms { credit } isMine } } } }
}`;

const PROVEN_STATEMENTS = `query($first: Int!) {
  viewer { statements(first: $first) { edges { node { id leaf proof } } } }
}`;
/** The statements are many, far apart in the log, and half of them withdrawn. */
const ABOUT = `query($first: Int!) {
  statements(subject: { kind: URL, address: "much-said.example/1.jpg" }, first: $first) {
    edges { node { id address terms { credit } standsNow assurance withdrawnAt leaf proof } }
  }
}`;
const LEAVES = `query($first: Int!) {
  log { checkpoint { note } entries(first: $first) { edges { node { leaf proof } } } }
}`;

describe('a page of a list', () => {
  it.each([
    ['search results with their answers', SEARCH, undefined],
    ['claims with all that belongs to them', CLAIMS, 'artistA'],
    ['the moderators’ queue with what they decide by', QUEUE, 'moderator'],
    ['statements with their terms', STATEMENTS, 'artistA'],
    ['statements with their leaves and proofs', PROVEN_STATEMENTS, 'artistA'],
    ['statements about a place, with all that belongs to them', ABOUT, undefined],
    ['leaves of the log with their proofs', LEAVES, undefined],
  ] as const)('asks the database as often for many items as for a few: %s', async (_what, query, person) => {
    const session = person && cast.credentials[person].session;
    const few = await statementsFor(query, { first: FEW }, session);
    const many = await statementsFor(query, { first: MANY }, session);
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(13);
  });

  it('of proofs asks once in a request for the checkpoint that is shown, and the fields of the log once for the last', async () => {
    await statementsFor(
      `query($first: Int!) {
         log {
           entries(first: $first) { edges { node { proof } } }
           checkpoint { size }
           entry(index: "0") { proof }
         }
       }`,
      { first: MANY },
    );
    expect(statements.filter((one) => one.includes('FROM log_checkpoints'))).toHaveLength(2);
  });

  it('of answers with their statements, too', async () => {
    const check = (count: number) =>
      askApi(
        server.url,
        `query($items: [ConsentItemInput!]!) {
           checkConsent(input: { items: $items, uses: [TRAIN_AI] }) {
             answers { decisions { decision decidedBy { statement { address } } } }
           }
         }`,
        {
          items: Array.from({ length: count }, (_, index) => ({
            url: `place-${index}.example/${index}.jpg`,
          })),
        },
      );
    expect((await check(FEW)).text).toContain('DENIED');
    const few = statements.length;
    statements.length = 0;
    const answer = await check(MANY);
    expect(answer.text.split('DENIED')).toHaveLength(MANY + 1);
    expect(statements).toHaveLength(few);
  });
});
