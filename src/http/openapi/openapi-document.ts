import { CATALOGUE_PATHS } from './catalogue-paths.js';
import { CHANGES_PATHS } from './changes-paths.js';
import { CHECK_PATHS } from './check-paths.js';
import { type Answer, type PathItem, record, TEXT } from './document-parts.js';
import { LOG_PATHS } from './log-paths.js';
import { OPERATING_PATHS } from './operating-paths.js';
import { SNAPSHOT_PATHS } from './snapshot-paths.js';
import { TERMS_PATHS } from './terms-paths.js';
import { SIGN_IN_PATHS } from './sign-in-paths.js';

const PATHS: Readonly<Record<string, PathItem>> = {
  ...CHECK_PATHS,
  ...CHANGES_PATHS,
  ...LOG_PATHS,
  ...TERMS_PATHS,
  ...SNAPSHOT_PATHS,
  ...CATALOGUE_PATHS,
  ...SIGN_IN_PATHS,
  ...OPERATING_PATHS,
};

const PROBLEM = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: TEXT, message: TEXT, nextStep: TEXT },
      required: ['code', 'message'],
    },
  },
  required: ['error'],
};

const RETRY_AFTER = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };

const problem = (description: string, headers?: Answer['headers']): Answer => ({
  description: `${description} Nothing was answered, which is never permission.`,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const whole = (description: string) => ({ description, schema: { type: 'integer', minimum: 0 } });

/**
 * The HTTP interface beside GraphQL, as OpenAPI 3.1. Served at `/openapi.json`, kept in schema/openapi.json. The suite holds it to
 * the routes that there are, and carries out what it shows.
 */
export const OPENAPI_DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Assent',
    version: '1',
    description:
      'What an Assent registry answers over HTTP beside GraphQL (/graphql, schema/schema.graphql). No state, error or missing answer is permission.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: PATHS,
  components: {
    securitySchemes: {
      apiKey: {
        type: 'http',
        scheme: 'bearer',
        description: 'A key from the account page, with the scope that the operation needs.',
      },
    },
    schemas: { Problem: PROBLEM },
    headers: {
      RetryAfter: whole('When to come again, in seconds.'),
      LogSize: whole('How many leaves of the log the answers rest on.'),
      Moment: {
        description: 'The moment that the answers speak of.',
        schema: { type: 'string', format: 'date-time' },
      },
      RulesVersion: whole('Version of the decision rules.'),
      CanonicalUrlVersion: whole('Version of the canonical form of addresses.'),
    },
    responses: {
      BadRequest: problem('The request cannot be read, or asks for what there is not.'),
      BadKey: problem('The key is unknown, revoked or expired.'),
      KeyMayNot: problem('The key may not do this.'),
      TooMany: problem('The quota is used up.', RETRY_AFTER),
      Unavailable: problem('The registry cannot vouch for its answers just now.', RETRY_AFTER),
      SearchEnded: {
        description:
          'Too much of this is under way, or the search ran for longer than one may and was ended: nothing of it is an answer.',
        headers: RETRY_AFTER,
        content: {
          'text/plain': { schema: TEXT },
          'application/json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
      TooManyInText: {
        description: 'Too much was asked at a time.',
        headers: RETRY_AFTER,
        content: { 'text/plain': { schema: TEXT }, 'application/json': { schema: record({ error: TEXT }) } },
      },
      NoSuchFile: {
        description: 'There is no such file, or not yet.',
        content: { 'text/plain': { schema: TEXT } },
      },
    },
  },
} as const;
