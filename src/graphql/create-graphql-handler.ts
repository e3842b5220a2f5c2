import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Router } from 'express';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Registry } from '../app/registry.js';
import type { ChecksQuota } from '../identity/checks-quota.js';
import { createHalfCookie } from '../identity/half-cookie.js';
import { identify } from '../identity/identify.js';
import { refuseCrossSite } from '../identity/refuse-cross-site.js';
import { createSessionCookie } from '../identity/session-cookie.js';
import { createSignInGate } from '../identity/sign-in-gate.js';
import { answerUnavailable } from './answer-unavailable.js';
import { createContext } from './context.js';
import type { GraphqlContext } from './context.js';
import { formatErrors } from './format-error.js';
import { documentRules, MAX_TOKENS, refuseCostly } from './limits.js';
import { answerUnreadable, onlyPost, readBody, refuseLongDocument } from './read-request.js';
import { reportErrors } from './report-errors.js';
import { buildGuardedSchema } from './schema.js';

export interface GraphqlOptions {
  /** In production errors of ours tell nothing but the id of the request, and nobody is helped to guess names. */
  readonly isProduction: boolean;
  readonly logger: Logger;
  /** Addresses that are asked about count, whichever way they are asked about. */
  readonly checks: ChecksQuota;
}

/**
 * Answers GraphQL over POST, from telling who asks to the answer. Needs nothing in front of it; mount it at one path.
 * Throws `PolicyMismatch` when a field of the schema has no rule.
 */
export async function createGraphqlHandler(
  registry: Registry,
  options: GraphqlOptions,
): Promise<RequestHandler> {
  const { publicUrl } = registry.settings;
  const cookie = createSessionCookie(publicUrl);
  const half = createHalfCookie(publicUrl);
  const gate = createSignInGate(registry, cookie);
  const server = await startServer(options);
  const router = Router();
  router.use(onlyPost, refuseCrossSite(publicUrl, cookie), ...readBody, refuseLongDocument);
  router.use(identify(registry, cookie));
  router.use((_request, response, next) => {
    // Most answers are for one account only; none is worth keeping.
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(
    expressMiddleware(server, {
      context: ({ req, res }) =>
        Promise.resolve(createContext(registry, { cookie, half, gate, checks: options.checks }, req, res)),
    }),
  );
  router.use(answerUnreadable);
  return router;
}

async function startServer({ isProduction, logger }: GraphqlOptions): Promise<ApolloServer<GraphqlContext>> {
  const server = new ApolloServer<GraphqlContext>({
    schema: await buildGuardedSchema(),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    validationRules: documentRules(),
    formatError: formatErrors(isProduction),
    logger,
    plugins: [
      // Whatever the environment says, nothing is sent to a third party, and no page of one is shown.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      refuseCostly,
      reportErrors(logger),
      answerUnavailable,
    ],
  });
  await server.start();
  return server;
}
