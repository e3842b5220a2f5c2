import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Registry } from '../../src/app/registry.js';
import { createApp } from '../../src/http/create-app.js';
import { createChecksQuota } from '../../src/identity/checks-quota.js';
import { writeParquet } from '../../src/tables/write-parquet.js';

export interface LogServer {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Everything that a server answers by HTTP but the API, on a real port. */
export async function openLogServer(
  registry: Registry,
  { requestsPerMinute = 1_000, checksPerMinute = 100_000, logger = pino({ level: 'silent' }) } = {},
): Promise<LogServer> {
  const webFolder = await mkdtemp(join(tmpdir(), 'assent-web-'));
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Assent</title>');
  const server = createServer(
    createApp({
      registry,
      logger,
      writeParquet,
      thumbnails: undefined,
      graphql: (_request, response) => {
        response.json({ data: {} });
      },
      webFolder,
      trustedProxies: 0,
      requestsPerMinute,
      checks: createChecksQuota(checksPerMinute),
      isHttps: false,
    }),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      await rm(webFolder, { recursive: true });
    },
  };
}
