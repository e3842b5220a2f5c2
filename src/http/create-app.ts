import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { ThumbnailSources } from '../app/catalogue/entries/show-thumbnail.js';
import type { WriteParquet } from '../app/ports/tables.js';
import type { Registry } from '../app/registry.js';
import type { ChecksQuota } from '../identity/checks-quota.js';
import { refuseCrossSite } from '../identity/refuse-cross-site.js';
import { createSessionCookie } from '../identity/session-cookie.js';
import { acceptanceRoutes } from './acceptances.js';
import { answerErrors, answerNotFound } from './answer-errors.js';
import { boundUpload } from './bound-upload.js';
import { changesRoutes } from './changes.js';
import { checkLineRoutes } from './check/check-lines.js';
import { spawningQueryRoutes } from './check/spawning-query.js';
import { clipRetrievalRoutes } from './clip-retrieval.js';
import { healthRoutes } from './health.js';
import { keptFileRoutes } from './kept-files.js';
import { logFileRoutes } from './log-files.js';
import { limitRequests, refuseInGraphql, refuseInJson, refuseInText } from './limit-requests.js';
import { signedOriginalRoutes } from './signed-originals.js';
import { matchNewsRoutes } from './match-news.js';
import { openapiRoutes } from './openapi/openapi-routes.js';
import { pictureSearchRoutes } from './picture-search.js';
import { proofFileRoutes } from './proof-files.js';
import { providerSignInRoutes } from './provider-sign-in.js';
import { reportExportRoute } from './report-export.js';
import { givenExportRoutes } from './given-exports.js';
import { personalDataRoute } from './personal-data.js';
import { searchExportRoutes } from './search-exports.js';
import { receiptRoutes } from './receipts.js';
import { securityHeaders } from './security-headers.js';
import { snapshotFileRoutes } from './snapshot-files.js';
import { thumbnailRoutes } from './thumbnails.js';
import { togetherSearchRoutes } from './together-search.js';
import { webPages } from './web-pages.js';
import { workPrintRoutes } from './work-prints.js';

export interface AppParts {
  readonly registry: Registry;
  readonly logger: Logger;
  readonly thumbnails: ThumbnailSources | undefined;
  readonly writeParquet: WriteParquet;
  /** Handles POST /graphql, from reading the session on. */
  readonly graphql: RequestHandler;
  /** Folder of the built pages. */
  readonly webFolder: string;
  readonly trustedProxies: number;
  readonly requestsPerMinute: number;
  /** The one that the API counts by, too. */
  readonly checks: ChecksQuota;
  readonly isHttps: boolean;
}

/** A mirror reads thousands of small files in a row: it may ask so many times as often as a caller of the API. */
const LOG_FILES_A_REQUEST = 10;

/** For the bodies of all but the one that may go on for ever, in milliseconds. */
const LONGEST_UPLOAD_MS = 300_000;
/** An export reads as much as so many searches. */
const REQUESTS_AN_EXPORT = 10;

/** The whole HTTP surface, in the order a request meets it. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.trustedProxies);
  app.use(healthRoutes(parts.registry));
  app.use(securityHeaders(parts.isHttps));
  app.use(openapiRoutes());
  app.use(checkLineRoutes(parts.registry, parts.checks));
  app.use(boundUpload(LONGEST_UPLOAD_MS));
  app.use(spawningQueryRoutes(parts.registry, parts.checks));
  app.use('/v1/changes', limitRequests(parts.requestsPerMinute, refuseInJson));
  app.use(changesRoutes(parts.registry));
  app.use(receiptRoutes(parts.registry));
  app.use(acceptanceRoutes(parts.registry));
  if (parts.thumbnails) app.use(thumbnailRoutes(parts.registry, parts.thumbnails));
  app.use('/log', limitRequests(parts.requestsPerMinute * LOG_FILES_A_REQUEST, refuseInText));
  app.use(proofFileRoutes(parts.registry));
  app.use(logFileRoutes(parts.registry));
  app.use(['/v1/snapshots', '/v1/range'], limitRequests(parts.requestsPerMinute, refuseInText));
  app.use(snapshotFileRoutes(parts.registry));
  app.use('/exports', limitRequests(Math.ceil(parts.requestsPerMinute / REQUESTS_AN_EXPORT), refuseInText));
  app.use(personalDataRoute(parts.registry));
  app.use(reportExportRoute(parts.registry));
  app.use(searchExportRoutes(parts.registry, parts.writeParquet));
  app.use(givenExportRoutes(parts.registry, parts.writeParquet));
  app.use('/graphql', limitRequests(parts.requestsPerMinute, refuseInGraphql), parts.graphql);
  app.use(
    [
      ...['/search/picture', '/search/together', '/works/prints'],
      ...['/claims/:id/files', '/claims/:id/originals', '/claims/files/:id'],
    ],
    refuseCrossSite(
      parts.registry.settings.publicUrl,
      createSessionCookie(parts.registry.settings.publicUrl),
    ),
    limitRequests(parts.requestsPerMinute, refuseInText),
  );
  app.use(pictureSearchRoutes(parts.registry));
  app.use(togetherSearchRoutes(parts.registry));
  app.use(workPrintRoutes(parts.registry));
  const cookie = createSessionCookie(parts.registry.settings.publicUrl);
  app.use(keptFileRoutes(parts.registry, cookie));
  app.use(signedOriginalRoutes(parts.registry, cookie));
  app.use('/sign-in/with', limitRequests(parts.requestsPerMinute, refuseInText));
  app.use(providerSignInRoutes(parts.registry));
  app.use(['/feeds', '/unsubscribe'], limitRequests(parts.requestsPerMinute, refuseInText));
  app.use(matchNewsRoutes(parts.registry));
  app.use(clipRetrievalRoutes(parts.registry, parts.requestsPerMinute));
  app.use(webPages(parts.webFolder));
  app.use(answerNotFound);
  app.use(answerErrors(parts.logger));
  return app;
}
