import { BYTES, inPath, known, type PathItem, TEXT } from './document-parts.js';

const TAGS = ['snapshots'];
const WHOLE = { type: 'integer', minimum: 0 };
const LIMITED = { '404': known('NoSuchFile'), '429': known('TooManyInText') };

const size = inPath('size', 'Size of the log that the snapshot is of.', { schema: WHOLE, example: '1' });
const prefix = inPath(
  'prefix',
  'The first hexadecimal digits of a key, as many as rangeDigits of the manifest says; - for none.',
  { schema: { type: 'string', pattern: '^(-|[0-9a-f]{1,16})$' }, example: '-' },
);
const range = { description: 'Keys and blocks.', content: { 'application/octet-stream': { schema: BYTES } } };

/** Snapshots as files (docs/snapshot-format.md). */
export const SNAPSHOT_PATHS: Readonly<Record<string, PathItem>> = {
  '/v1/snapshots/latest.json': {
    get: {
      operationId: 'latestSnapshot',
      summary: 'Which snapshot is the newest, in a signed note.',
      tags: TAGS,
      responses: {
        '200': {
          description: 'The size of the newest, and the note.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { size: WHOLE, manifest: TEXT, note: TEXT },
                required: ['size', 'manifest', 'note'],
              },
            },
          },
        },
        ...LIMITED,
      },
    },
  },
  '/v1/snapshots/{size}/{file}': {
    get: {
      operationId: 'snapshotFile',
      summary: 'A file of a snapshot. It never changes, and may be asked for in parts.',
      tags: TAGS,
      parameters: [
        size,
        inPath('file', 'manifest, or a name that the manifest says.', { example: 'rows.bin' }),
      ],
      responses: {
        '200': { description: 'The file.', content: { 'application/octet-stream': { schema: BYTES } } },
        ...LIMITED,
      },
    },
  },
  '/v1/snapshots/{size}/range/{prefix}': {
    get: {
      operationId: 'snapshotRange',
      summary: 'What stands under all keys that begin alike: a look-up that does not tell which.',
      tags: TAGS,
      parameters: [size, prefix],
      responses: { '200': range, ...LIMITED },
    },
  },
  '/v1/range/{prefix}': {
    get: {
      operationId: 'range',
      summary: 'Leads to the range in the newest snapshot.',
      tags: TAGS,
      parameters: [prefix],
      responses: { '200': range, '302': { description: 'Where it is.' }, ...LIMITED },
    },
  },
};
