import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NpyFile } from '../../src/tables/npy-file.js';
import { UnreadableTable } from '../../src/tables/unreadable-table.js';
import { npyArray, npyFloats } from '../support/npy-array.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assent-npy-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function opened(bytes: Buffer): Promise<NpyFile> {
  const path = join(folder, 'vectors.npy');
  await writeFile(path, bytes);
  return NpyFile.open(path);
}

const halves = (...bits: number[]) => new Uint8Array(Uint16Array.from(bits).buffer);

describe('vectors in a NumPy file', () => {
  it('are half floats bit for bit, and single floats rounded to the nearest', async () => {
    const half = await opened(npyArray(halves(0x3c00, 0xc000, 1, 0x7bff), { shape: '(2, 2)' }));
    expect([half.rows, half.dimensions]).toEqual([2, 2]);
    expect(await half.read(0, 2)).toEqual([Uint16Array.of(0x3c00, 0xc000), Uint16Array.of(1, 0x7bff)]);
    await half.close();
    const single = await opened(
      npyFloats([
        [1, -2],
        [0.5, 0.1],
        [3, 4],
      ]),
    );
    expect(await single.read(1, 2)).toEqual([Uint16Array.of(0x3800, 0x2e66), Uint16Array.of(0x4200, 0x4400)]);
    await single.close();
  });

  it('are none where a number is not finite, too large for a half float, or all are zero', async () => {
    const file = await opened(
      npyFloats([
        [NaN, 1],
        [1e9, 1],
        [0, -0],
        [1, 0],
      ]),
    );
    expect(await file.read(0, 4)).toEqual([undefined, undefined, undefined, Uint16Array.of(0x3c00, 0)]);
    await file.close();
  });

  it.each<[string, Buffer, RegExp]>([
    ['that is none', Buffer.from('PK\u0003\u0004 a zip archive'), /does not begin as a NumPy file/],
    ['of nothing', Buffer.alloc(0), /does not begin as a NumPy file/],
    ['of objects', npyArray(halves(1), { descr: "'|O'", shape: '(1, 1)' }), /Python objects/],
    [
      'of several fields',
      npyArray(halves(1), { descr: "[('a', '<f2')]", shape: '(1, 1)' }),
      /not one that NumPy writes/,
    ],
    ['of doubles', npyArray(new Uint8Array(8), { descr: "'<f8'", shape: '(1, 1)' }), /of the type <f8/],
    [
      'in the other order of bytes',
      npyArray(halves(1), { descr: "'>f2'", shape: '(1, 1)' }),
      /of the type >f2/,
    ],
    [
      'laid out by columns',
      npyArray(halves(1), { fortranOrder: 'True', shape: '(1, 1)' }),
      /column by column/,
    ],
    ['of one dimension', npyArray(halves(1, 2), { shape: '(2,)' }), /shape is \(2,\), which is no list/],
    ['of three dimensions', npyArray(halves(1, 2), { shape: '(1, 1, 2)' }), /no list of vectors/],
    [
      'with an absurd shape',
      npyArray(halves(1), { shape: '(9999999999999999, 512)' }),
      /9999999999999999|1e\+16|10000000000000000/,
    ],
    ['with vectors of nothing', npyArray(halves(), { shape: '(5, 0)' }), /5 vectors of 0 numbers/],
    [
      'with vectors too long',
      npyArray(halves(), { shape: '(0, 16001)' }),
      /16001 numbers; a vector has 1 to 16000/,
    ],
    [
      'that says more than it holds',
      npyArray(halves(1), { shape: '(1000000, 512)' }),
      /1000000 × 512 .* makes 1024000128 bytes; it has 130/,
    ],
    [
      'that holds more than it says',
      npyArray(halves(1, 2, 3), { shape: '(1, 2)' }),
      /makes 132 bytes; it has 134/,
    ],
    [
      'with a program for a header',
      npyArray(halves(), { shape: "__import__('os')" }),
      /not one that NumPy writes/,
    ],
    ['of a later version', Buffer.from('\u0093NUMPY\u0009\0\0\0\0\0', 'latin1'), /version 9/],
    [
      'with an absurd header',
      Buffer.from('\u0093NUMPY\u0002\0\xff\xff\xff\x7f', 'latin1'),
      /header is 2147483647 bytes/,
    ],
    [
      'cut within its header',
      npyArray(halves(1), { shape: '(1, 1)' }).subarray(0, 40),
      /ends within its header/,
    ],
  ])('are refused from a file %s', async (_, bytes, reason) => {
    const failure = opened(bytes);
    await expect(failure).rejects.toThrow(UnreadableTable);
    await expect(failure).rejects.toThrow(reason);
  });
});
