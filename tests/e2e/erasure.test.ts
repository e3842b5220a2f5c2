import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { StoreLocation } from '../../src/store/open-store.js';
import { openStore } from '../../src/store/open-store.js';
import { serveHttp } from '../fetch/local-server.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeTestHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { namesFound, tracesInFiles, tracesInTables } from '../support/traces.js';

const PASSWORD = 'correct horse battery staple';
const HOSTS = ['vellinga-etchings.example', 'sorokina-linocuts.example'] as const;
type Host = (typeof HOSTS)[number];

/** Whose host it is, as it stands in every value of theirs. */
const nameOf = (host: Host): string => host.slice(0, host.indexOf('-'));

const valuesOf = (host: Host) => {
  const name = nameOf(host);
  return {
    email: `hendrikje.${name}@example.org`,
    site: host,
    picture: `https://${host}/prints/${name}-12.jpg`,
    contact: `agent of ${name}`,
    credit: `Prints by H. ${name}`,
    evidence: `The imprint names ${name}.`,
    link: `https://archive.example/${name}-1974`,
    note: `Saw the plates of ${name}.`,
    'name of a key': `program of ${name}`,
    browser: `browser of ${name}`,
  };
};

const challenges = new Map<string, string>();
let site: Awaited<ReturnType<typeof serveHttp>>;
let home: TestHome;
let server: ServerProcess;
let isEmbedded: boolean;
let data: string;
let location: StoreLocation;

beforeAll(async () => {
  site = await serveHttp((request, response) => {
    const line = challenges.get(request.headers.host ?? '');
    response.writeHead(line === undefined ? 404 : 200, { 'content-type': 'text/plain' }).end(line ?? '');
  });
  home = await makeTestHome({
    ASSENT_HOST_MAP: HOSTS.map((host) => `${host}=127.0.0.1:${site.port}`).join(','),
  });
  const { DATABASE_URL: databaseUrl, ASSENT_DATA: folder = '' } = home.environment;
  isEmbedded = databaseUrl === undefined;
  data = folder;
  location = databaseUrl === undefined ? { dataDir: join(folder, 'database') } : { databaseUrl };
  server = await startServerProcess(home);
});

afterAll(async () => {
  await server.stop();
  await home.remove();
  await site.close();
});

/** Carries out a mutation. Throws when it is refused. */
async function perform<Payload>(
  client: GraphqlClient,
  name: string,
  input: object,
  selection: string,
): Promise<Payload> {
  const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const answer = await client.ask<Record<string, Payload & { __typename: string }>>(
    `mutation Perform($input: ${inputType}!) {
       ${name}(input: $input) { __typename ... on UserError { code } ... on ${selection} }
     }`,
    { input },
  );
  const result = answer[name];
  if (result?.__typename.endsWith('Payload') !== true) throw new Error(JSON.stringify(answer));
  return result;
}

async function moderator(name: string): Promise<GraphqlClient> {
  const email = `moderator-${name}@example.net`;
  const made = await runCommand(home, 'user', 'create', '--role', 'moderator', '--email', email);
  const [, password = ''] = /^Password: (\S+)$/m.exec(made.stdout) ?? [];
  const client = new GraphqlClient(server.url);
  await perform(client, 'signInWithPassword', { email, password }, 'SignInPayload { account { id } }');
  return client;
}

interface OpenedClaim {
  readonly claim: {
    readonly id: string;
    readonly claimant: string;
    readonly challenge: { readonly fileContent: string };
  };
}

interface Somebody {
  readonly client: GraphqlClient;
  readonly account: string;
  readonly pseudonym: string;
}

