import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../src/journal/journal.js';
import { journalFolder } from '../../src/journal/journal-file.js';
import { UnreliableFolder } from './unreliable-folder.js';

const FIRST_FILE = '00000000000000000000.journal';

function entry(text: string, length = text.length): Uint8Array {
  const bytes = new Uint8Array(Math.max(length, text.length));
  bytes.set(new TextEncoder().encode(text));
  return bytes;
}

async function contentOf(journal: Journal, from = 0): Promise<string[]> {
  const texts: string[] = [];
  for await (const { index, leaf } of journal.read(from)) {
    texts.push(`${index} ${new TextDecoder().decode(leaf).replaceAll('\0', '')}`);
  }
  return texts;
}

describe('the journal', () => {
  let path: string;

  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), 'journal-'));
  });

  afterAll(() => rm(path, { recursive: true }));

  it('gives back what was appended, from any index, also when it is opened again', async () => {
    const journal = await Journal.open(journalFolder(path));
    expect(journal.size).toBe(0);
    await journal.append([entry('a'), entry('b')]);
    await journal.append([entry('c')]);
    expect(await contentOf(journal)).toEqual(['0 a', '1 b', '2 c']);
    await journal.close();

    const again = await Journal.open(journalFolder(path));
    expect(again.size).toBe(3);
    await again.append([entry('d')]);
    expect(await contentOf(again, 1)).toEqual(['1 b', '2 c', '3 d']);
    expect(await contentOf(again, 4)).toEqual([]);
    await again.close();
  });

  it('begins another file when one is full, named for its first entry', async () => {
    const journal = await Journal.open(journalFolder(path), 1);
    await journal.append([entry('e'), entry('f')]);
    await journal.append([entry('g')]);
    expect((await readdir(path)).sort()).toEqual([
      FIRST_FILE,
      '00000000000000000004.journal',
      '00000000000000000006.journal',
    ]);
    expect(await contentOf(journal, 3)).toEqual(['3 d', '4 e', '5 f', '6 g']);
    await journal.close();
  });

  it('cuts off a frame that was not written whole, wherever it was broken off', async () => {
    const file = join(path, '00000000000000000006.journal');
    const whole = await readFile(file);
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(file, whole.subarray(0, length));
      const journal = await Journal.open(journalFolder(path));
      expect(journal.size).toBe(6);
      await journal.close();
      expect((await readFile(file)).length).toBe(0);
    }
    await writeFile(file, whole);
  });

  it('takes nothing for an append of nothing', async () => {
    const journal = await Journal.open(journalFolder(path));
    await journal.append([]);
    expect(journal.size).toBe(7);
    await journal.close();
  });
});

describe('a loss of power', () => {
  it('takes nothing away that was acknowledged, and leaves no half of a frame', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 1, max: 4_000 }),
        fc.infiniteStream(fc.boolean()),
        async (batches, fullAt, coins) => {
          const folder = new UnreliableFolder();
          const journal = await Journal.open(folder, fullAt);
          const frames = batches.map((lengths, batch) =>
            lengths.map((length, item) => entry(`${batch}.${item}`, length)),
          );
          const acknowledged = frames.slice(0, -1);
          for (const frame of acknowledged) await journal.append(frame);
          // The last one is written and never synced: power goes at that moment.
          folder.trouble = { call: 'sync', nth: folder.calls.sync + 1, error: new Error('no power') };
          await journal.append(frames.at(-1) ?? []).catch(() => undefined);

          const found = await Journal.open(folder.afterPowerLoss(() => coins.next().value === true));
          const kept = acknowledged.flat().length;
          expect([kept, frames.flat().length]).toContain(found.size);
          const texts = frames.flat().map((bytes, index) => `${index} ${nameOf(bytes)}`);
          expect(await contentOf(found)).toEqual(texts.slice(0, found.size));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  function nameOf(bytes: Uint8Array): string {
    return new TextDecoder().decode(bytes).replaceAll('\0', '');
  }
});

describe('a disk that fails', () => {
  it('stops the journal for good when a sync fails, even if the next one would not', async () => {
    const folder = new UnreliableFolder();
    const journal = await Journal.open(folder);
    await journal.append([entry('kept')]);
    folder.trouble = { call: 'sync', nth: folder.calls.sync + 1, error: new Error('EIO') };
    await expect(journal.append([entry('lost')])).rejects.toMatchObject({ name: 'WritingStopped' });
    await expect(journal.append([entry('later')])).rejects.toMatchObject({ name: 'WritingStopped' });
    expect(journal.size).toBe(1);
    expect(await contentOf(journal)).toEqual(['0 kept']);
  });

  it.each([0, 1, 30, 60])(
    'writes nothing when it is full after %d bytes, and goes on later',
    async (written) => {
      const folder = new UnreliableFolder();
      const journal = await Journal.open(folder);
      await journal.append([entry('before')]);
      const error = new Error('ENOSPC');
      folder.trouble = { call: 'write', nth: folder.calls.write + 1, error, written };
      await expect(journal.append([entry('too much')])).rejects.toBe(error);
      await journal.append([entry('after')]);
      expect(await contentOf(await Journal.open(folder))).toEqual(['0 before', '1 after']);
    },
  );

  it('stops the journal when a part of a write can be neither finished nor taken back', async () => {
    const folder = new UnreliableFolder();
    const journal = await Journal.open(folder);
    await journal.append([entry('before')]);
    folder.trouble = { call: 'write', nth: 2, error: new Error('EIO'), written: 10, andTruncate: true };
    await expect(journal.append([entry('half')])).rejects.toMatchObject({ name: 'WritingStopped' });
    await expect(journal.append([entry('later')])).rejects.toMatchObject({ name: 'WritingStopped' });
  });
});

describe('a damaged journal', () => {
  it('is refused, not shortened, when frames follow the damage', async () => {
    const folder = new UnreliableFolder();
    const journal = await Journal.open(folder);
    await journal.append([entry('one')]);
    await journal.append([entry('two')]);
    for (let position = 0; position < 60; position += 1) {
      folder.corrupt(FIRST_FILE, position);
      await expect(Journal.open(folder)).rejects.toMatchObject({ name: 'JournalDamaged' });
      folder.corrupt(FIRST_FILE, position);
    }
    expect((await Journal.open(folder)).size).toBe(2);
  });

  it('is refused when an earlier file is not what it was', async () => {
    const folder = new UnreliableFolder();
    const journal = await Journal.open(folder, 1);
    await journal.append([entry('one')]);
    await journal.append([entry('two')]);
    folder.corrupt(FIRST_FILE, 57);
    const reopened = await Journal.open(folder);
    await expect(contentOf(reopened)).rejects.toMatchObject({ name: 'JournalDamaged' });
  });
});
