import { LONGEST_BUILDER_NAME } from '../../core/receipt/builder-name.js';
import {
  type Answer,
  BYTES,
  inPath,
  known,
  list,
  type PathItem,
  record,
  REFUSED,
  TEXT,
} from './document-parts.js';

const TAGS = ['log'];

const LIMITED = { '404': known('NoSuchFile'), '429': known('TooManyInText') };

const told = (description: string): Answer => ({ description, content: { 'text/plain': { schema: TEXT } } });

/** The log as files: C2SP tlog-tiles, and a proof for each leaf; and what it takes from anybody. */
export const LOG_PATHS: Readonly<Record<string, PathItem>> = {
  '/log/checkpoint': {
    get: {
      operationId: 'checkpoint',
      summary: 'The signed size and root of the log (C2SP tlog-checkpoint).',
      tags: TAGS,
      responses: {
        '200': { description: 'A signed note.', content: { 'text/plain': { schema: TEXT } } },
        ...LIMITED,
      },
    },
  },
  '/log/tile/{level}/{tile}': {
    get: {
      operationId: 'tile',
      summary: 'Hashes of the tree (C2SP tlog-tiles). What a tile holds never changes.',
      description:
        'The number of the tile is written in groups of three digits as the specification says, such as x001/234, and a partial tile ends in .p/ and its width; both contain slashes. entries as the level gives the leaves themselves.',
      tags: TAGS,
      parameters: [
        inPath('level', 'Level of the tree, or "entries".', { example: '0' }),
        inPath('tile', 'Number of the tile.', { example: '000.p/1' }),
      ],
      responses: {
        '200': { description: 'The tile.', content: { 'application/octet-stream': { schema: BYTES } } },
        ...LIMITED,
      },
    },
  },
  '/log/keys.json': {
    get: {
      operationId: 'keys',
      summary: 'For every key that the log ever published the proof that it holds it (docs/receipts.md).',
      tags: TAGS,
      responses: {
        '200': {
          description: 'The proofs, which lead to the last checkpoint.',
          content: {
            'application/json': {
              schema: record({
                format: { const: 'assent-log-keys' },
                version: { const: 1 },
                proofs: list(TEXT),
              }),
            },
          },
        },
        ...LIMITED,
      },
    },
  },
  '/v1/receipts': {
    post: {
      operationId: 'dateReceipt',
      summary: 'Puts the digest of a receipt into the log, which dates it (docs/receipts.md).',
      description:
        'Nothing else of the receipt is sent. Leaves stay for ever, so that one network may send few.',
      tags: TAGS,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
                signer: { type: 'string', pattern: '^[0-9a-f]{8}$' },
              },
              required: ['digest'],
              additionalProperties: false,
            },
            example: { digest: 'ab'.repeat(32) },
          },
        },
      },
      responses: {
        '201': {
          description:
            'The proof that the log holds it (C2SP tlog-proof), which is to be kept beside the receipt.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '400': told('What is wrong with the request.'),
        '429': known('TooManyInText'),
        '503': told('The log takes nothing just now.'),
      },
    },
  },
  '/v1/receipts/named': {
    post: {
      operationId: 'nameRun',
      summary: 'Dates a receipt whose builder chose to be named (docs/receipts.md).',
      description:
        'The receipt is sent whole and verified. Its digest, the size of the log, the uses and the rows by answer become public for good, the name until it is taken back; nothing else is kept.',
      tags: TAGS,
      security: [{ apiKey: [] }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                name: { type: 'string', maxLength: LONGEST_BUILDER_NAME },
                receipt: { type: 'object', description: 'schema/receipt.v1.json' },
              },
              required: ['name', 'receipt'],
              additionalProperties: false,
            },
            example: { name: 'lab.example', receipt: {} },
          },
        },
      },
      responses: {
        '201': {
          description:
            'The proof that the log holds it (C2SP tlog-proof), which is to be kept beside the receipt.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '400': told('What is wrong with the name or the receipt.'),
        '401': REFUSED,
        '403': REFUSED,
        '413': REFUSED,
        '429': known('TooManyInText'),
        '503': told('The log takes nothing just now.'),
      },
    },
  },
  '/log/proof/{leafHash}.tlog-proof': {
    get: {
      operationId: 'proof',
      summary: 'The proof that the log holds a leaf (C2SP tlog-proof).',
      tags: TAGS,
      parameters: [
        inPath('leafHash', 'SHA-256 by which the leaf stands in the tree: the id of a statement.', {
          schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          example: '0000000000000000000000000000000000000000000000000000000000000000',
        }),
      ],
      responses: {
        '200': {
          description: 'The proof, which leads to the last checkpoint.',
          content: { 'text/plain': { schema: TEXT } },
        },
        ...LIMITED,
      },
    },
  },
};