/** Somebody who holds a site, and said no, yes, and no unless on terms about it. */
async function somebody(host: Host): Promise<Somebody> {
  const values = valuesOf(host);
  const client = new GraphqlClient(server.url, { 'user-agent': values.browser });
  await client.register(values.email, PASSWORD);
  const opening = { kind: 'DOMAIN', address: host, capacity: 'AUTHOR' };
  const selection = 'ClaimPayload { claim { id claimant challenge { fileContent } } }';
  const { claim } = await perform<OpenedClaim>(client, 'openClaim', opening, selection);
  challenges.set(host, claim.challenge.fileContent);
  await perform(
    client,
    'addEvidence',
    { claimId: claim.id, text: values.evidence, link: values.link },
    'ClaimPayload { claim { id } }',
  );
  await perform(client, 'verifyClaim', { claimId: claim.id }, 'ClaimPayload { claim { state } }');
  const decision = { claimId: claim.id, approve: true, reasonCode: 'EVIDENCE_CONVINCING', note: values.note };
  await perform(
    await moderator(nameOf(host)),
    'decideClaim',
    decision,
    'DecideClaimPayload { claim { state } }',
  );
  await perform(
    client,
    'createApiKey',
    { name: values['name of a key'], scopes: ['DECLARE'] },
    'CreateApiKeyPayload { secret }',
  );
  const about = { capacity: 'AUTHOR', ownWorks: true };
  const answers = [
    { use: 'TRAIN_AI', preference: 'DENY' },
    { use: 'SEARCH', preference: 'ALLOW' },
  ];
  await perform(
    client,
    'declareConsent',
    { ...about, kind: 'DOMAIN', address: host, answers },
    'DeclareConsentPayload { countsNow }',
  );
  const offer = {
    ...about,
    kind: 'URL',
    address: values.picture,
    answers: [{ use: 'AI_INFERENCE', preference: 'CONDITIONAL' }],
    terms: { contact: values.contact, credit: values.credit },
  };
  await perform(client, 'declareConsent', offer, 'DeclareConsentPayload { countsNow }');
  const { viewer } = await client.ask<{ viewer: { id: string } }>('{ viewer { id } }');
  return { client, account: viewer.id, pseudonym: claim.claimant };
}

/** What the registry answers about the picture, by use. */
async function answers(host: Host): Promise<unknown> {
  const { checkConsent } = await new GraphqlClient(server.url).ask<{
    checkConsent: { answers: { decisions: { use: string; decision: string; assurance: string | null }[] }[] };
  }>(
    `query Ask($url: String!) {
       checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI, SEARCH, AI_INFERENCE] }) {
         answers { decisions { use decision assurance } }
       }
     }`,
    { url: valuesOf(host).picture },
  );
  return Object.fromEntries(
    checkConsent.answers[0]?.decisions.map(({ use, decision, assurance }) => [
      use,
      assurance === null ? decision : `${decision}, ${assurance}`,
    ]) ?? [],
  );
}

/** Every value of somebody's, with the id of their account as it is written, and as tables hold it. */
function tracesOf(host: Host, account: string): Readonly<Record<string, string | Uint8Array>> {
  return { ...valuesOf(host), account, 'raw account': Buffer.from(account.replaceAll('-', ''), 'hex') };
}

/** Where anything of somebody's is left: in files while the server runs, in tables, and in files once nobody has them open. */
async function remains(values: ReturnType<typeof tracesOf>): Promise<string[]> {
  const inFiles = isEmbedded ? await tracesInFiles(data, values) : [];
  await server.stop();
  const store = await openStore(location);
  const inTables = await tracesInTables(store.dataSource, values);
  await store.close();
  const afterwards = isEmbedded ? await tracesInFiles(data, values) : [];
  server = await startServerProcess(home);
  return [...inFiles, ...inTables, ...afterwards];
}

async function verified(): Promise<string> {
  const { exit, stdout, stderr } = await runCommand(home, 'log', 'verify', `${server.url}/log`);
  return exit === 0 ? stdout : `${String(exit)}: ${stderr}`;
}

/** A server's own files are not looked at: what tables answer is text. */
const isText = (name: string): boolean => name !== 'raw account';
/** Backups are text, and who is signed in, with which browser, is in none. */
const isBackedUp = (name: string): boolean => isText(name) && name !== 'browser';
const isKeptInBytes = (name: string): boolean => name !== 'account';

const SAID = {
  TRAIN_AI: 'DENIED, REVIEWED',
  SEARCH: 'ALLOWED, REVIEWED',
  AI_INFERENCE: 'CONDITIONAL, REVIEWED',
};

