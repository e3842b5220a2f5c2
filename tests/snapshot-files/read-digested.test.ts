import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDigested } from '../../src/snapshot-files/read-digested.js';

/** More than two of the pieces in which it is read, and no multiple of them. */
const LENGTH = 9 * 1_024 * 1_024 + 3;
/** The thread, run from its sources, for files of any length. */
const IN_THREAD = {
  threadFrom: 1,
  program: {
    url: new URL('../../src/snapshot-files/hash-thread.ts', import.meta.url),
    execArgv: ['--import', new URL('../support/typescript-loader.mjs', import.meta.url).href],
  },
};
const BROKEN = { threadFrom: 1, program: { url: new URL('data:text/javascript,'), execArgv: [] } };

let folder: string;
let path: string;
const content = Buffer.alloc(LENGTH);

beforeAll(async () => {
  for (let at = 0; at < LENGTH; at += 1) content[at] = (at * 7 + (at >>> 10)) & 0xff;
  folder = await mkdtemp(join(tmpdir(), 'assent-digested-'));
  path = join(folder, 'large.bin');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a file that is read and hashed', () => {
  it.each([
    ['at once', {}],
    ['in a thread while it is read', IN_THREAD],
  ])('has its bytes and their digest, %s', async (_, options) => {
    const read = await readDigested(path, LENGTH, options);
    expect(read.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(Buffer.compare(read.bytes, content)).toBe(0);
    expect(read.sha256).toBe(sha256(content));
  });

  it('is read one byte beyond what it may have, which shows that it is longer', async () => {
    const read = await readDigested(path, 5_000_000, IN_THREAD);
    expect(read.bytes.length).toBe(5_000_001);
    expect(read.sha256).toBe(sha256(content.subarray(0, 5_000_001)));
  });

  it('has no digest where the thread ends before it has one', async () => {
    await expect(readDigested(path, LENGTH, BROKEN)).rejects.toThrow('has ended');
  });

  it('is missed where there is none', async () => {
    await expect(readDigested(join(folder, 'none'), LENGTH, IN_THREAD)).rejects.toThrow('ENOENT');
  });
});
