import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import type { Registry } from '../../src/app/registry.js';
import { runProgram } from '../../src/cli/program.js';
import { urlKey } from '../../src/core/url/url-key.js';
import { untried } from '../clients/fail-closed-cells.js';
import { openApiServer } from '../graphql/api-server.js';
import { provenClaim } from '../support/prove-claim.js';
import { recordingIo } from '../support/recording-io.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';
import { openTroubledLog } from '../support/troubled-log.js';
import { openLogServer } from './log-server.js';

const HOST = 'artist.test';
/** Allowed, as long as nothing is wrong. */
const YES = `https://${HOST}/yes.jpg`;

let world: RegistryWithSite;
let folder: string;

beforeAll(async () => {
  world = await openRegistryWithSite([HOST]);
  const artist = await signUp(world.registry);
  await provenClaim(world.registry, world.site, artist, 'domain', HOST);
  await declareConsent(world.registry, artist, {
    kind: 'url',
    address: YES,
    answers: [{ use: 'train-ai', preference: 'allow' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  folder = await mkdtemp(join(tmpdir(), 'assent-faces-'));
  await writeFile(join(folder, 'rows.csv'), `url\n${YES}\n`);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
  await world.close();
});

interface Asked {
  /** Whether whoever asked was told that there is an answer. */
  readonly isAnswered: boolean;
  readonly text: string;
}

async function over(registry: Registry, path: string, init: RequestInit): Promise<Asked> {
  const server = await openLogServer(registry);
  try {
    const response = await fetch(server.url + path, init);
    return { isAnswered: response.status === 200, text: await response.text() };
  } finally {
    await server.close();
  }
}

const post = (type: string, body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': type },
});

const CHECK_CONSENT = `query($url: String!) {
  checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI] }) { answers { decisions { decision } } }
}`;

/** Every way in which a registry answers what may be done. */
const FACES: Readonly<Record<string, (registry: Registry) => Promise<Asked>>> = {
  'assent check': async (registry) => {
    const io = recordingIo(folder);
    const argv = [
      'check',
      'rows.csv',
      '--use',
      'train-ai',
      '--keep',
      'allowed',
      '--out',
      'kept.csv',
      '--json',
    ];
    const exit = await runProgram(argv, io, (_argv, work) => work(registry));
    const isKept = (await readdir(folder)).includes('kept.csv');
    await rm(join(folder, 'kept.csv'), { force: true });
    return { isAnswered: exit === 0 || isKept, text: io.printed() };
  },
  'POST /v1/check in text': (registry) => over(registry, '/v1/check?use=train-ai', post('text/plain', YES)),
  'POST /v1/check in NDJSON': (registry) =>
    over(registry, '/v1/check?use=train-ai', post('application/x-ndjson', JSON.stringify(YES))),
  'POST /api/v2/query/urls': (registry) => over(registry, '/api/v2/query/urls', post('text/plain', YES)),
  'GET /v1/changes': async (registry) => {
    // The headers are sent before the last line can be known: without it there is no answer.
    const asked = await over(registry, '/v1/changes?since=0', {}).catch(() => undefined);
    return asked ?? { isAnswered: false, text: '' };
  },
  checkConsent: async (registry) => {
    const server = await openApiServer(registry);
    const body = JSON.stringify({ query: CHECK_CONSENT, variables: { url: YES } });
    const response = await fetch(server.url, post('application/json', body));
    const answer = (await response.json()) as { data?: { checkConsent?: unknown } | null };
    await server.close();
    return { isAnswered: answer.data?.checkConsent !== undefined, text: JSON.stringify(answer) };
  },
};

const failing = <Store extends object>(store: Store, name: keyof Store): Store => ({
  ...bound(store),
  [name]: () => Promise.reject(new Error('The database went away.')),
});

/** The methods of a store as members of an object of their own. */
function bound<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    ownKeys: () => Reflect.ownKeys(Object.getPrototypeOf(store) as object),
    getOwnPropertyDescriptor: (_store, name) => ({
      configurable: true,
      enumerable: name !== 'constructor',
      value: (Reflect.get(store, name) as (...args: unknown[]) => unknown).bind(store),
    }),
  });
}

/** What may be wrong with a registry, made so that the yes in it would be told if nobody looked. */
const TROUBLES: Readonly<Record<string, () => Promise<Registry>>> = {
  'its log is shorter than what was published': async () => ({
    ...world.registry,
    log: await openTroubledLog(world.registry.store, world.registry.clock, 'behind'),
  }),
  'its log is another than was published': async () => ({
    ...world.registry,
    log: await openTroubledLog(world.registry.store, world.registry.clock, 'forked'),
  }),
  'its database does not say what was signed': () => {
    const { store } = world.registry;
    return Promise.resolve({
      ...world.registry,
      store: { ...store, logTree: failing(store.logTree, 'latest') },
    });
  },
  'its database does not give the leaves': () => {
    const { store } = world.registry;
    return Promise.resolve({ ...world.registry, store: { ...store, log: failing(store.log, 'about') } });
  },
  'its log holds a leaf of a later release': async () => {
    const leaf = new TextEncoder().encode('{"kind":"statement","v":2}');
    const keys = [urlKey(`${HOST}/yes.jpg`)];
    await world.registry.log.sequence(async ({ log }, at) => {
      const leafHash = world.registry.sha256(new Uint8Array([0, ...leaf]));
      await log.append([{ kind: 'statement', leaf, leafHash, keys }], at);
    });
    return world.registry;
  },
};

const CELLS = Object.keys(FACES).flatMap((face) =>
  Object.keys(TROUBLES).map((trouble) => [face, trouble] as const),
);

describe('a registry', () => {
  it.each(Object.keys(FACES))('answers by %s while nothing is wrong', async (face) => {
    expect(await FACES[face]?.(world.registry)).toMatchObject({ isAnswered: true });
  });

  it.each(Object.keys(FACES).filter((face) => face !== 'GET /v1/changes'))(
    'is tried by %s with every failure that it can meet',
    (face) => {
      expect(untried(face, Object.keys(TROUBLES))).toEqual([]);
    },
  );

  // The last trouble stays: troubles are gone through in their order.
  it.each([...CELLS].sort(([, one], [, other]) => order(one) - order(other)))(
    'answers nothing by %s when %s',
    async (face, trouble) => {
      const registry = await TROUBLES[trouble]?.();
      const asked = registry && (await FACES[face]?.(registry));
      expect(asked?.isAnswered).toBe(false);
      expect(asked?.text).not.toMatch(/ALLOWED|optOut|"allowed"/);
    },
  );
});

function order(trouble: string): number {
  return Object.keys(TROUBLES).indexOf(trouble);
}
