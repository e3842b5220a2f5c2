import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatAddCheckpointRequest } from '../../src/core/tlog/add-checkpoint-request.js';
import { openUnderPolicy } from '../../src/core/tlog/open-under-policy.js';
import { parseTlogPolicy } from '../../src/core/tlog/parse-tlog-policy.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatPrivateKey } from '../../src/log-key/private-key-text.js';
import { eventually } from '../support/eventually.js';
import { GraphqlClient } from '../support/graphql-client.js';
import {
  makeEmbeddedHome,
  runCommand,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from '../support/server-process.js';
import { logSigner, ORIGIN, vkeyOf } from '../witness/signed-tree.js';
import { startWitnessProcess, type WitnessProcess } from '../witness/witness-process.js';
import { readAnswer, WITNESS_NAME } from '../witness/witness-stage.js';
import { declareNo } from './declare-no.js';

const KEY = vkeyOf(logSigner());

let home: TestHome;
let witness: WitnessProcess;
let policy: string;
/** Beside the registry's own folder. */
const beside = (name: string) => join(home.folder, name);
const data = () => beside('data');

beforeAll(async () => {
  home = await makeEmbeddedHome();
  witness = await startWitnessProcess('--dir', beside('witness'), '--name', WITNESS_NAME, '--log', KEY);
  policy = `log ${KEY}\nwitness w1 ${witness.verifierKey} ${witness.url}\nquorum w1\n`;
  await writeFile(beside('policy'), policy);
  await mkdir(join(data(), 'keys'), { recursive: true, mode: 0o700 });
  const key = formatPrivateKey(ORIGIN, new Uint8Array(32).fill(1));
  await writeFile(join(data(), 'keys', 'log.key'), `${key}\n`, { mode: 0o600 });
  home = { ...home, environment: { ...home.environment, ASSENT_LOG_POLICY: beside('policy') } };
});

afterAll(async () => {
  await witness.stop();
  await home.remove();
});

/** What `/log/checkpoint` serves, once the witness has cosigned a tree of at least so many leaves. */
async function witnessedCheckpoint(url: string, least: number): Promise<Uint8Array> {
  const read = parseTlogPolicy(new TextEncoder().encode(policy), nodeSha256);
  if (!read.ok) throw new Error(read.problem.message);
  let note = new Uint8Array();
  await eventually(async () => {
    note = new Uint8Array(await (await fetch(`${url}/log/checkpoint`)).arrayBuffer());
    const opened = openUnderPolicy(note, read.policy, verifyEd25519);
    return opened.ok && opened.checkpoint.size >= least;
  });
  return note;
}

/** In milliseconds: two servers and a command, one after the other. */
const LONG = 240_000;

const picture = (day: string) => `https://artist.example/${day}.jpg`;

async function decisionAbout(server: ServerProcess, url: string): Promise<string> {
  const { checkConsent } = await new GraphqlClient(server.url).ask<{
    checkConsent: { answers: { decisions: { decision: string }[] }[] };
  }>(
    `query Check($input: CheckConsentInput!) { checkConsent(input: $input) { answers { decisions { decision } } } }`,
    { input: { uses: ['TRAIN_AI'], items: [{ url }] } },
  );
  return String(checkConsent.answers[0]?.decisions[0]?.decision);
}

describe('a registry that is put back to yesterday as a whole', () => {
  let artist: GraphqlClient;
  let yesterday: number;
  let restored: ServerProcess;

  it(
    'has been witnessed, mirrored and backed up until then',
    async () => {
      const monday = await startServerProcess(home);
      artist = new GraphqlClient(monday.url);
      await artist.register('artist@example.org');
      yesterday = Number((await declareNo(artist, picture('monday'))).logIndex) + 1;
      await witnessedCheckpoint(monday.url, yesterday);
      await monday.stop();
      await cp(data(), beside('backup'), { recursive: true });

      const tuesday = await startServerProcess(home);
      await declareNo(artist.at(tuesday.url), picture('tuesday'));
      await writeFile(beside('kept'), await witnessedCheckpoint(tuesday.url, yesterday + 1));
      await tuesday.stop();
      await cp(join(data(), 'log'), beside('mirror'), { recursive: true });
      await rm(join(beside('mirror'), 'journal'), { recursive: true });
      const { exit, stderr } = await runCommand(
        home,
        'log',
        'verify',
        'mirror',
        '--key',
        KEY,
        '--since',
        'kept',
      );
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      await rm(data(), { recursive: true });
      await cp(beside('backup'), data(), { recursive: true });
    },
    LONG,
  );

  it('starts read-only, because the witness knows more', async () => {
    restored = await startServerProcess(home);
    artist = artist.at(restored.url);
    const ready = await fetch(`${restored.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('assent log recover');
    await expect(declareNo(artist, picture('wednesday'))).rejects.toThrow('"trouble":"BEHIND"');
    await expect(decisionAbout(restored, picture('monday'))).rejects.toThrow('"code":"LOG_READ_ONLY"');
    expect(restored.output()).toContain(WITNESS_NAME);
  });

  it('is refilled from the mirror, takes leaves again, and the witness cosigns that it went on from there', async () => {
    const { exit, stdout } = await runCommand(home, 'log', 'recover', '--from', 'mirror');
    expect(exit).toBe(0);
    expect(stdout).toContain('takes new ones again');
    expect(await decisionAbout(restored, picture('tuesday'))).toBe('DENIED');
    const { logIndex } = await declareNo(artist, picture('wednesday'));
    await witnessedCheckpoint(restored.url, Number(logIndex) + 1);
    const place = `${restored.url}/log`;
    const verified = await runCommand(home, 'log', 'verify', place, '--policy', 'policy', '--since', 'kept');
    expect(verified).toMatchObject({ exit: 0 });
    expect(await restored.stop()).toBe(0);
  });
});

describe('a fork that is signed with the stolen key', () => {
  let thief: ServerProcess;
  let forged: string;

  it('is made by a server that knows of no mark and asks no witness, and looks whole by itself', async () => {
    await cp(beside('backup'), beside('stolen'), { recursive: true });
    await rm(join(beside('stolen'), 'keys', 'log.key.published'));
    const environment = { ...home.environment, ASSENT_DATA: beside('stolen'), ASSENT_LOG_POLICY: '' };
    thief = await startServerProcess({ ...home, environment });
    const accomplice = new GraphqlClient(thief.url);
    await accomplice.register('accomplice@example.org');
    for (const day of ['tuesday', 'wednesday']) {
      await declareNo(accomplice, `https://accomplice.example/${day}.jpg`);
    }
    const { exit } = await runCommand(home, 'log', 'verify', `${thief.url}/log`, '--key', KEY);
    expect(exit).toBe(0);
  });

  it('is refused by whoever kept a checkpoint', async () => {
    const place = `${thief.url}/log`;
    const { exit, stderr } = await runCommand(home, 'log', 'verify', place, '--key', KEY, '--since', 'kept');
    expect(exit).toBe(3);
    expect(stderr).toContain('it has two histories');
  });

  it('is refused by the witness, which keeps evidence', async () => {
    const known = await fetch(
      `${witness.url}/${(await readdir(join(beside('witness'), 'logs')))[0] ?? ''}/checkpoint`,
    );
    const size = Number((await known.text()).split('\n')[1]);
    const { log } = await new GraphqlClient(thief.url).ask<{ log: { checkpoint: { note: string } } }>(
      `query At($size: LogIndex!) { log { checkpoint(size: $size) { note } } }`,
      { size: String(size) },
    );
    forged = log.checkpoint.note;
    const checkpoint = new TextEncoder().encode(forged);
    const body = formatAddCheckpointRequest({ oldSize: size, proof: [], checkpoint });
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body: Buffer.from(body) });
    expect(await readAnswer(answer)).toEqual({ kind: 'refused', refusal: 'inconsistent' });
    expect(await thief.stop()).toBe(0);
  });

  it('is proven by that evidence to a third party, who has nothing else but the key of the log', async () => {
    const evidence = join(beside('witness'), 'evidence');
    const [ofLog = ''] = await readdir(evidence);
    const files = (await readdir(join(evidence, ofLog))).filter((name) => name.startsWith('fork-'));
    expect(files).toHaveLength(1);
    const elsewhere = await makeEmbeddedHome();
    await cp(join(evidence, ofLog, files[0] ?? ''), join(elsewhere.folder, 'fork.json'));
    const { exit, stdout } = await runCommand(elsewhere, 'witness', 'verify', 'fork.json', '--key', KEY);
    expect(exit).toBe(0);
    expect(stdout).toContain('has signed two histories');
    expect(await readFile(join(elsewhere.folder, 'fork.json'), 'utf8')).toContain(
      JSON.stringify(forged).slice(1, -1),
    );
    expect(await readdir(elsewhere.folder)).toEqual(['fork.json']);
    await elsewhere.remove();
  });
});
