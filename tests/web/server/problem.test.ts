import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, CombinedError, fetchExchange } from '@urql/core';
import type { LogTrouble } from '../../../src/app/log/log-status.js';
import { en } from '../../../src/web/messages/en.js';
import { es } from '../../../src/web/messages/es.js';
import { type Problem, problemOf, settle } from '../../../src/web/server/problem.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { type ApiServer, openApiServer } from '../../graphql/api-server.js';
import { makeCast } from '../../graphql/matrix/cast.js';
import { makeTestRegistry } from '../../support/test-registry.js';
import { openTestStore } from '../../support/test-store.js';
import { openTroubledLog } from '../../support/troubled-log.js';

const TROUBLES = ['behind', 'forked', 'stopped', 'other-key'] as const;
const CHECK =
  '{ checkConsent(input: { items: [{ url: "https://maker.example/1.jpg" }], uses: [TRAIN_AI] }) { logSize } }';
const SAY_NO = `mutation {
  declareConsent(input: {
    kind: URL, address: "https://maker.example/1.jpg", capacity: AUTHOR,
    answers: [{ use: TRAIN_AI, preference: DENY }]
  }) { __typename }
}`;

let store: OpenStore;
let servers: Readonly<Record<LogTrouble, ApiServer>>;
let session: string;

beforeAll(async () => {
  store = await openTestStore();
  const registry = makeTestRegistry(store);
  const cast = await makeCast(registry, 0, 'no password');
  await registry.log.sequence(() => Promise.resolve());
  session = cast.credentials.artistA.session ?? '';
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

function clientOf({ url }: ApiServer): Client {
  const headers = { cookie: `assent_session=${session}`, origin: new URL(url).origin };
  return new Client({ url, exchanges: [fetchExchange], fetchOptions: { headers }, preferGetMethod: false });
}

async function problemOfChange(trouble: LogTrouble): Promise<Problem | undefined> {
  const answer = await clientOf(servers[trouble])
    .mutation<{ declareConsent: object }>(SAY_NO, {})
    .toPromise();
  const settled = settle(answer, (data) => data.declareConsent);
  return settled.ok ? undefined : settled.problem;
}

describe('a log that takes nothing', () => {
  it.each<[LogTrouble, Problem['kind']]>([
    ['behind', 'log-closed'],
    ['forked', 'log-closed'],
    ['other-key', 'log-closed'],
    ['stopped', 'log-stopped'],
  ])('that is %s is told to whoever wanted something recorded as %s', async (trouble, kind) => {
    expect(await problemOfChange(trouble)).toEqual({ kind });
  });

  it.each<LogTrouble>(['behind', 'forked'])(
    'that is %s is told to whoever asks as one that answers nothing',
    async (trouble) => {
      const { data, error } = await clientOf(servers[trouble]).query<object>(CHECK, {}).toPromise();
      expect(data ?? {}).toEqual({});
      expect(problemOf(error)).toEqual({ kind: 'log-unanswered' });
    },
  );

  it.each([
    ['en', en],
    ['es', es],
  ])('has words of its own for each of these, in %s, which promise nothing', (_language, { problems }) => {
    const kinds = ['log-unanswered', 'log-closed', 'log-stopped', 'failed'] as const;
    expect(new Set(kinds.map((kind) => problems[kind].title)).size).toBe(kinds.length);
    expect(problems['log-closed'].nextStep).toMatch(
      /Nothing of this was recorded|No se ha anotado nada de esto/,
    );
    expect(problems['log-stopped'].nextStep).toMatch(/do not count on it|no cuentes con ello/);
    expect(problems['log-unanswered'].nextStep).toMatch(/is not permission|no es un permiso/);
  });
});

describe('the problem behind an error', () => {
  const failing = (codes: readonly (string | undefined)[], status = 200) =>
    new CombinedError({
      graphQLErrors: codes.map((code) => ({ message: 'no', extensions: { code } })),
      response: { status },
    });

  it.each<[string, CombinedError | undefined, Problem['kind']]>([
    ['no answer at all', undefined, 'failed'],
    ['a fault', failing(['INTERNAL']), 'failed'],
    ['a code that is not known here', failing(['NEW_CODE']), 'failed'],
    ['nobody signed in', failing(['UNAUTHENTICATED']), 'sign-in-needed'],
    ['a log in trouble behind another error', failing(['INTERNAL', 'LOG_READ_ONLY'], 503), 'log-unanswered'],
    ['somebody else’s', failing([undefined], 403), 'forbidden'],
    ['too many', failing([], 429), 'too-many-requests'],
    ['a search that was ended', failing(['SEARCH_TOO_LONG'], 503), 'search-too-long'],
    ['no network', new CombinedError({ networkError: new Error('offline') }), 'unreachable'],
  ])('of %s', (_what, error, kind) => {
    expect(problemOf(error)).toEqual({ kind });
  });
});
