import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveHttp } from '../fetch/local-server.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeBareHome,
  makeTestHome,
  runCommand,
  type ServerProcess,
  startServerProcess,
  type TestHome,
} from '../support/server-process.js';

const HOST = 'gallery.example';
const NEW_ORIGIN = 'registry.example/log-2';
/** In milliseconds: each command is a process of its own. */
const LONG = 240_000;

let site: Awaited<ReturnType<typeof serveHttp>>;
let challenge = '';
const homes: TestHome[] = [];
/** The registry as it was, as it was put back, and as it begins anew. */
let [original, behind, anew]: TestHome[] = [];
let server: ServerProcess;

beforeAll(async () => {
  site = await serveHttp((_request, response) => {
    response.writeHead(challenge === '' ? 404 : 200, { 'content-type': 'text/plain' }).end(challenge);
  });
  original = await makeTestHome({ ASSENT_HOST_MAP: `${HOST}=127.0.0.1:${site.port}` });
  [behind, anew] = [await makeBareHome(), await makeBareHome()];
  homes.push(original, behind, anew);
}, LONG);

afterAll(async () => {
  await server.stop();
  for (const home of homes) await home.remove();
  await site.close();
});

const dataOf = ({ environment }: TestHome): string => environment['ASSENT_DATA'] ?? '';
const backupOf = (home: TestHome): string => join(home.folder, 'registry.backup');
const markOf = (home: TestHome): string => join(dataOf(home), 'keys', 'log.key.published');
const sizeIn = async (mark: string): Promise<number> => Number((await readFile(mark, 'utf8')).split('\n')[1]);

async function say(
  client: GraphqlClient,
  address: string,
  use: 'TRAIN_AI' | 'SEARCH',
  preference: 'ALLOW' | 'DENY',
): Promise<string> {
  const { declareConsent } = await client.ask<{ declareConsent: { __typename: string } }>(
    `mutation Declare($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }`,
    {
      input: {
        kind: 'URL',
        address: `https://${HOST}/${address}`,
        capacity: 'AUTHOR',
        ownWorks: true,
        answers: [{ use, preference }],
      },
    },
  );
  return declareConsent.__typename;
}

/** What a registry answers about a picture: for training, and for search. */
async function answers(url: string, address: string): Promise<string[]> {
  const { checkConsent } = await new GraphqlClient(url).ask<{
    checkConsent: { answers: { decisions: { decision: string }[] }[] };
  }>(
    `query Check($url: String!) {
       checkConsent(input: { items: [{ url: $url }], uses: [TRAIN_AI, SEARCH] }) { answers { decisions { decision } } }
     }`,
    { url: `https://${HOST}/${address}` },
  );
  return checkConsent.answers.flatMap(({ decisions }) => decisions.map(({ decision }) => decision));
}

async function prove(artist: GraphqlClient): Promise<void> {
  const { openClaim } = await artist.ask<{
    openClaim: { claim: { id: string; challenge: { fileContent: string } } };
  }>(
    `mutation { openClaim(input: { kind: DOMAIN, address: "${HOST}", capacity: AUTHOR }) {
       ... on ClaimPayload { claim { id challenge { fileContent } } } } }`,
  );
  challenge = openClaim.claim.challenge.fileContent;
  await artist.ask(
    `mutation { verifyClaim(input: { claimId: "${openClaim.claim.id}" }) { ... on ClaimPayload { claim { state } } } }`,
  );
}

