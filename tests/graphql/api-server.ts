import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Registry } from '../../src/app/registry.js';
import { createChecksQuota } from '../../src/identity/checks-quota.js';
import { createGraphqlHandler } from '../../src/graphql/create-graphql-handler.js';

export interface ApiServer {
  /** Address of the API itself. */
  readonly url: string;
  /** What the server wrote to its own log, one JSON object a line. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

/** The API alone, on a real port, as the server mounts it. */
export async function openApiServer(
  registry: Registry,
  {
    isProduction = true,
    checksPerMinute = 10_000_000,
  }: { isProduction?: boolean; checksPerMinute?: number } = {},
): Promise<ApiServer> {
  const logged: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const checks = createChecksQuota(checksPerMinute);
  const app = express();
  app.use('/graphql', await createGraphqlHandler(registry, { isProduction, logger, checks }));
  const server = app.listen(0, '127.0.0.1');
  // A suite that waits for a slow machine must not find its connection closed meanwhile.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    logged,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
