import { ASSURANCES } from '../../core/consent/assurance.js';
import { PREFERENCES } from '../../core/consent/preference.js';
import { USES } from '../../core/consent/use.js';
import { header, known, list, orNull, type PathItem, query, record, TEXT } from './document-parts.js';

const COUNT = { type: 'integer', minimum: 0 };

const STATEMENT = record({
  id: TEXT,
  claimant: TEXT,
  use: { enum: USES },
  preference: { enum: PREFERENCES },
  assurance: { enum: ASSURANCES },
  accountWide: { type: 'boolean' },
  expiresAt: orNull('string'),
});

const LINE = {
  anyOf: [
    record({
      index: COUNT,
      subject: { type: 'object', required: ['kind'] },
      canon: orNull('integer'),
      statements: list(STATEMENT),
      works: list(TEXT),
    }),
    record({ size: COUNT, moment: orNull('string') }),
  ],
};

/** What changed from one size of the log to another. */
export const CHANGES_PATHS: Readonly<Record<string, PathItem>> = {
  '/v1/changes': {
    get: {
      operationId: 'changes',
      summary:
        'A line for each subject that the log concerns from a size on, and a last one with the size reached.',
      description:
        'Go on from the size of the last line until an answer holds nothing else. Without its last line no answer is whole. The same since and to give the same answer for ever.',
      tags: ['changes'],
      parameters: [
        query('since', 'Size of the log to begin from.', { required: true, schema: COUNT, example: 0 }),
        query('to', 'Size to end at, at most 1,000 leaves on.', { schema: COUNT }),
        query('wait', 'Seconds to wait for the log to grow; not beside to.', {
          schema: { type: 'integer', minimum: 0, maximum: 60 },
        }),
      ],
      responses: {
        '200': {
          description: 'The lines, in the order of the log.',
          headers: { 'Assent-Log-Size': header('LogSize') },
          content: {
            'application/x-ndjson': {
              schema: { type: 'string', contentMediaType: 'application/json', contentSchema: LINE },
            },
          },
        },
        '400': known('BadRequest'),
        '429': known('TooMany'),
        '503': known('Unavailable'),
      },
    },
  },
};
