import { describe, expect, it } from '@jest/globals';
import { InvalidCursor } from '../../src/app/ports/page.js';
import { type Keyset, readPage } from '../../src/store/keyset-page.js';

interface Sheet {
  readonly time: string;
  readonly name: string;
  readonly number: string;
}

const SHEETS: Keyset<Sheet> = {
  list: 'sheets',
  key: [
    { sql: 'time', type: 'timestamptz' },
    { sql: 'name', type: 'text' },
    { sql: 'number', type: 'bigint' },
  ],
  direction: 'DESC',
  keyOf: ({ time, name, number }) => [time, name, number],
};

const sheet: Sheet = { time: '2027-03-01T09:00:00.000Z', name: 'a "b"', number: '-5' };

function cursorOf(...parts: unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

describe('a keyset page', () => {
  it('asks for one row more than it gives, to know whether there is a next page', async () => {
    const page = await readPage(SHEETS, { first: 1 }, ['x'], ({ after, tail, parameters }) => {
      expect({ after, tail, parameters }).toEqual({
        after: 'TRUE',
        tail: 'ORDER BY time DESC, name DESC, number DESC LIMIT 2',
        parameters: ['x'],
      });
      return Promise.resolve([sheet, sheet]);
    });
    expect(page.rows).toHaveLength(1);
    expect(page.hasNextPage).toBe(true);
  });

  it('goes on strictly after the row that the cursor was given with', async () => {
    const { rows } = await readPage(SHEETS, { first: 1 }, [], () => Promise.resolve([sheet]));
    const after = rows[0]?.cursor ?? '';
    expect(after).toMatch(/^[\w-]+$/);
    await readPage(SHEETS, { first: 1, after }, ['x'], (sql) => {
      expect(sql.after).toBe('(time, name, number) < ($2::timestamptz, $3::text, $4::bigint)');
      expect(sql.parameters).toEqual(['x', sheet.time, sheet.name, sheet.number]);
      return Promise.resolve([]);
    });
  });

  it.each([
    ['', 'empty'],
    ['not base64 at all!', 'no cursor'],
    [cursorOf(), 'no list'],
    [cursorOf('pages', sheet.time, 'a', '1'), 'another list'],
    [cursorOf('sheets', sheet.time, 'a'), 'too short'],
    [cursorOf('sheets', sheet.time, 'a', '1', '1'), 'too long'],
    [cursorOf('sheets', sheet.time, 'a', 1), 'not text'],
    [cursorOf('sheets', '2027-02-31T09:00:00.000Z', 'a', '1'), 'a day that is none'],
    [cursorOf('sheets', 'now', 'a', '1'), 'a time that the database would understand'],
    [cursorOf('sheets', sheet.time, 'a\0', '1'), 'text that the database refuses'],
    [cursorOf('sheets', sheet.time, 'a', '9223372036854775808'), 'a number beyond the column'],
    [cursorOf('sheets', sheet.time, 'a', '1e3'), 'a number in another form'],
    [cursorOf('sheets', sheet.time, 'a', ''), 'no number'],
  ])('refuses the cursor %j: %s', async (after) => {
    const page = readPage(SHEETS, { first: 1, after }, [], () => Promise.resolve([sheet]));
    await expect(page).rejects.toThrow(InvalidCursor);
  });

  it.each<['integer' | 'boolean' | 'uuid', string, string, string]>([
    ['integer', '2147483647', '2147483648', 'the size of the column'],
    ['boolean', 'false', '0', 'one spelling'],
    ['uuid', '0b0c1f9e-6a53-4a2e-8a39-0d4f1a9b7c11', '0b0c1f9e', 'the whole id'],
  ])('holds a part of type %s to %s and not %s: %s', async (type, good, bad) => {
    const keyset: Keyset<string> = {
      list: 'single',
      key: [{ sql: 'part', type }],
      direction: 'ASC',
      keyOf: (part) => [part],
    };
    const read = (part: string) =>
      readPage(keyset, { first: 1, after: cursorOf('single', part) }, [], () => Promise.resolve([]));
    await expect(read(good)).resolves.toEqual({ rows: [], hasNextPage: false });
    await expect(read(bad)).rejects.toThrow(InvalidCursor);
  });
});
