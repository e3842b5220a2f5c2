import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTrustLists } from '../../src/originals/read-trust-lists.js';
import { createSignedOriginalReader } from '../../src/originals/signed-original-reader.js';
import { authority, der, type Holder, signedPicture, signer } from '../support/signed-files.js';
import { ORIGINALS_PROGRAM } from '../support/signed-original-program.js';

const NOW = new Date();

let folder: string;
let root: Holder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-originals-'));
  root = await authority('CN=Demo root');
});

afterAll(() => rm(folder, { recursive: true }));

async function program(code: string): Promise<typeof ORIGINALS_PROGRAM> {
  const path = join(folder, `${Math.random()}.mjs`);
  await writeFile(path, `process.on('message', () => { ${code} }); process.send({ ready: true });`);
  return { url: pathToFileURL(path), execArgv: [] };
}

describe('the reader of signed files', () => {
  it('reads a file in a process of its own, with the lists of a folder', async () => {
    await writeFile(join(folder, 'c2pa.pem'), root.certificate.toString('pem'));
    const reader = createSignedOriginalReader({
      trust: readTrustLists(folder),
      program: ORIGINALS_PROGRAM,
      timeLimitMs: 60_000,
    });
    const bytes = await signedPicture({ signer: await signer(root) });
    expect(await reader.read(bytes, NOW)).toMatchObject({
      ok: true,
      finding: { state: 'unchanged', signatures: [{ doubt: null }] },
    });
    expect(await reader.read(bytes.subarray(0, 500), NOW)).toEqual({ ok: false, refused: 'damaged' });
  });

  it.each([
    ['takes too long', 'for (;;);', 'timed-out', 300],
    ['brings the process down', 'process.exit(1)', 'damaged', 60_000],
    ['would fill the memory', 'const all = []; for (;;) all.push(Buffer.alloc(1e8, 1));', 'damaged', 60_000],
  ])('refuses a file that %s, and reads the next', async (_reason, code, refused, timeLimitMs) => {
    const reader = createSignedOriginalReader({ program: await program(code), timeLimitMs });
    const both = [reader.read(new Uint8Array(1), NOW), reader.read(new Uint8Array(1), NOW)];
    expect(await Promise.all(both)).toEqual([
      { ok: false, refused },
      { ok: false, refused },
    ]);
  });

  it('refuses what is too large, and what comes when many wait', async () => {
    const reader = createSignedOriginalReader({ program: await program(`process.exit(1)`) });
    expect(await reader.read(new Uint8Array(20_000_001), NOW)).toEqual({ ok: false, refused: 'too-large' });
    const many = Array.from({ length: 9 }, () => reader.read(new Uint8Array(1), NOW));
    expect(await many[8]).toEqual({ ok: false, refused: 'busy' });
    await Promise.all(many);
  });
});

describe('the lists of trusted certificates', () => {
  it('are empty but for the files that are there', () => {
    expect(readTrustLists(folder)).toEqual({ c2pa: [der(root)], cawg: [], time: [] });
  });

  it('are not taken from a folder without any, nor with what is no certificate of an authority', async () => {
    expect(() => readTrustLists(join(folder, 'nowhere'))).toThrow(/holds no list/);
    const one = await signer(root);
    for (const [text, problem] of [
      ['', /no certificate in PEM/],
      [root.certificate.toString('pem').replace(/M/, 'A'), /certificate 1 cannot be read/],
      [
        `${root.certificate.toString('pem')}\n${one.certificate.toString('pem')}`,
        /certificate 2 .* is not of an authority/,
      ],
    ] as const) {
      await writeFile(join(folder, 'time.pem'), text);
      expect(() => readTrustLists(folder)).toThrow(problem);
    }
  });
});
