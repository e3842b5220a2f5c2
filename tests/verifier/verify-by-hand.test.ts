/** The page and the script by which anybody verifies a log without us, on logs that nothing of `src` wrote. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  leavesWith,
  makeKey,
  makeLog,
  makeProof,
  makeWitness,
  ORIGIN,
  signNote,
  statement,
  writeLog,
} from './make-log.js';

const SCRIPT = join(process.cwd(), 'docs/verify-by-hand.sh');
const key = makeKey(ORIGIN, 1);

let folder: string;
let page: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-by-hand-'));
  await symlink(join(process.cwd(), 'docs'), join(folder, 'docs'));
  page = await readFile('docs/verify-by-hand.md', 'utf8');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Runs bash in the folder, with nothing of Node in reach. */
async function bash(...argv: readonly string[]) {
  const child = spawn('/usr/bin/env', ['bash', ...argv], {
    cwd: folder,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [out, err, exit] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, exit };
}

async function runScript(file: Buffer, vkey: string, leaf?: Buffer) {
  await writeFile(join(folder, 'file'), file);
  if (leaf !== undefined) await writeFile(join(folder, 'given'), leaf);
  return bash(SCRIPT, 'file', vkey, ...(leaf === undefined ? [] : ['given']));
}

describe('docs/verify-by-hand.md', () => {
  /** Blocks of the page: shell commands, each with the output that follows it. */
  function blocks(): { command: string; output: string | undefined }[] {
    const found = [...page.matchAll(/```sh\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)];
    return found.map(([, command = '', output]) => ({ command, output }));
  }

  async function runPage(size: number) {
    await writeFile(join(folder, 'opt-out.tlog-proof'), makeProof(leavesWith(key, 13), 5, [key]));
    await rm(join(folder, 'log'), { recursive: true, force: true });
    await writeLog(makeLog(leavesWith(key, size), [key]), join(folder, 'log'));
    const { out, err } = await bash(
      '-c',
      blocks()
        .map(({ command }) => `${command}echo; echo '=='\n`)
        .join(''),
    );
    return {
      outputs: out
        .split('\n==\n')
        .slice(0, -1)
        .map((part) => part.trim()),
      err,
    };
  }

  it('shows the proof that its steps are about', () => {
    const [, example] = /<!-- file: opt-out\.tlog-proof -->\n\n```text\n(.*?)```/s.exec(page) ?? [];
    expect(example).toBe(makeProof(leavesWith(key, 13), 5, [key]).toString());
    expect(page).toContain(`KEY=${key.vkey}\n`);
  });

  it('shows steps that print what it says', async () => {
    const { outputs, err } = await runPage(13);
    expect(err).toBe('');
    expect(blocks().length).toBeGreaterThan(9);
    expect(outputs).toEqual(blocks().map(({ output }) => (output ?? '').trim()));
  });

  it.each([1, 257])(
    'has steps that verify a whole log of %d leaves too',
    async (size) => {
      const { outputs } = await runPage(size);
      const levels = size < 256 ? [] : ['level 1 is right'];
      expect(outputs.slice(-3)).toEqual([
        'as many leaves as the checkpoint says\nlevel 0 is right',
        [...levels, 'the root is right'].join('\n'),
        expect.stringContaining('VERIFIED: the signature.'),
      ]);
    },
    120_000,
  );

  it('has steps that do not call a log right of which a leaf was changed', async () => {
    await writeFile(join(folder, 'opt-out.tlog-proof'), makeProof(leavesWith(key, 13), 5, [key]));
    await runPage(13);
    const changed = leavesWith(key, 13).with(7, statement(8));
    const entries = [...makeLog(changed, [key])].filter(([path]) => path.includes('entries'));
    await writeLog(new Map(entries), join(folder, 'log'));
    const commands = blocks().map(({ command }) => command);
    const { out } = await bash('-c', commands.join(''));
    expect(out).not.toContain('level 0 is right');
    expect(out).not.toContain('the root is right');
  });
});

describe('docs/verify-by-hand.sh', () => {
  it('has at most a hundred lines', async () => {
    expect((await readFile(SCRIPT, 'utf8')).split('\n').length - 1).toBeLessThanOrEqual(100);
  });

  it.each([
    [0, 1],
    [0, 2],
    [1, 2],
    [254, 255],
    [100, 255],
    [255, 256],
    [256, 257],
    [0, 257],
    [69_999, 70_000],
    [65_535, 70_000],
  ])('verifies the proof of leaf %d of %d, and prints each step', async (index, size) => {
    const leaves = leavesWith(key, size);
    const { out, err, exit } = await runScript(makeProof(leaves, index, [key]), key.vkey);
    expect({ err, exit }).toEqual({ err: '', exit: 0 });
    expect(out).toContain(
      `leaf       ${leaves[index]?.toString() ?? ''}\nplace      leaf ${index} of ${size}\nleaf hash  `,
    );
    expect(out).toMatch(
      /\nroot {7}[0-9a-f]{64}, as the checkpoint says\nsignature {2}valid, by .*\nVERIFIED: the log /,
    );
  });

  it('verifies the note that C2SP published, and calls it no proof', async () => {
    const note =
      'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    const { out, exit } = await runScript(Buffer.from(note), vkey);
    expect({ out, exit }).toEqual({
      out: 'signature  valid, by example.com/foo+530d903a (Ed25519)\nVERIFIED: the signature. This file is no proof of a leaf.\n',
      exit: 0,
    });
  });

  it('passes over the signatures of witnesses, and takes a leaf that is given', async () => {
    const leaves = leavesWith(key, 9);
    const witness = makeWitness('witness.example/w1', 11);
    const bare = makeProof(leaves, 3, [witness, key])
      .toString()
      .replace(/^extra .*\n/m, '');
    expect(await runScript(Buffer.from(bare), key.vkey, leaves[3])).toMatchObject({ err: '', exit: 0 });
  });

  const leaves = leavesWith(key, 9);
  const proof = makeProof(leaves, 3, [key]);
  const changed = (from: string | RegExp, to: string) => Buffer.from(proof.toString().replace(from, to));

  it.each([
    ['with another key of that name', proof, makeKey(ORIGIN, 2).vkey, 'has not signed it'],
    ['with the key of another log', proof, makeKey('other.example', 1).vkey, 'of another log'],
    ['with the key of a witness', proof, makeWitness(ORIGIN, 1).vkey, 'not an Ed25519 key'],
    [
      'with a key whose ID was changed',
      proof,
      key.vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
      'id is not its own',
    ],
    ['with no key', proof, 'nothing', 'not'],
    ['with another index', changed('index 3', 'index 2'), key.vkey, 'the hashes lead to'],
    ['with an index beyond the tree', changed('index 3', 'index 9'), key.vkey, 'the tree has no leaf 9'],
    ['with an index in octal', changed('index 3', 'index 03'), key.vkey, 'not a number'],
    [
      'with an index that runs a command',
      changed('index 3', 'index a[$(touch owned)]'),
      key.vkey,
      'not a number',
    ],
    ['without an index', changed('index 3\n', ''), key.vkey, 'no index'],
    [
      'with another leaf',
      changed(/^extra .*/m, `extra ${statement(99).toString('base64')}`),
      key.vkey,
      'the hashes lead to',
    ],
    ['without its leaf', changed(/^extra .*\n/m, ''), key.vkey, 'does not hold the leaf'],
    [
      'with a hash too many',
      changed('index 3\n', `index 3\n${'A'.repeat(43)}=\n`),
      key.vkey,
      'hashes too many',
    ],
    ['with base64 spelt in another way', changed(/=\n\n/, '\n\n'), key.vkey, 'not'],
    ['without a checkpoint', changed(/\n\n.*/s, '\n'), key.vkey, 'no checkpoint'],
    ['without a signature', changed(/\n\u2014.*/s, ''), key.vkey, ''],
    ['with another size', changed('\n9\n', '\n8\n'), key.vkey, ''],
    ['with a carriage return', changed('index 3', 'index 3\r'), key.vkey, 'control characters'],
    ['with a checkpoint that nobody signed', makeProof(leaves, 3, []), key.vkey, ''],
    ['by a witness alone', makeProof(leaves, 3, [makeWitness(ORIGIN, 1)]), key.vkey, 'has not signed it'],
    [
      'with a note of another log',
      signNote('other.example\nx\n', [key]),
      makeKey(ORIGIN, 2).vkey,
      'has not signed it',
    ],
  ])('refuses a proof %s', async (_what, file, vkey, message) => {
    const { out, err, exit } = await runScript(file, vkey);
    expect(exit).toBe(1);
    expect(err).toContain('NOT VERIFIED: ');
    expect(err).toContain(message);
    expect(out).not.toContain('VERIFIED');
    await expect(readFile(join(folder, 'owned'))).rejects.toThrow('ENOENT');
  });

  it('refuses a proof with any of many bits changed', async () => {
    for (let at = 0; at < proof.length; at += 23) {
      const bytes = Buffer.from(proof);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 7)), at);
      const { out, exit } = await runScript(bytes, key.vkey);
      expect({ at, exit }).toEqual({ at, exit: 1 });
      expect(out).not.toContain('VERIFIED');
    }
  });
});
