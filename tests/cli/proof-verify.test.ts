import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leavesWith, makeKey, makeProof, ORIGIN } from '../verifier/make-log.js';
import { runVerifier } from './run-verifier.js';

const key = makeKey(ORIGIN, 1);
const leaves = leavesWith(key, 6);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-verify-'));
  const proof = makeProof(leaves, 4, [key]);
  await writeFile(join(folder, 'good.tlog-proof'), proof);
  await writeFile(join(folder, 'bare.tlog-proof'), proof.toString().replace(/^extra .*\n/m, ''));
  await writeFile(join(folder, 'bad.tlog-proof'), proof.toString().replace('index 4', 'index 5'));
  await writeFile(join(folder, 'leaf'), leaves[4] ?? '');
  await writeFile(join(folder, 'policy'), `log ${key.vkey}\nquorum none\n`);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('assent proof verify FILE', () => {
  it.each([
    ['with the key', ['good.tlog-proof', '--key', key.vkey]],
    ['with the key in a policy', ['good.tlog-proof', '--policy', 'policy']],
    ['with the leaf given', ['bare.tlog-proof', '--leaf', 'leaf', '--key', key.vkey]],
  ])('prints each step and ends with 0 %s', async (_how, argv) => {
    const { exit, out, err } = await runVerifier(folder, 'proof', 'verify', ...argv);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Leaf {7}\{.*\nPlace {6}leaf 4 of 6\nLeaf hash .*\nStep 1 {5}right sibling /s);
    expect(out).toMatch(/Verified: the log registry\.example\/log holds this leaf, as number 4\.\n$/);
  });

  it('without a key prints the steps, warns, and ends with 3, since anybody could have made the proof', async () => {
    const { exit, out, err } = await runVerifier(folder, 'proof', 'verify', 'good.tlog-proof');
    expect(exit).toBe(3);
    expect(out).toContain('Signature  NOT CHECKED');
    expect(err).toContain('Give the key of the log that you trust with --key.');
  });

  it.each([
    ['a changed proof', ['bad.tlog-proof', '--key', key.vkey], 3, 'Not verified: '],
    ['another key', ['good.tlog-proof', '--key', makeKey(ORIGIN, 2).vkey], 3, 'not signed by any key'],
    ['no leaf', ['bare.tlog-proof', '--key', key.vkey], 3, 'Give its bytes with --leaf.'],
    ['a file that is not there', ['gone'], 4, 'There is no file gone.'],
    ['a file that is no proof', ['leaf', '--key', key.vkey], 3, 'is not a proof'],
    ['a key that is none', ['good.tlog-proof', '--key', 'x'], 2, '--key cannot be used.'],
    ['no file', [], 2, 'missing required argument'],
  ])('given %s explains itself', async (_what, argv, exit, message) => {
    const ended = await runVerifier(folder, 'proof', 'verify', ...argv);
    expect(ended.exit).toBe(exit);
    expect(ended.err).toContain(message);
    expect(ended.out).not.toContain('Verified');
  });
});