describe('an account that is erased by its holder, with its noes kept', () => {
  const [host] = HOSTS;
  let who: Somebody;

  it('stands in tables and files with everything it was given, until then', async () => {
    who = await somebody(host);
    expect(await answers(host)).toEqual(SAID);
    const values = tracesOf(host, who.account);
    const found = await remains(values);
    expect(namesFound(found)).toEqual(
      Object.keys(values)
        .filter(isEmbedded ? () => true : isText)
        .sort(),
    );
    // In files an id stands as bytes alone. A value in the write-ahead log may be cut in two by the end of a page.
    const inFiles = (folder: string) => namesFound(found.filter((trace) => trace.includes(` in ${folder}/`)));
    expect(inFiles('database/base')).toEqual(
      isEmbedded ? Object.keys(values).filter(isKeptInBytes).sort() : [],
    );
    expect(inFiles('database/pg_wal').length > 0).toBe(isEmbedded);
    expect(inFiles('backups')).toEqual(isEmbedded ? Object.keys(values).filter(isBackedUp).sort() : []);
    const client = who.client.at(server.url);
    const input = { noes: 'KEEP', currentPassword: PASSWORD };
    expect(
      await perform(client, 'eraseAccount', input, 'EraseAccountPayload { ended standing }'),
    ).toMatchObject({ ended: 1, standing: 2 });
    expect(await client.ask('{ viewer { id } }')).toEqual({ viewer: null });
  });

  it('is in no table and no file any more, and the log verifies', async () => {
    expect(await remains(tracesOf(host, who.account))).toEqual([]);
    expect(await verified()).toContain('Consistent in itself.');
  });

  it('leaves its noes, with their weight, and nothing else that it said', async () => {
    expect(await answers(host)).toEqual({
      TRAIN_AI: 'DENIED, REVIEWED',
      SEARCH: 'UNKNOWN',
      AI_INFERENCE: 'DENIED, REVIEWED',
    });
  });

  it('cannot be signed in to, and its address opens another account under another pseudonym', async () => {
    const { email } = valuesOf(host);
    const client = new GraphqlClient(server.url);
    const credentials = { email, password: PASSWORD };
    await expect(
      perform(client, 'signInWithPassword', credentials, 'SignInPayload { account { id } }'),
    ).rejects.toThrow('WRONG_CREDENTIALS');
    await client.register(email, PASSWORD);
    const { viewer } = await client.ask<{ viewer: { pseudonym: string; claims: { edges: unknown[] } } }>(
      '{ viewer { pseudonym claims(first: 1) { edges { cursor } } } }',
    );
    expect(viewer.pseudonym).not.toBe(who.pseudonym);
    expect(viewer.claims.edges).toEqual([]);
  });
});

describe('an account that its operator was asked to erase, with its noes withdrawn', () => {
  const [, host] = HOSTS;

  it('is gone when the command has ended, also from a server that is killed in that moment', async () => {
    const { account } = await somebody(host);
    expect(await answers(host)).toEqual(SAID);
    const { email } = valuesOf(host);
    const ran = await runCommand(home, 'user', 'erase', email, '--noes', 'withdraw');
    expect(ran).toMatchObject({ exit: 0, stdout: expect.stringContaining('Answers that ended: 3.') });
    expect(ran.stdout).not.toContain(email);
    await server.kill();
    server = await startServerProcess(home);
    expect(await remains(tracesOf(host, account))).toEqual([]);
    expect(await verified()).toContain('Consistent in itself.');
    expect(await answers(host)).toEqual({ TRAIN_AI: 'UNKNOWN', SEARCH: 'UNKNOWN', AI_INFERENCE: 'UNKNOWN' });
  });

  it('is not found a second time, and an account is not erased without saying what becomes of its noes', async () => {
    const { email } = valuesOf(host);
    const again = await runCommand(home, 'user', 'erase', email, '--noes', 'keep');
    expect(again).toMatchObject({ exit: 2, stderr: expect.stringContaining('There is no account') });
    const without = await runCommand(home, 'user', 'erase', email);
    expect(without).toMatchObject({ exit: 2, stderr: expect.stringContaining('--noes') });
  });
});

describe('a moderator who leaves', () => {
  it('has the role taken by a command, decides nothing from that moment on, and can be erased', async () => {
    const email = 'moderator-leaving@example.net';
    const client = await moderator('leaving');
    const queue = () => client.ask('{ moderationQueue(first: 1) { edges { cursor } } }');
    const erase = () => runCommand(home, 'user', 'erase', email, '--noes', 'keep');
    await queue();
    expect(await erase()).toMatchObject({ exit: 2, stderr: expect.stringContaining('take the role') });
    const set = await runCommand(home, 'user', 'set-role', email, '--role', 'artist');
    expect(set).toMatchObject({ exit: 0, stdout: `${email} was moderator and is artist now.\n` });
    await expect(queue()).rejects.toThrow('FORBIDDEN');
    expect(await erase()).toMatchObject({ exit: 0 });
  });
});
