import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatEntryId } from '../../src/app/catalogue/entries/entry-id.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { logReadOnly, type LogTrouble } from '../../src/app/log/log-status.js';
import type { Registry } from '../../src/app/registry.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { dataset, entry } from '../support/store-records.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import { openTroubledLog } from '../support/troubled-log.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import type { ApiAnswer } from './ask-api.js';
import { readAnswer } from './ask-api.js';
import type { Cast } from './matrix/cast.js';
import { makeCast } from './matrix/cast.js';

const TROUBLES = ['behind', 'forked', 'stopped', 'other-key'] as const;
const ENTRY = entry('maker.example/1.jpg', 'a linen map');

let store: OpenStore;
let registry: Registry;
let cast: Cast;
let entryId: string;
let statementId: string;
let servers: Readonly<Record<LogTrouble, ApiServer>>;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  cast = await makeCast(registry, 0, 'no password');
  const set = dataset();
  const { id } = await store.datasets.ensure(set);
  await store.entries.addBatch(id, [ENTRY]);
  entryId = formatEntryId(set.slug, ENTRY.rowId);
  const declared = await declareConsent(registry, cast.people.artistA, {
    kind: 'url',
    address: 'https://maker.example/1.jpg',
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    answers: [{ use: 'train-ai', preference: 'allow' }],
  });
  const [view] = declared.ok ? declared.statements : [];
  statementId = Buffer.from(view?.statement.id ?? []).toString('hex');
  const opened = {} as Record<LogTrouble, ApiServer>;
  for (const trouble of TROUBLES) {
    const log = await openTroubledLog(store, registry.clock, trouble);
    opened[trouble] = await openApiServer({ ...registry, log });
  }
  servers = opened;
});

afterAll(async () => {
  for (const server of Object.values(servers)) await server.close();
  await store.close();
});

interface Told extends ApiAnswer {
  readonly retryAfter: string | null;
}

async function ask(trouble: LogTrouble, query: string): Promise<Told> {
  const response = await fetch(servers[trouble].url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `assent_session=${cast.credentials.artistA.session ?? ''}`,
      origin: new URL(servers[trouble].url).origin,
    },
    body: JSON.stringify({ query }),
  });
  return { ...(await readAnswer(response)), retryAfter: response.headers.get('retry-after') };
}

const CHECK = `checkConsent(input: { items: [{ url: "https://maker.example/1.jpg" }], uses: [TRAIN_AI] }) {
  answers { decisions { decision } }
}`;
const QUESTIONS: readonly [what: string, query: () => string][] = [
  ['a check', () => `{ ${CHECK} }`],
  ['a check beside something else', () => `{ registry { name } ${CHECK} }`],
  ['the answers of an entry', () => `{ entry(id: "${entryId}") { caption answers { decision } } }`],
  [
    'the answers beside search results',
    () => `{ searchEntries(input: { words: "linen" }) {
      ... on EntryConnection { edges { node { caption answers { decision } } } }
    } }`,
  ],
  ['a statement', () => `{ statement(id: "${statementId}") { preference } }`],
  ['own statements', () => `{ viewer { statements { edges { node { preference } } } } }`],
];

const DECLARE = `mutation { declareConsent(input: {
  kind: URL, address: "https://maker.example/2.jpg", capacity: AUTHOR, ownWorks: true,
  answers: [{ use: TRAIN_AI, preference: ALLOW }]
}) { __typename } }`;

function expectRefused(answer: Told, trouble: LogTrouble): void {
  expect(answer.status).toBe(503);
  expect(Number(answer.retryAfter)).toBeGreaterThan(0);
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of answer.errors) {
    expect(message).toBe(logReadOnly(trouble).message);
    expect(extensions).toEqual({
      code: 'LOG_READ_ONLY',
      nextStep: expect.stringMatching(/none of it permission/),
      trouble: trouble.toUpperCase().replace('-', '_'),
    });
  }
  expect(answer.text).not.toMatch(/ALLOW|DENIED|UNKNOWN/);
}

describe.each<LogTrouble>(['behind', 'forked'])('while the log is %s', (trouble) => {
  it.each(QUESTIONS)('%s is no success, says why, and holds no answer', async (_what, query) => {
    expectRefused(await ask(trouble, query()), trouble);
  });

  it('what does not rest on leaves is answered', async () => {
    const answer = await ask(trouble, '{ datasets { slug } viewer { role } }');
    expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 200, errors: [] });
  });
});

describe.each<LogTrouble>(['stopped', 'other-key'])('while the log is %s', (trouble) => {
  it.each(QUESTIONS)('%s is answered as before', async (_what, query) => {
    const answer = await ask(trouble, query());
    expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 200, errors: [] });
    expect(answer.retryAfter).toBeNull();
  });
});

describe.each(TROUBLES)('a log that is %s', (trouble) => {
  it('takes no answers, and says so', async () => {
    const size = await store.log.size();
    const answer = await ask(trouble, DECLARE);
    expectRefused(answer, trouble);
    expect(answer.data).toBeNull();
    expect(await store.log.size()).toBe(size);
  });

  it('can still be looked at, which is how others find out what happened', async () => {
    const answer = await ask(
      trouble,
      '{ log { trouble checkpoint { size } entries(first: 100) { edges { node { leaf proof } } } } }',
    );
    expect({ status: answer.status, errors: answer.errors }).toEqual({ status: 200, errors: [] });
    expect(answer.data).toMatchObject({ log: { trouble: trouble.toUpperCase().replace('-', '_') } });
  });

  it('is not told to the server’s own log once for every request', async () => {
    const before = servers[trouble].logged.length;
    await ask(trouble, DECLARE);
    expect(servers[trouble].logged).toHaveLength(before);
  });
});
