import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { problemOf } from '../../src/store/postgres-database.js';

const fit = {
  version: 150_004,
  release: '15.4',
  encoding: 'UTF8',
  database: 'registry',
  installed: '0.8.4',
  available: '0.8.4',
};

describe('a PostgreSQL server', () => {
  it.each<[Partial<typeof fit> | { installed: null }, string]>([
    [{}, 'everything at its least'],
    [
      { version: 180_006, release: '18.6', installed: '0.10.0' },
      'later versions, which are not compared as text',
    ],
    [{ installed: null }, 'pgvector not installed in the database yet'],
    [{ installed: '1.0' }, 'a version of two parts'],
  ])('is taken with %j: %s', (facts) => {
    expect(problemOf({ ...fit, ...facts })).toBeUndefined();
  });

  it.each([
    [{ version: 140_010, release: '14.10' }, 'SERVER_TOO_OLD', '14.10'],
    [{ encoding: 'SQL_ASCII' }, 'NOT_UTF8', "ENCODING 'UTF8'"],
    [{ installed: null, available: null }, 'PGVECTOR_MISSING', 'Install pgvector 0.8.4 or later'],
    [{ installed: null, available: '0.8.3' }, 'PGVECTOR_TOO_OLD', 'Install a later pgvector'],
    [{ installed: '0.7.9', available: '0.8.4' }, 'PGVECTOR_TOO_OLD', 'ALTER EXTENSION vector UPDATE'],
    [{ installed: '0.7.9', available: '0.7.9' }, 'PGVECTOR_TOO_OLD', 'Install a later pgvector'],
  ])('is refused with %j as %s, with what to do', (facts, code, advice) => {
    expect(problemOf({ ...fit, ...facts })).toMatchObject({
      code,
      message: expect.stringContaining(advice) as unknown,
    });
  });

  it('that does not answer is refused with what to check, and without the password', async () => {
    const port = await closedPort();
    const opening = openStore({ databaseUrl: `postgres://registry:hunter2@127.0.0.1:${port}/registry` });
    const error: unknown = await opening.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'DatabaseUnsuitable', code: 'UNREACHABLE' });
    expect(String(error)).toContain('Check DATABASE_URL');
    expect(String(error)).not.toContain('hunter2');
  });
});

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
