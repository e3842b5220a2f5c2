import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BackupDamaged } from '../../../src/core/backup/backup-damaged.js';
import { BACKUP_MAGIC } from '../../../src/core/backup/backup-frame.js';
import type { BackupPart } from '../../../src/core/backup/backup-reader.js';
import { ACCOUNTS, HEADER, LOG, readParts, smallBackup, writeBackup } from './written-backup.js';

const file = await smallBackup();
const utf8 = { encode: (text: string) => new TextEncoder().encode(text) };

/** What was wrong with a file, as a word. */
async function damageOf(bytes: Uint8Array): Promise<string> {
  try {
    await readParts(bytes);
    return 'none';
  } catch (error) {
    return error instanceof BackupDamaged ? error.damage : String(error);
  }
}

describe('the file of a backup', () => {
  it('is read as it was written', async () => {
    const [header, leaves, ...rest] = await readParts(file);
    expect(header).toEqual({ kind: 'header', header: HEADER });
    expect(leaves).toEqual({ kind: 'leaves', leaves: [utf8.encode('{"a":1}'), utf8.encode('{"b":2}')] });
    expect(rest).toEqual([
      { kind: 'rows', table: ACCOUNTS, text: utf8.encode('1\tone@example.org\n2\t\\N\n') },
      { kind: 'rows', table: ACCOUNTS, text: utf8.encode('3\tthree\\nlines\n') },
      { kind: 'end', end: { ...LOG, tables: { accounts: 3, sessions: 0 } } },
    ]);
  });

  it('gives every leaf and every row back, whatever they are and however the file comes in', async () => {
    const leaves = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 600 });
    const rows = fc.array(fc.stringMatching(/^[^\n]*$/), { maxLength: 20 });
    const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(leaves, rows, lengths, async (allLeaves, allRows, pieces) => {
        const text = utf8.encode(allRows.map((row) => `${row}\n`).join(''));
        const written = await writeBackup(async (writer) => {
          await writer.header(HEADER);
          await writer.leaves(allLeaves);
          await writer.rows(ACCOUNTS, text);
          await writer.end({ ...LOG, size: allLeaves.length });
        });
        const parts = await readParts(written, pieces);
        expect(parts.flatMap((part) => (part.kind === 'leaves' ? part.leaves : []))).toEqual(allLeaves);
        const texts = parts.flatMap((part) => (part.kind === 'rows' ? [...part.text] : []));
        expect(new Uint8Array(texts)).toEqual(text);
        expect(parts.at(-1)).toMatchObject({ end: { tables: { accounts: allRows.length } } });
      }),
      { numRuns: 50 },
    );
  });

  it('never cuts a row, and carries one that is longer than a part', async () => {
    const rows = [700_000, 400_000, 3_000_000, 10, 2_000_000].map((length) => `${'x'.repeat(length)}\n`);
    const written = await writeBackup(async (writer) => {
      await writer.header(HEADER);
      await writer.rows(ACCOUNTS, utf8.encode(rows.join('')));
      await writer.end({ ...LOG, size: 0 });
    });
    const isRows = (part: BackupPart) => part.kind === 'rows';
    const lengths = (await readParts(written)).filter(isRows).map(({ text }) => text.length);
    expect(lengths).toEqual([700_001, 400_001, 3_000_001, 11, 2_000_001]);
  });
});

describe('a damaged backup', () => {
  it('is refused wherever it ends too early', async () => {
    const damages: string[] = [];
    for (let length = 1; length < file.length; length += 1)
      damages.push(await damageOf(file.subarray(0, length)));
    expect(new Set(damages)).toEqual(new Set(['cut-off']));
  });

  it('is refused whichever of its bits is another', async () => {
    const seen = new Map<string, number>();
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      const flipped = file.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const damage = await damageOf(flipped);
      seen.set(damage, (seen.get(damage) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['changed', 'cut-off', 'not-a-backup', 'unknown-version']);
  });

  it('is refused when a part is left out, said twice or in another place', async () => {
    const parts = framesOf(file);
    expect(parts.length).toBe(8);
    const orders = [
      parts.filter((_, at) => at !== 2),
      parts.flatMap((part, at) => (at === 4 ? [part, part] : [part])),
      [...parts.slice(0, 3), ...parts.slice(4, 5), ...parts.slice(3, 4), ...parts.slice(5)],
    ];
    for (const order of orders) {
      expect(await damageOf(new Uint8Array(Buffer.concat([BACKUP_MAGIC, ...order])))).toBe('changed');
    }
  });

  it('is refused when something follows', async () => {
    const longer = new Uint8Array(Buffer.concat([file, Buffer.of(0)]));
    await expect(readParts(longer)).rejects.toMatchObject({ damage: 'more-follows', position: file.length });
  });

  it.each([
    ['', 'not-a-backup', 'nothing'],
    ['PGDMP', 'not-a-backup', 'a dump of another program'],
    ['ASSENT BACKUP 2\nwhatever', 'unknown-version', 'a later format'],
  ])('%j is refused as %s: %s', async (text, damage) => {
    expect(await damageOf(utf8.encode(text))).toBe(damage);
  });

  it.each([
    ['rows that are cut', (writer) => begun(writer, () => writer.rows(ACCOUNTS, utf8.encode('1\tone')))],
    ['fewer leaves than it says', (writer) => begun(writer, () => writer.leaves([utf8.encode('{}')]))],
    ['two headers', (writer) => begun(writer, () => writer.header(HEADER))],
  ] satisfies [string, Parameters<typeof writeBackup>[0]][])('is refused with %s', async (_what, work) => {
    expect(['malformed', 'changed']).toContain(await damageOf(await writeBackup(work)));
  });
});

async function begun(
  writer: Parameters<Parameters<typeof writeBackup>[0]>[0],
  work: () => Promise<unknown>,
): Promise<void> {
  await writer.header(HEADER);
  await work();
  await writer.end(LOG);
}

/** The frames of a file, each with its head. */
function framesOf(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let start = BACKUP_MAGIC.length; start < bytes.length;) {
    const length = Buffer.from(bytes).readUInt32BE(start + 1);
    frames.push(bytes.subarray(start, start + 37 + length));
    start += 37 + length;
  }
  return frames;
}
