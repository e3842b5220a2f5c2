import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL_ROWS } from '../../../src/store/personal-rows.js';
import {
  emailOf,
  type ErasureScenario,
  openErasureScenario,
  somebody,
  type Somebody,
} from './erasure-scenario.js';

let scenario: ErasureScenario;
let holder: Somebody;
let neighbour: Somebody;

beforeAll(async () => {
  scenario = await openErasureScenario('copies');
  holder = await somebody(scenario, 'quast');
  neighbour = await somebody(scenario, 'oberlin');
});

afterAll(() => scenario.close());

async function copyOf({ actor }: Somebody): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of scenario.store.personalData.lines(actor.account)) pieces.push(piece);
  return pieces.join('');
}

const textOf = (value: string | Uint8Array): string =>
  typeof value === 'string' ? value : bytesToHex(value);

describe('a copy of what is held about somebody', () => {
  it('has everything by which an erasure would find them', async () => {
    const copy = await copyOf(holder);
    const missing = Object.entries(holder.values).filter(([, value]) => !copy.includes(textOf(value)));
    // The line of a challenge is made of its token, and not kept itself.
    expect(missing.map(([name]) => name)).toEqual(['challenge']);
  });

  it('has nothing of anybody else', async () => {
    const copy = await copyOf(holder);
    const found = Object.entries(neighbour.values).filter(([, value]) => copy.includes(textOf(value)));
    expect(found).toEqual([]);
    expect(copy).not.toContain(emailOf('oberlin'));
  });

  it('has no secret, nor what one could be guessed from', async () => {
    const copy = await copyOf(holder);
    expect(copy).not.toContain(holder.token);
    expect(copy).not.toContain(holder.apiKey);
    expect(copy).not.toContain(holder.recoveryCode);
    const columns = Object.values(PERSONAL_ROWS).flatMap((rows) => rows.columns);
    expect(
      columns.filter((name) => /password|secret|token_hash|code_hash|decided_by|closed_by/u.test(name)),
    ).toEqual([]);
    const [row] = await scenario.store.dataSource.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM accounts WHERE id = $1',
      [holder.actor.account.id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$/u);
    expect(copy).not.toContain(row?.hash);
  });

  it('is one object of JSON a line, each with its table, in pages that neither repeat nor skip a row', async () => {
    const { id } = holder.actor.account;
    await scenario.store.dataSource.query(
      `INSERT INTO artist_names (account_id, place, name, folded)
       SELECT $1, place, 'name ' || place, 'name ' || place FROM generate_series(100, 1299) AS place`,
      [id],
    );
    const lines = (await copyOf(holder)).trimEnd().split('\n');
    const read = lines.map((line) => JSON.parse(line) as { table: string; row: { place?: number } });
    const places = read.filter(({ table }) => table === 'artist_names').map(({ row }) => row.place);
    expect(places).toEqual([1, ...Array.from({ length: 1200 }, (_, at) => 100 + at)]);
    expect(new Set(read.map(({ table }) => table))).toContain('openings');
  });

  it('tells the rows of every table apart by what no two of them share for one holder, by its type', async () => {
    const columns = await scenario.store.dataSource.query<{ place: string }[]>(
      `SELECT table_name || ' ' || column_name || ' ' || udt_name AS place
       FROM information_schema.columns WHERE table_schema = current_schema()`,
    );
    const known = new Set(columns.map(({ place }) => place));
    const keys = Object.entries(PERSONAL_ROWS).flatMap(([table, { key }]) =>
      Object.entries(key).map(([column, type]) => `${table} ${column} ${type}`),
    );
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });
});
