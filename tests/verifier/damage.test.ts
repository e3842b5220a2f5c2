import { describe, expect, it } from '@jest/globals';
import { examine, faultOf, fileOf, inMemory, withFile } from './examine.js';
import {
  keyAddition,
  leavesWith,
  type LogFiles,
  makeKey,
  makeLog,
  makeWitness,
  ORIGIN,
  statement,
} from './make-log.js';

const key = makeKey(ORIGIN, 1);
const witness = makeWitness('witness.example/w1', 11);
const policy = `witness A ${witness.vkey}\nquorum A\n`;

/** What the verifier says of the log; every file of it counts, so that no damage may pass. */
function faultIn(files: LogFiles) {
  return faultOf(examine(inMemory(files), { keys: [key], policy }));
}

/** A small log that has kept the partial files of its smaller trees. */
function smallLog(): LogFiles {
  const leaves = leavesWith(key, 5);
  return new Map([2, 3, 5].flatMap((size) => [...makeLog(leaves.slice(0, size), [key, witness])]));
}

/** A log with tiles on three levels would be too long for every byte; this one has two. */
const longer = makeLog(leavesWith(key, 515), [key, witness]);

describe('Damage to a log', () => {
  it.each([...smallLog().keys()])('of any one byte of %s is found', async (path) => {
    const files = smallLog();
    await expect(examine(inMemory(files), { keys: [key], policy })).resolves.toBeDefined();
    const bytes = fileOf(files, path);
    const passed: string[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        const fault = await faultIn(withFile(files, path, changed)).catch(() => undefined);
        if (fault === undefined) passed.push(`byte ${at} by ${flip}`);
      }
    }
    expect(passed).toEqual([]);
  });

  it.each([...longer.keys()])(
    'of bytes here and there in %s is found, and the file is named',
    async (path) => {
      const bytes = fileOf(longer, path);
      const step = Math.ceil(bytes.length / 20);
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 0x04, at);
        const fault = await faultIn(withFile(longer, path, changed));
        // A changed leaf can show in the hash tile above it; anything else shows where it is.
        const tile = path.replace('tile/entries', 'tile/0');
        expect([path, tile]).toContain(fault.place.path);
      }
    },
  );

  it.each([...longer.keys()].filter((path) => path !== 'checkpoint'))(
    'by the loss of %s is found',
    async (path) => {
      const fault = await faultIn(withFile(longer, path, undefined));
      expect(fault).toMatchObject({ code: 'missing-file', place: { path } });
      expect(fault.message).toContain(path);
    },
  );

  it.each([
    ['tile/0/000', 8_191, 255, 'a byte short'],
    ['tile/0/000', 8_160, 255, 'a hash short'],
    ['tile/0/001', 0, 0, 'empty'],
    ['tile/0/002.p/3', 95, 2, 'a byte short'],
    ['tile/1/000.p/2', 32, 1, 'a hash short'],
    ['tile/entries/000', 10, 0, 'cut within the first leaf'],
    ['tile/entries/002.p/3', 1, 512, 'cut within a length'],
    ['tile/entries/002.p/3', 0, 512, 'empty'],
  ])('by cutting %s to %d bytes is found at index %d: %s', async (path, length, index) => {
    const cut = fileOf(longer, path).subarray(0, length);
    const fault = await faultIn(withFile(longer, path, cut));
    expect(fault).toMatchObject({ code: 'wrong-length', place: { path, index } });
  });

  it.each([
    ['tile/0/000', 'a full tile'],
    ['tile/0/002.p/3', 'a partial tile'],
    ['tile/1/000.p/2', 'a tile of the second level'],
    ['tile/entries/000', 'a full bundle'],
    ['tile/entries/002.p/3', 'a partial bundle'],
  ])('by a byte too many in %s is found: %s', async (path) => {
    const fault = await faultIn(withFile(longer, path, Buffer.concat([fileOf(longer, path), Buffer.of(0)])));
    expect(fault).toMatchObject({ code: 'wrong-length', place: { path } });
  });

  it.each([
    ['tile/entries/000', 'tile/entries/001'],
    ['tile/0/000', 'tile/0/001'],
  ])('by swapping %s and %s is found', async (a, b) => {
    const swapped = withFile(withFile(longer, a, fileOf(longer, b)), b, fileOf(longer, a));
    expect((await faultIn(swapped)).place.path).toMatch(/^tile\/(?:0|entries)\/00[01]$/);
  });

  it('by one leaf less in bundle and tile, and the rest as it was, is found', async () => {
    const without = makeLog(leavesWith(key, 515).toSpliced(300, 1), [key]);
    const mixed = new Map([...without, ['checkpoint', fileOf(longer, 'checkpoint')] as const]);
    expect((await faultIn(mixed)).code).toBe('missing-file');
  });

  it('by another leaf, with bundle and all tiles to match, shows in the root', async () => {
    const leaves = leavesWith(key, 515).with(300, statement(300_000_000).subarray(0));
    const calm = leaves.map((leaf, index) => (index === 300 ? statement(299) : leaf));
    const forged = new Map([...makeLog(calm, [key]), ['checkpoint', fileOf(longer, 'checkpoint')] as const]);
    expect(await faultIn(forged)).toMatchObject({ code: 'wrong-root', place: { path: 'checkpoint' } });
  });

  it('by exchanging two leaves of one moment shows in the root', async () => {
    const leaves = [
      keyAddition(key, 0),
      statement(1),
      Buffer.from(statement(1).toString().replace('deny', 'allow')),
    ];
    const exchanged = makeLog(
      [leaves[0], leaves[2], leaves[1]].filter((leaf) => leaf !== undefined),
      [key],
    );
    const forged = new Map([
      ...exchanged,
      ['checkpoint', fileOf(makeLog(leaves, [key]), 'checkpoint')] as const,
    ]);
    expect((await faultOf(examine(inMemory(forged), { keys: [key] }))).code).toBe('wrong-root');
  });
});
