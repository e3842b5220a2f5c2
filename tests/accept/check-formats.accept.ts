import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import { activeKeys } from '../../src/app/log/active-keys.js';
import { runProgram } from '../../src/cli/program.js';
import { openPictureTools } from '../support/picture-tools.js';
import { provenClaim } from '../support/prove-claim.js';
import { recordingIo } from '../support/recording-io.js';
import { openRegistryWithSite, type RegistryWithSite } from '../support/registry-with-site.js';
import { signUp } from '../support/sign-up.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';
const COMMAND = resolve('bin/assent.mjs');
/** The clock of the registry under test stands still. */
const CHECK = ['check', '--use', 'train-ai', '--snapshot', 'snapshot', '--max-age', '36500d'];
const DOMAIN = 'rlv.zcache.com';
const IS_OF_DOMAIN = `coalesce(regexp_matches("URL", '^https?://([^/]*[.])?rlv[.]zcache[.]com(:[0-9]+)?/'), false)`;

/** How each format is made from the real rows, and how its rows are read as they stand. */
const TEXT =
  "all_varchar = true, header = true, strict_mode = true, quote = '\"', escape = '\"', delim = ','";
const FORMATS: readonly (readonly [name: string, options: string, read: string])[] = [
  ['rows.parquet', 'FORMAT parquet, COMPRESSION snappy', 'read_parquet(%)'],
  ['rows.csv', 'FORMAT csv, HEADER', `read_csv(%, ${TEXT})`],
  ['rows.csv.gz', 'FORMAT csv, HEADER, COMPRESSION gzip', `read_csv(%, ${TEXT})`],
  ['rows.csv.zst', 'FORMAT csv, HEADER, COMPRESSION zstd', `read_csv(%, ${TEXT})`],
  ['rows.ndjson', 'FORMAT json', "read_json(%, format = 'newline_delimited')"],
  ['rows.ndjson.gz', 'FORMAT json, COMPRESSION gzip', "read_json(%, format = 'newline_delimited')"],
];

const pictures = openPictureTools();
let world: RegistryWithSite;
let folder: string;
let key: string;
let connection: DuckDBConnection;

beforeAll(async () => {
  world = await openRegistryWithSite([DOMAIN], { pictures });
  const { registry, site } = world;
  const artist = await signUp(registry);
  await provenClaim(registry, site, artist, 'domain', DOMAIN);
  const declared = await declareConsent(registry, artist, {
    kind: 'domain',
    address: DOMAIN,
    answers: [{ use: 'train-ai', preference: 'deny' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
  });
  if (!declared.ok) throw new Error(declared.message);
  folder = await mkdtemp(join(tmpdir(), 'assent-formats-'));
  connection = await (await DuckDBInstance.create()).connect();
  await runProgram(['snapshot', 'build', '--out', 'snapshot'], recordingIo(folder), (_argv, work) =>
    work(registry),
  );
  [key = ''] = await activeKeys(registry.store.log);
});

afterAll(async () => {
  connection.closeSync();
  await world.close();
  await pictures.close();
  await rm(folder, { recursive: true });
});

/** The command as it is installed: so many rows are answered in threads, which run what was compiled. */
async function check(...argv: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...CHECK, '--key', key, ...argv], {
    cwd: folder,
  });
  return stdout;
}

async function count(sql: string): Promise<number> {
  return Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]);
}

describe('10,000 rows of LAION-400M, broken ones among them', () => {
  it.each(FORMATS)(
    'come back from %s row for row, all but those of a domain that said no',
    async (name, options, read) => {
      const source = `read_parquet('${join(data, 'laion-400m-10k.parquet')}')`;
      await connection.run(`COPY (FROM ${source}) TO '${join(folder, name)}' (${options})`);
      const report = await check(name, '--out', `kept-${name}`, '--json');
      const [made, kept] = [name, `kept-${name}`].map((file) => read.replace('%', `'${join(folder, file)}'`));
      const denied = await count(`SELECT count(*) FROM ${made} WHERE ${IS_OF_DOMAIN}`);
      expect(denied).toBeGreaterThan(0);
      expect(JSON.parse(report)).toMatchObject({
        rows: 10_000,
        kept: 10_000 - denied,
        answers: { DENIED: denied },
        notAnswered: { 'not-a-url': 1 },
      });
      const differing = await count(
        `WITH expected AS (SELECT row_number() OVER () AS place, * FROM (SELECT * FROM ${made} WHERE NOT ${IS_OF_DOMAIN})),
            actual AS (SELECT row_number() OVER () AS place, * FROM ${kept})
       SELECT count(*) FROM ((FROM expected EXCEPT FROM actual) UNION ALL (FROM actual EXCEPT FROM expected))`,
      );
      expect(differing).toBe(0);
    },
  );

  it('come back from lines of addresses byte for byte', async () => {
    const source = `read_parquet('${join(data, 'laion-400m-10k.parquet')}')`;
    const plain = "FORMAT csv, HEADER false, DELIMITER '\u0001', QUOTE '', ESCAPE ''";
    await connection.run(`COPY (SELECT "URL" FROM ${source}) TO '${join(folder, 'rows.txt')}' (${plain})`);
    await connection.run(
      `COPY (SELECT "URL" FROM ${source} WHERE NOT ${IS_OF_DOMAIN}) TO '${join(folder, 'expected.txt')}' (${plain})`,
    );
    await check('rows.txt', '--out', 'kept.txt');
    expect(await readFile(join(folder, 'kept.txt'))).toEqual(await readFile(join(folder, 'expected.txt')));
  });

  it('come back from a shard of 600 pictures byte for byte, asked by address and by the bytes of each', async () => {
    const shard = join(data, 'openclipart-600.tar');
    await check(shard, '--out', 'kept.tar', '--report', 'shard.json');
    expect(JSON.parse(await readFile(join(folder, 'shard.json'), 'utf8'))).toMatchObject({
      rows: 600,
      asked: { byAddress: 600, byContent: 600 },
      comparedBy: { sha256: 600, pdq: 585 },
      notCompared: { 'too-plain': 15 },
    });
    const [original, copy] = await Promise.all([readFile(shard), readFile(join(folder, 'kept.tar'))]);
    // What stands behind the two blocks that end an archive is padding of whoever packed it.
    expect(copy.subarray(0, -1_024).equals(original.subarray(0, copy.length - 1_024))).toBe(true);
  });
});
