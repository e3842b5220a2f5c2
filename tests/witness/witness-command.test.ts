import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatLogEvidence } from '../../src/witness/log-evidence.js';
import { logSigner, SignedTree, vkeyOf, words } from './signed-tree.js';
import { COMMAND } from '../support/server-process.js';
import { startWitnessProcess } from './witness-process.js';
import { keyOf, readAnswer, WITNESS_NAME } from './witness-stage.js';

const LOG = vkeyOf(logSigner());
const tree = new SignedTree(words(40));
const fork = new SignedTree(words(40, ' changed', 5));
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'assent-witness-'));
});

afterAll(() => rm(home, { recursive: true, force: true }));

async function send(url: string, body: Uint8Array, headers: Record<string, string> = {}) {
  return fetch(`${url}/add-checkpoint`, { method: 'POST', body: Buffer.from(body), headers });
}

async function run(
  ...argv: readonly string[]
): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [...COMMAND, 'witness', ...argv], {
    cwd: home,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  await once(child, 'close');
  return { exit: child.exitCode, stdout, stderr };
}

describe('assent witness', () => {
  it('prints its key and address, cosigns, and ends cleanly when it is told to', async () => {
    const argv = ['--dir', join(home, 'clean'), '--name', WITNESS_NAME, '--log', LOG];
    const witness = await startWitnessProcess(...argv);
    expect(keyOf(witness.verifierKey)).toMatchObject({ kind: 'cosignature', name: WITNESS_NAME });
    const answer = await readAnswer(await send(witness.url, tree.request(0, 13)));
    expect(answer).toMatchObject({ kind: 'cosigned', signatures: [{ name: WITNESS_NAME }] });
    expect(await witness.stop()).toBe(0);
    const again = await startWitnessProcess('--dir', join(home, 'clean'), '--log', LOG);
    expect(again.verifierKey).toBe(witness.verifierKey);
    expect(await again.stop()).toBe(0);
  });

  it('killed between the write and the answer has cosigned, and goes on from there', async () => {
    const argv = ['--dir', join(home, 'killed'), '--name', WITNESS_NAME, '--log', LOG];
    const witness = await startWitnessProcess(...argv);
    await send(witness.url, tree.request(0, 13));
    const dying = send(witness.url, tree.request(13, 20), { 'x-die-before-answering': 'yes' });
    await expect(dying).rejects.toThrow();
    await witness.exited;

    const again = await startWitnessProcess(...argv);
    const other = await send(again.url, fork.request(13, 20));
    expect(await readAnswer(other)).toEqual({ kind: 'conflict', size: 20 });
    const asked = await readAnswer(await send(again.url, tree.request(20, 20)));
    expect(asked.kind).toBe('cosigned');
    await again.stop();
  });

  it('is refused a folder that another process holds', async () => {
    const argv = ['--dir', join(home, 'held'), '--name', WITNESS_NAME, '--log', LOG];
    const witness = await startWitnessProcess(...argv);
    const second = await run(...argv, '--port', '0');
    expect(second).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('in use by process') as unknown,
    });
    expect((await readAnswer(await send(witness.url, tree.request(0, 13)))).kind).toBe('cosigned');
    await witness.stop();
  });

  it('takes its logs from a policy file too', async () => {
    await writeFile(join(home, 'policy'), `log ${LOG}\nquorum none\n`);
    const argv = ['--dir', join(home, 'policed'), '--name', WITNESS_NAME];
    const witness = await startWitnessProcess(...argv, '--policy', join(home, 'policy'));
    expect((await readAnswer(await send(witness.url, tree.request(0, 13)))).kind).toBe('cosigned');
    await witness.stop();
  });

  it.each([
    ['no folder', ['--name', WITNESS_NAME, '--log', LOG], 2, '--dir'],
    ['no log', ['--dir', 'x', '--name', WITNESS_NAME], 2, '--log'],
    ['a first start without a name', ['--dir', 'x', '--log', LOG], 2, '--name'],
    ['a name that no note can carry', ['--dir', 'x', '--name', 'a b', '--log', LOG], 2, 'no spaces'],
    ['a key that is none', ['--dir', 'x', '--name', 'a', '--log', 'key'], 2, '--log cannot be used'],
    ['a port that is none', ['--dir', 'x', '--name', 'a', '--log', LOG, '--port', '70000'], 2, '--port'],
    ['a policy that is not there', ['--dir', 'x', '--name', 'a', '--policy', 'nowhere'], 4, 'nowhere'],
  ])('does not start with %s', async (_what, argv, exit, said) => {
    expect(await run(...argv)).toMatchObject({ exit, stderr: expect.stringContaining(said) as unknown });
  });
});

describe('assent witness verify', () => {
  async function evidence(name: string, second: Uint8Array): Promise<string> {
    await writeFile(join(home, name), formatLogEvidence({ first: tree.checkpoint(13), second, proof: [] }));
    return name;
  }

  it('ends with 0 for proof of two histories', async () => {
    const file = await evidence('fork.json', fork.checkpoint(13));
    const { exit, stdout } = await run('verify', file, '--key', LOG);
    expect(exit).toBe(0);
    expect(stdout).toContain('has signed two histories');
  });

  it('ends with 3 for a proof that only failed, and says what decides it', async () => {
    const file = await evidence('unproven.json', fork.checkpoint(20));
    const { exit, stderr } = await run('verify', file, '--key', LOG);
    expect(exit).toBe(3);
    expect(stderr).toContain('assent log verify');
  });

  it('ends with 3 when another key is trusted, and with 4 for another file', async () => {
    const file = await evidence('fork.json', fork.checkpoint(13));
    expect((await run('verify', file, '--key', vkeyOf(logSigner(2)))).exit).toBe(3);
    await writeFile(join(home, 'other.json'), '{}');
    expect((await run('verify', 'other.json', '--key', LOG)).exit).toBe(4);
    expect((await run('verify', 'nowhere.json', '--key', LOG)).exit).toBe(4);
  });
});