describe('a registry that was put back to yesterday, with no mirror of its log anywhere', () => {
  it(
    'is read-only and answers nothing, but can be backed up',
    async () => {
      server = await startServerProcess(original as TestHome);
      const artist = new GraphqlClient(server.url);
      await artist.register('artist@example.org');
      await prove(artist);
      await say(artist, '1.png', 'TRAIN_AI', 'DENY');
      await say(artist, '1.png', 'SEARCH', 'ALLOW');
      expect(await answers(server.url, '1.png')).toEqual(['DENIED', 'ALLOWED']);
      const yesterday = join((original as TestHome).folder, 'yesterday.backup');
      expect(await runCommand(original as TestHome, 'backup', yesterday)).toMatchObject({ exit: 0 });
      await say(artist, '2.png', 'SEARCH', 'DENY');
      expect(await server.stop()).toBe(0);

      const there = behind as TestHome;
      expect(await runCommand(there, 'restore', yesterday, '--last', 'backup')).toMatchObject({ exit: 0 });
      await mkdir(join(dataOf(there), 'keys'), { recursive: true, mode: 0o700 });
      for (const name of ['log.key', 'log.key.published']) {
        await cp(join(dataOf(original as TestHome), 'keys', name), join(dataOf(there), 'keys', name));
      }
      server = await startServerProcess(there);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
      await expect(answers(server.url, '2.png')).rejects.toThrow('assent log recover');
      expect(await runCommand(there, 'backup', backupOf(there))).toMatchObject({ exit: 0 });
      expect(await server.stop()).toBe(0);
    },
    LONG,
  );

  it(
    'goes on under another name, with every no that is held, no yes, and its loss said everywhere',
    async () => {
      const [there, mark] = [anew as TestHome, markOf(behind as TestHome)];
      const size = await sizeIn(mark);
      const begun = await runCommand(
        there,
        ...['log', 'new-origin', NEW_ORIGIN, '--from', backupOf(behind as TestHome), '--last', mark],
      );
      expect(begun.exit).toBe(0);
      const [, held] = /with (\d+) leaves of it/.exec(begun.stdout) ?? [];
      const lost = Number(held) === size - 1 ? `Leaf ${held}` : `Leaves ${held ?? ''} to ${size - 1}`;
      expect(begun.stdout).toContain(`${lost} of `);

      server = await startServerProcess(there);
      expect(await answers(server.url, '1.png')).toEqual(['DENIED', 'UNKNOWN']);
      expect(await answers(server.url, '2.png')).toEqual(['UNKNOWN', 'UNKNOWN']);
      const artist = new GraphqlClient(server.url);
      await artist.register('another@example.org');
      expect(await say(artist, '2.png', 'SEARCH', 'DENY')).toBe('DeclareConsentPayload');
      expect(await answers(server.url, '2.png')).toEqual(['UNKNOWN', 'DENIED']);

      const { log } = await artist.ask<{ log: { origin: string; continues: object[] } }>(
        '{ log { origin continues { size held } } }',
      );
      expect(log).toEqual({ origin: NEW_ORIGIN, continues: [{ size: String(size), held }] });
      const verified = await runCommand(there, 'log', 'verify', `${server.url}/log`);
      expect(verified).toMatchObject({ exit: 0 });
      expect(verified.stdout + verified.stderr).toMatch(/lost, and the rest follows from leaf 1 on/);
      const doctor = await runCommand(there, 'doctor');
      expect(doctor).toMatchObject({ exit: 0, stdout: expect.stringContaining(`Lost       ${lost} of`) });
      const table = join(there.folder, 'rows.csv');
      await writeFile(table, `url\nhttps://${HOST}/1.png\n`);
      const checked = await runCommand(there, 'check', table, '--use', 'search');
      expect(checked.stdout).toContain(`${lost} of`);
      expect(checked.stdout).toContain('0 allowed, 1 unanswered');
    },
    LONG,
  );

  it(
    'signs nothing more under the old name: neither the old registry, nor the new one with the old key',
    async () => {
      await server.stop();
      const oldKey = join(dataOf(behind as TestHome), 'keys', 'log.key');
      const withOldKey = {
        ...(anew as TestHome),
        environment: { ...(anew as TestHome).environment, ASSENT_LOG_KEY_FILE: oldKey },
      };
      expect(await runCommand(withOldKey, 'doctor')).toMatchObject({
        exit: 3,
        stdout: expect.stringMatching(/Trouble +(other-key|behind|forked)/),
      });
      const before = await readFile(markOf(behind as TestHome), 'utf8');
      expect(await runCommand(behind as TestHome, 'doctor')).toMatchObject({
        exit: 3,
        stdout: expect.stringContaining('Trouble    behind'),
      });
      expect(await readFile(markOf(behind as TestHome), 'utf8')).toBe(before);
      server = await startServerProcess(anew as TestHome);
      const served = await (await fetch(`${server.url}/log/checkpoint`)).text();
      expect(served.startsWith(`${NEW_ORIGIN}\n`)).toBe(true);
    },
    LONG,
  );
});
