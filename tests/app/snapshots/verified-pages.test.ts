import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenedFile } from '../../../src/app/ports/snapshots.js';
import { SnapshotUnusable } from '../../../src/app/snapshots/snapshot-unusable.js';
import { VerifiedPages } from '../../../src/app/snapshots/verified-pages.js';
import { PAGE_BYTES, decodePageSums, encodePageSums } from '../../../src/core/snapshot/page-sums.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { openFile } from '../../../src/snapshot-files/open-file.js';

const PAGES = 100;
const LENGTH = PAGES * PAGE_BYTES - 100;
const content = new Uint8Array(LENGTH).map((_, at) => (at * 13 + (at >>> 9)) & 0xff);
const decoded = decodePageSums(encodePageSums(content, nodeSha256), LENGTH);

let folder: string;
let path: string;
const openedFiles: OpenedFile[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-pages-'));
  path = join(folder, 'records.bin');
});
beforeEach(() => writeFile(path, content));
afterAll(async () => {
  for (const one of openedFiles) await one.close();
  await rm(folder, { recursive: true, force: true });
});

async function paged(): Promise<VerifiedPages> {
  if (!decoded.ok) throw new Error(decoded.problem.message);
  const opened = await openFile(path);
  openedFiles.push(opened);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { name: 'records.bin', bytes: LENGTH, sha256 };
  return new VerifiedPages({ file, opened, sums: decoded.sums, sha256: nodeSha256, where: 'a test' });
}

async function change(at: number): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(Uint8Array.of((content[at] ?? 0) ^ 1), 0, 1, at);
  await file.close();
}

describe('the pages of a large file of a snapshot', () => {
  it('are what the file holds, within one page, over several, and at its end', async () => {
    const pages = await paged();
    for (const [at, length] of [
      [0, 16],
      [PAGE_BYTES - 8, 24],
      [3, 2 * PAGE_BYTES],
      [LENGTH - 5, 5],
      [9, 1],
    ] as const) {
      expect(Buffer.compare(pages.at(at, length), content.subarray(at, at + length))).toBe(0);
    }
  });

  it('give an error instead of bytes that were changed, before or after the file was opened', async () => {
    const pages = await paged();
    expect(pages.at(5 * PAGE_BYTES, 8)).toHaveLength(8);
    await change(7 * PAGE_BYTES + 1);
    expect(() => pages.at(7 * PAGE_BYTES + 2_000, 8)).toThrow(SnapshotUnusable);
    expect(() => pages.at(7 * PAGE_BYTES + 2_000, 8)).toThrow('not what the signed manifest says');
    expect(() => pages.at(6 * PAGE_BYTES, 2 * PAGE_BYTES)).toThrow(SnapshotUnusable);
    expect(pages.at(8 * PAGE_BYTES, 8)).toHaveLength(8);
  });

  it('are those of the file that was opened, whatever is put in its place', async () => {
    const pages = await paged();
    await rm(path);
    await writeFile(path, 'another');
    expect(Buffer.compare(pages.at(70, 700), content.subarray(70, 770))).toBe(0);
  });

  it('are refused of a file that is shorter than the manifest says, and once it is cut', async () => {
    const pages = await paged();
    await truncate(path, LENGTH - 1);
    expect(() => pages.at(LENGTH - 8, 8)).toThrow(SnapshotUnusable);
    await expect(paged()).rejects.toThrow(SnapshotUnusable);
  });

  it('are read as a whole, and verified as a whole, once a quarter of them was asked for', async () => {
    const pages = await paged();
    for (let page = 0; page <= PAGES / 4; page += 1) pages.at(page * PAGE_BYTES, 1);
    await change(30 * PAGE_BYTES);
    expect(
      Buffer.compare(pages.at(30 * PAGE_BYTES, 9), content.subarray(30 * PAGE_BYTES).subarray(0, 9)),
    ).toBe(0);
    const late = await paged();
    for (let page = 0; page < PAGES / 4 - 1; page += 1) late.at(page * PAGE_BYTES, 1);
    expect(() => late.at(20 * PAGE_BYTES, 1)).toThrow(SnapshotUnusable);
  });
});
