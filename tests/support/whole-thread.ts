import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DuckDBInstance } from '@duckdb/node-api';
import { copyFile, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { GraphqlClient } from './graphql-client.js';
import {
  makeTestHome,
  runCommand,
  startServerProcess,
  type ServerProcess,
  type TestHome,
} from './server-process.js';

/** A LAION-style Parquet file with columns URL and TEXT, and what is known of it. */
export interface ThreadData {
  readonly parquet: () => string;
  readonly rows: number;
  /** Rows whose URL cell is no address. */
  readonly rejected: Readonly<Record<string, number>>;
  /** A host with several rows. */
  readonly domain: string;
  /** A word that captions have. */
  readonly word: string;
}

/**
 * The whole registry in one thread, as a stranger would walk it: ingest, search, claim, verify, say no, check. Everything
 * goes through the command line and the API of a server in a process of its own.
 */
export function tellTheWholeThread(title: string, data: ThreadData): void {
  describe(title, () => {
    let site: Server;
    let home: TestHome;
    let server: ServerProcess;
    let challengeFile = '';

    beforeAll(async () => {
      site = createServer((request, response) => {
        const isThere = request.url === '/.well-known/assent-challenge.txt' && challengeFile !== '';
        response
          .writeHead(isThere ? 200 : 404, { 'content-type': 'text/plain' })
          .end(isThere ? challengeFile : '');
      });
      await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
      const { port } = site.address() as AddressInfo;
      home = await makeTestHome({ ASSENT_HOST_MAP: `${data.domain}=127.0.0.1:${port}` });
      server = await startServerProcess(home);
    });

    afterAll(async () => {
      expect(await server.stop()).toBe(0);
      await home.remove();
      await new Promise((done) => site.close(done));
    });

    const stored = () => data.rows - Object.values(data.rejected).reduce((sum, count) => sum + count, 0);
    const held = (rows: number) => `now holds ${rows.toLocaleString('en-GB')} rows.`;
    const ingest = (file: string) => runCommand(home, 'ingest', file, '--dataset', 'laion-400m-sample');

    it('stores every readable row while the server runs, and counts each other by its reason', async () => {
      const { exit, stdout } = await ingest(data.parquet());
      expect(exit).toBe(0);
      expect(stdout).toContain(held(stored()));
      for (const [reason, count] of Object.entries(data.rejected)) {
        expect(stdout).toMatch(new RegExp(`rejected ${count}: .*\\(${reason}\\)`));
      }
    });

    it('adds nothing from a second run, a renamed file, the same rows as CSV, or two halves', async () => {
      const renamed = join(home.folder, 'renamed.parquet');
      await copyFile(data.parquet(), renamed);
      const made = (name: string) => join(home.folder, name);
      await sql(
        `COPY (FROM read_parquet('${data.parquet()}')) TO '${made('rows.csv')}' (HEADER)`,
        ...[0, 1].map(
          (half) =>
            `COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet('${data.parquet()}', file_row_number = true)
                    WHERE file_row_number % 2 = ${half}) TO '${made(`half-${half}.parquet`)}' (FORMAT parquet)`,
        ),
      );
      for (const file of [
        data.parquet(),
        renamed,
        made('rows.csv'),
        made('half-0.parquet'),
        made('half-1.parquet'),
      ]) {
        const { stdout } = await ingest(file);
        expect(stdout).toContain(' 0 added');
        expect(stdout).toContain(held(stored()));
      }
    });

    it('finds real captions by words and a host’s rows by its domain, and says how little it searched', async () => {
      const words = await runCommand(home, 'search', data.word);
      expect(words.stdout.toLowerCase()).toContain(data.word);
      expect(words.stdout).toContain(`of ${(413_000_000).toLocaleString('en-GB')} published rows`);
      const rows = await rowsOfDomain();
      const found = await runCommand(home, 'search', data.domain, '--limit', '1000', '--json');
      const { entries } = JSON.parse(found.stdout) as { entries: { url: string; host: string }[] };
      expect(entries).toHaveLength(rows);
      for (const { host } of entries) expect(`.${host}`.endsWith(`.${data.domain}`)).toBe(true);
    });

    it('denies exactly the rows of a domain whose holder proved it and said no', async () => {
      const artist = new GraphqlClient(server.url);
      await artist.register('artist@example.org');
      const claim = await openClaim(artist, data.domain);
      expect(await verifyClaim(artist, claim.id)).toMatchObject({ __typename: 'ChallengeFailedError' });
      expect(await sayNo(artist, data.domain)).toMatchObject({ countsNow: false });
      expect((await check()).report.answers.DENIED).toBe(0);

      challengeFile = claim.challenge.fileContent;
      expect(await verifyClaim(artist, claim.id)).toMatchObject({
        claim: { state: 'ACTIVE', assurance: 'VERIFIED' },
      });

      const { report, out } = await check();
      const rows = await rowsOfDomain();
      expect(report.answers).toEqual({ ALLOWED: 0, DENIED: rows, CONDITIONAL: 0, UNKNOWN: data.rows - rows });
      expect(report).toMatchObject({ rows: data.rows, kept: data.rows - rows, dropped: rows });
      expect(report.uses[0]?.byAssurance).toEqual({ DENIED: { verified: rows } });
      expect(await differences(out)).toBe(0);
    });

    it('never lets another artist’s claim on the same domain overwrite the first', async () => {
      const other = new GraphqlClient(server.url);
      await other.register('other@example.org');
      const claim = await openClaim(other, data.domain);
      expect(claim.isContested).toBe(true);
      const before = (await check()).report.answers;
      await answer(other, data.domain, 'ALLOW');
      expect((await check()).report.answers).toEqual(before);

      // Whoever can put up the file too opens a dispute; the no stands while it lasts.
      challengeFile = claim.challenge.fileContent;
      expect(await verifyClaim(other, claim.id)).toMatchObject({ claim: { state: 'DISPUTED' } });
      expect((await check()).report.answers).toEqual(before);
    });

    async function check() {
      const out = join(home.folder, 'filtered.parquet');
      const reportFile = join(home.folder, 'report.json');
      const ran = await runCommand(
        home,
        ...['check', data.parquet(), '--use', 'train-ai', '--out', out, '--report', reportFile],
      );
      expect({ exit: ran.exit, stderr: ran.exit === 0 ? '' : ran.stderr }).toEqual({ exit: 0, stderr: '' });
      expect(ran.stdout).toContain('nobody has answered: not permission');
      return { out, report: JSON.parse(await readFile(reportFile, 'utf8')) as Report };
    }

    async function rowsOfDomain(): Promise<number> {
      const [[count]] = (await sql(
        `SELECT count(*) FROM read_parquet('${data.parquet()}') WHERE ${isOfDomain(data.domain)}`,
      )) as [[bigint]];
      return Number(count);
    }

    /** Rows by which the filtered file and the original without the domain differ, in content or in place. */
    async function differences(out: string): Promise<number> {
      const [[count]] = (await sql(
        `WITH expected AS (
           SELECT row_number() OVER () AS place, t.* FROM (
             SELECT * EXCLUDE (file_row_number) FROM read_parquet('${data.parquet()}', file_row_number = true)
              WHERE NOT coalesce(${isOfDomain(data.domain)}, false) ORDER BY file_row_number) t),
         actual AS (SELECT row_number() OVER () AS place, t.* FROM read_parquet('${out}') t)
         SELECT count(*) FROM ((FROM expected EXCEPT FROM actual) UNION ALL (FROM actual EXCEPT FROM expected))`,
      )) as [[bigint]];
      return Number(count);
    }
  });
}

interface Report {
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  readonly answers: Readonly<Record<'ALLOWED' | 'DENIED' | 'CONDITIONAL' | 'UNKNOWN', number>>;
  readonly uses: readonly { readonly byAssurance: unknown }[];
}

function isOfDomain(domain: string): string {
  return `regexp_matches(URL, '^https?://([^/]*[.])?${domain.replaceAll('.', '[.]')}(:[0-9]+)?/')`;
}

async function sql(...statements: string[]): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  let rows: unknown[][] = [];
  for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

interface OpenedClaim {
  readonly id: string;
  readonly isContested: boolean;
  readonly challenge: { readonly fileContent: string };
}

async function openClaim(artist: GraphqlClient, address: string): Promise<OpenedClaim> {
  const { openClaim: opened } = await artist.ask<{ openClaim: { claim: OpenedClaim } }>(
    `mutation Open($input: OpenClaimInput!) {
       openClaim(input: $input) {
         __typename
         ... on ClaimPayload { claim { id isContested challenge { fileContent } } }
         ... on AlreadyClaimedError { claim { id isContested challenge { fileContent } } }
       }
     }`,
    { input: { kind: 'DOMAIN', address, capacity: 'AUTHOR' } },
  );
  return opened.claim;
}

async function verifyClaim(artist: GraphqlClient, claimId: string): Promise<unknown> {
  const { verifyClaim: verified } = await artist.ask<{ verifyClaim: unknown }>(
    `mutation Verify($input: VerifyClaimInput!) {
       verifyClaim(input: $input) { __typename ... on ClaimPayload { claim { state assurance } } }
     }`,
    { input: { claimId } },
  );
  return verified;
}

function sayNo(artist: GraphqlClient, address: string): Promise<unknown> {
  return answer(artist, address, 'DENY');
}

async function answer(
  artist: GraphqlClient,
  address: string,
  preference: 'ALLOW' | 'DENY',
): Promise<unknown> {
  const { declareConsent } = await artist.ask<{ declareConsent: unknown }>(
    `mutation Declare($input: DeclareConsentInput!) {
       declareConsent(input: $input) { __typename ... on DeclareConsentPayload { countsNow nextStep } }
     }`,
    {
      input: {
        kind: 'DOMAIN',
        address,
        capacity: 'AUTHOR',
        ownWorks: preference === 'ALLOW',
        answers: [{ use: 'TRAIN_AI', preference }],
      },
    },
  );
  expect(declareConsent).toMatchObject({ __typename: 'DeclareConsentPayload' });
  return declareConsent;
}
