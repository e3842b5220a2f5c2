import {
  ACCEPTANCE_FORMAT,
  ACCEPTANCE_MEANING,
  ACCEPTANCE_VERSION,
  LONGEST_NAME,
} from '../../core/acceptance/acceptance.js';
import { USES } from '../../core/consent/use.js';
import { type Answer, known, type PathItem, TEXT } from './document-parts.js';

const TAGS = ['terms'];

const told = (description: string): Answer => ({ description, content: { 'text/plain': { schema: TEXT } } });

/** Accepting the terms on which somebody says yes. */
export const TERMS_PATHS: Readonly<Record<string, PathItem>> = {
  '/v1/acceptances': {
    post: {
      operationId: 'takeAcceptance',
      summary:
        'Takes an acceptance of the terms of an offer, which whoever made the offer sees (docs/terms.md).',
      description:
        'Canonical JSON (RFC 8785) of schema/acceptance.v1.json, kept as it was signed; its digest becomes a leaf. Sent again, it is proved again. Leaves stay for ever, so that one network may send few.',
      tags: TAGS,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                format: { const: ACCEPTANCE_FORMAT },
                version: { const: ACCEPTANCE_VERSION },
                meaning: { const: ACCEPTANCE_MEANING },
                origin: TEXT,
                statement: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                terms: {
                  type: 'object',
                  properties: { licenceUrl: TEXT, credit: TEXT, feeUrl: TEXT, contact: TEXT },
                  additionalProperties: false,
                },
                expiresAt: { type: 'string', format: 'date-time' },
                uses: { type: 'array', minItems: 1, items: { enum: [...USES] } },
                madeAt: { type: 'string', format: 'date-time' },
                name: { type: 'string', maxLength: LONGEST_NAME },
                signer: TEXT,
                signature: TEXT,
              },
              required: [
                'format',
                'version',
                'meaning',
                'origin',
                'statement',
                'terms',
                'uses',
                'madeAt',
                'signer',
                'signature',
              ],
              additionalProperties: false,
            },
            example: {
              format: ACCEPTANCE_FORMAT,
              madeAt: '2026-11-30T12:00:00.000Z',
              meaning: ACCEPTANCE_MEANING,
              origin: 'registry.example/log',
              signature: `${'A'.repeat(86)}==`,
              signer: 'lab.example/receipts+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
              statement: '00'.repeat(32),
              terms: { credit: 'Zoë Maker' },
              uses: ['train-ai'],
              version: ACCEPTANCE_VERSION,
            },
          },
        },
      },
      responses: {
        '201': {
          description: 'The proof that the log records it (C2SP tlog-proof), which is to be kept beside it.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '400': told('What is wrong with the acceptance.'),
        '409': told('Why these terms are not on offer.'),
        '429': known('TooManyInText'),
        '503': told('The log takes nothing just now.'),
      },
    },
  },
};
