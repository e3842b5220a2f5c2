import { ANSWERS } from '../../core/consent/decision.js';
import { ASSURANCES } from '../../core/consent/assurance.js';
import { BASES } from '../../core/consent/basis.js';
import { MANDATE_GRADES } from '../../core/consent/mandate-grade.js';
import { USES } from '../../core/consent/use.js';
import {
  type Body,
  header,
  KEY_OR_NONE,
  known,
  list,
  orNull,
  type PathItem,
  query,
  record,
  TEXT,
} from './document-parts.js';

const TAGS = ['check'];

const LINE_OF_ANSWER = record({
  url: TEXT,
  canonicalUrl: orNull('string'),
  notAnswered: { enum: ['empty', 'not-http', 'no-host', 'not-a-url', null] },
  decisions: list(
    record({
      use: { enum: USES },
      decision: { enum: ANSWERS },
      assurance: { enum: [...ASSURANCES, null] },
      basis: { enum: [...BASES, null] },
      mandate: { enum: [...MANDATE_GRADES, null] },
      decidedBy: list({ type: 'string', pattern: '^[0-9a-f]{64}$' }),
    }),
  ),
});

const ASKED: Readonly<Record<string, Body>> = {
  'text/plain': {
    schema: { type: 'string', description: 'An address on each line.' },
    example: 'https://example.com/1.jpg\nhttps://example.com/2.jpg\n',
  },
  'application/x-ndjson': {
    schema: {
      type: 'string',
      description: 'On each line a JSON string, or an object with url.',
    },
    example: '"https://example.com/1.jpg"\n{"url":"https://example.com/2.jpg"}\n',
  },
};

const TOLD = {
  'text/plain': {
    schema: {
      type: 'string',
      description: 'A word for each line, or one for each use with tabs between them.',
    },
  },
  'application/x-ndjson': {
    schema: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: LINE_OF_ANSWER,
      description: 'An object on each line.',
    },
  },
};

const MOMENTS = [
  query('log-size', 'How many leaves of the log are heard. Not beside time.', {
    schema: { type: 'integer', minimum: 0 },
  }),
  query('time', 'A moment that has passed, in RFC 3339 with its offset. Not beside log-size.', {
    schema: { type: 'string', format: 'date-time' },
  }),
];

/** Asking about addresses. */
export const CHECK_PATHS: Readonly<Record<string, PathItem>> = {
  '/v1/check': {
    post: {
      operationId: 'check',
      summary: 'Answers a line for each address, in order, while they come.',
      description:
        'Only ALLOWED is permission. An answer that is cut off is no answer: when something goes wrong on the way, the connection is broken off. Read while you send.',
      tags: TAGS,
      security: KEY_OR_NONE,
      parameters: [
        query('use', 'A use to ask about; may be repeated, and is answered in this order.', {
          required: true,
          schema: list({ enum: USES }),
          example: ['train-ai'],
        }),
        query('minimum-assurance', 'Yeses that rest on less do not count.', {
          schema: { enum: ASSURANCES },
        }),
        ...MOMENTS,
      ],
      requestBody: { required: true, content: ASKED },
      responses: {
        '200': {
          description: 'As many lines as were asked, unless the connection is broken off.',
          headers: {
            'Assent-Log-Size': header('LogSize'),
            'Assent-Moment': header('Moment'),
            'Assent-Rules-Version': header('RulesVersion'),
            'Assent-Canonical-Url-Version': header('CanonicalUrlVersion'),
          },
          content: TOLD,
        },
        '400': known('BadRequest'),
        '401': known('BadKey'),
        '403': known('KeyMayNot'),
        '406': known('BadRequest'),
        '415': known('BadRequest'),
        '429': known('TooMany'),
        '503': known('Unavailable'),
      },
    },
  },
  '/api/v2/query/urls': {
    post: {
      operationId: 'querySpawning',
      summary: 'Answers clients of Spawning’s API as they expect it.',
      description:
        'At most 10,000 lines. The path may end in a slash. These clients take everything that is not opted out for allowed: without a strict key, nobody having answered is false twice, and it is not permission. The key may stand after the word API.',
      tags: TAGS,
      security: KEY_OR_NONE,
      requestBody: {
        required: true,
        content: {
          'text/plain': {
            schema: { type: 'string', description: 'An address on each line.' },
            example: 'https://example.com/1.jpg\nhttps://example.com/2.jpg',
          },
        },
      },
      responses: {
        '200': {
          description: 'An entry for each line, in order.',
          content: {
            'application/json': {
              schema: record({
                urls: list(record({ url: TEXT, optOut: { type: 'boolean' }, optIn: { type: 'boolean' } })),
              }),
            },
          },
        },
        '400': known('BadRequest'),
        '401': known('BadKey'),
        '403': known('KeyMayNot'),
        '413': known('BadRequest'),
        '429': known('TooMany'),
        '503': known('Unavailable'),
      },
    },
  },
};
