import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyFileUnusable } from '../../src/log-key/key-file.js';
import { parseWitnessKey } from '../../src/log-key/private-key-text.js';
import { NoLogKey } from '../../src/witness/known-logs.js';
import { originHash } from '../../src/witness/origin-hash.js';
import { WitnessFolderBusy, WitnessUnnamed } from '../../src/witness/witness-errors.js';
import { WitnessStateUnusable } from '../../src/witness/witness-state.js';
import { logSigner, ORIGIN, SignedTree, vkeyOf, words } from './signed-tree.js';
import { keyOf, WITNESS_NAME, WitnessStage } from './witness-stage.js';

const tree = new SignedTree(words(40));
const fork = new SignedTree(words(40, ' changed', 5));
let stage: WitnessStage;

beforeEach(async () => {
  stage = await WitnessStage.open();
});

afterEach(() => stage.remove());

function memory(name = ''): string {
  return join(stage.folder, 'logs', name);
}

async function restart(): Promise<void> {
  await stage.stop();
  await stage.start();
}

describe('the key of a witness', () => {
  const path = () => join(stage.folder, 'witness.key');

  it('is made at the first start, for nobody else to read, and stays', async () => {
    const { verifierKey } = await stage.start();
    expect(keyOf(verifierKey)).toMatchObject({ kind: 'cosignature', name: WITNESS_NAME });
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    const text = (await readFile(path(), 'utf8')).trim();
    expect(parseWitnessKey(text)?.key).toEqual(keyOf(verifierKey));
    await restart();
    expect(stage.running.verifierKey).toBe(verifierKey);
  });

  it('needs a name the first time and none afterwards', async () => {
    await expect(stage.start(undefined, '')).rejects.toThrow(RangeError);
    await stage.start();
    const { verifierKey } = stage.running;
    await stage.stop();
    await rename(path(), `${path()}.away`);
    await expect(startUnnamed()).rejects.toThrow(WitnessUnnamed);
    await rename(`${path()}.away`, path());
    expect(await startUnnamed()).toBe(verifierKey);
  });

  async function startUnnamed(): Promise<string> {
    return (await stage.startWithoutName()).verifierKey;
  }

  it('is not taken for that of another name', async () => {
    await stage.start();
    await stage.stop();
    await expect(stage.start(undefined, 'witness.example/w2')).rejects.toThrow('keeps its name');
  });

  it('is not used when others can read it', async () => {
    await stage.start();
    await stage.stop();
    await chmod(path(), 0o640);
    await expect(stage.start()).rejects.toThrow(KeyFileUnusable);
  });

  it('is not made anew once the witness has cosigned', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    await stage.stop();
    await rm(path());
    await expect(stage.start()).rejects.toThrow('has cosigned');
    expect(await readdir(stage.folder)).not.toContain('witness.key');
  });

  it('of a kind that signs logs is refused, and so is a witness key as key of a log', async () => {
    const { verifierKey } = await stage.start();
    await stage.stop();
    await expect(stage.start([verifierKey])).rejects.toThrow(NoLogKey);
  });
});

describe('what a witness remembers', () => {
  it('is one file for each log, named by the hash of its origin', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    expect(await readdir(memory())).toEqual([originHash(ORIGIN)]);
    expect((await stat(memory(originHash(ORIGIN)))).mode & 0o777).toBe(0o600);
  });

  it('holds across a restart: it goes on from there, and from nowhere else', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    await restart();
    expect(await stage.ask(fork.request(0, 20))).toEqual({ kind: 'conflict', size: 13 });
    expect(await stage.ask(fork.request(13, 20))).toEqual({ kind: 'refused', refusal: 'inconsistent' });
    expect((await stage.ask(tree.request(13, 20))).kind).toBe('cosigned');
  });

  it('stays as it was when a write fails: nothing is cosigned, and the next request finds it so', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    const obstacle = memory(`${originHash(ORIGIN)}.new`);
    await mkdir(obstacle);
    const responses = await Promise.all([20, 21, 22].map((size) => stage.send(tree.request(13, size))));
    expect(responses.map(({ status }) => status)).toEqual([500, 500, 500]);
    for (const response of responses) expect(await response.text()).not.toContain('\u2014');
    expect(stage.told.join('\n')).toContain('EISDIR');
    expect(await stage.ask(tree.request(0, 40))).toEqual({ kind: 'conflict', size: 13 });
    await rmdir(obstacle);
    expect((await stage.ask(tree.request(13, 18))).kind).toBe('cosigned');
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 50)],
    ['empty', () => Buffer.alloc(0)],
    ['of a smaller tree', (bytes: Buffer) => Buffer.from(bytes.toString().replace('\n13\n', '\n7\n'))],
    ['not cosigned by this witness', () => Buffer.from(tree.checkpoint(7))],
  ])('is not believed when the file is %s: neither at the start nor while it runs', async (_what, change) => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    const path = memory(originHash(ORIGIN));
    await writeFile(path, change(await readFile(path)));
    expect((await stage.send(tree.request(13, 20))).status).toBe(500);
    expect((await stage.send(tree.request(0, 20))).status).toBe(500);
    await stage.stop();
    await expect(stage.start()).rejects.toThrow(WitnessStateUnusable);
  });

  it('is not believed under the name of another log', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    await stage.stop();
    await rename(memory(originHash(ORIGIN)), memory(originHash('other.example/log')));
    await expect(stage.start()).rejects.toThrow('about another log');
  });

  it('is kept of a log whose first key is no longer known', async () => {
    await stage.start();
    await stage.ask(tree.request(0, 13));
    await stage.stop();
    await stage.start([vkeyOf(logSigner(2))]);
    const later = tree.checkpoint(20, [logSigner(2)]);
    const answer = await stage.ask(tree.request(13, 20, { checkpoint: later }));
    expect(answer.kind).toBe('cosigned');
  });
});

describe('a witness folder', () => {
  it('is for one witness: a second one is refused, and told whom to stop', async () => {
    await stage.start();
    const second = WitnessStage.over(stage.folder);
    await expect(second.start()).rejects.toThrow(WitnessFolderBusy);
    await expect(second.start()).rejects.toThrow(`process ${process.pid}`);
    expect((await stage.ask(tree.request(0, 13))).kind).toBe('cosigned');
  });

  it('is free again after a start that failed', async () => {
    await expect(stage.start([], '')).rejects.toThrow();
    expect((await stage.start()).verifierKey).toContain(WITNESS_NAME);
  });
});
