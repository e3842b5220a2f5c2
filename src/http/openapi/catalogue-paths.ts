import { USES } from '../../core/consent/use.js';
import { CLIP_RETRIEVAL_PATHS } from './clip-retrieval-paths.js';
import {
  BYTES,
  inPath,
  known,
  list,
  orNull,
  type PathItem,
  query,
  record,
  TEXT,
  REFUSED,
} from './document-parts.js';

const TAGS = ['catalogue'];
const COUNT = { type: 'string', pattern: '^[0-9]+$' };

const HIDDEN = query('hidden', 'Whether rows that their dataset calls unsafe are told too.', {
  schema: { enum: ['leave', 'show'] },
});

const EXPORT = (format: string, type: string): PathItem => ({
  get: {
    operationId: `exportSearchAs${format}`,
    summary: 'What a search found, at most 10,000 rows. Takes the parameters of the search page.',
    tags: TAGS,
    parameters: [query('q', 'The search, in the language of docs/search.md.', { example: 'tulips' }), HIDDEN],
    responses: {
      '200': { description: 'The rows.', content: { [type]: { schema: BYTES } } },
      '400': { description: 'It cannot be read.', content: { 'text/plain': { schema: TEXT } } },
      '429': known('TooManyInText'),
      '503': known('SearchEnded'),
    },
  },
});

const OF_PICTURE = [
  query('dataset', 'Slug of the one dataset to look in.'),
  HIDDEN,
  query('first', 'How many are answered.', { schema: { type: 'integer', minimum: 1, maximum: 100 } }),
];

const LIKENESS = {
  distance: orNull('number'),
  orientation: orNull('string'),
  partsCompared: orNull('number'),
  partsAlike: orNull('number'),
};

const REASON = record({
  way: TEXT,
  rank: { type: 'integer', minimum: 1 },
  similarity: orNull('number'),
  meaning: orNull('string'),
  likeness: orNull('string'),
  ...LIKENESS,
});

const GIVEN_EXPORT = (format: string, type: string): PathItem => ({
  get: {
    operationId: `exportAllowedAs${format}`,
    summary:
      'What is given, or given on terms, with credit, terms and proof. A list to choose from: only a check says what may be used now.',
    tags: TAGS,
    parameters: [
      query('q', 'Words in the address or the terms.', { example: 'example.com' }),
      query('use', 'One use.', { schema: { enum: [...USES] } }),
      query('answer', 'One answer.', { schema: { enum: ['ALLOWED', 'CONDITIONAL'] } }),
    ],
    responses: {
      '200': { description: 'The rows.', content: { [type]: { schema: BYTES } } },
      '400': { description: 'It cannot be read.', content: { 'text/plain': { schema: TEXT } } },
      '429': known('TooManyInText'),
    },
  },
});

/** What is in the catalogue: pictures, exports, and the addresses that clip-retrieval's clients know. */
export const CATALOGUE_PATHS: Readonly<Record<string, PathItem>> = {
  '/thumbnails/{id}': {
    get: {
      operationId: 'thumbnail',
      summary: 'A small picture of an entry, made here.',
      tags: TAGS,
      parameters: [
        inPath('id', 'Id of the entry.', { example: 'demo:1bc65d0ece22baed0afe23bb4bf9c7a6' }),
        query('edge', 'Its longer edge.', { schema: { enum: ['160', '320', '640'] } }),
      ],
      responses: {
        '200': { description: 'The picture.', content: { 'image/webp': { schema: BYTES } } },
        '400': { description: 'No such size.', content: { 'text/plain': { schema: TEXT } } },
        '404': { description: 'There is none to show.', content: { 'text/plain': { schema: TEXT } } },
        '503': known('TooManyInText'),
      },
    },
  },
  '/exports/allowed.csv': GIVEN_EXPORT('Csv', 'text/csv'),
  '/exports/allowed.ndjson': GIVEN_EXPORT('Ndjson', 'application/x-ndjson'),
  '/exports/allowed.parquet': GIVEN_EXPORT('Parquet', 'application/vnd.apache.parquet'),
  '/exports/search.csv': EXPORT('Csv', 'text/csv'),
  '/exports/search.ndjson': EXPORT('Ndjson', 'application/x-ndjson'),
  '/exports/search.parquet': EXPORT('Parquet', 'application/vnd.apache.parquet'),
  '/exports/report.csv': {
    get: {
      operationId: 'exportReport',
      summary: 'How many rows and different pictures there are of each name, site or address.',
      tags: TAGS,
      parameters: [
        query('subject', 'A name, a site or an address; given as often as needed.', {
          example: 'Marta Quill',
        }),
      ],
      responses: {
        '200': { description: 'The counts.', content: { 'text/csv': { schema: TEXT } } },
        '400': { description: 'It cannot be read.', content: { 'text/plain': { schema: TEXT } } },
        '429': known('TooManyInText'),
        '503': known('SearchEnded'),
      },
    },
  },
  '/search/picture': {
    post: {
      operationId: 'searchByPicture',
      summary: 'Which entries show a picture. It is not kept.',
      tags: TAGS,
      parameters: OF_PICTURE,
      requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
      responses: {
        '200': {
          description: 'What was found, with the words of the API.',
          content: {
            'application/json': {
              schema: record({
                picture: { type: 'object' },
                matches: list(record({ entry: TEXT, likeness: TEXT, ...LIKENESS })),
                matchesHidden: { type: 'integer', minimum: 0 },
                searched: record({ datasets: list(TEXT), rowsHeld: COUNT, rowsFingerprinted: COUNT }),
              }),
            },
          },
        },
        '400': REFUSED,
        '404': REFUSED,
        '413': REFUSED,
        '415': REFUSED,
        '422': REFUSED,
        '429': known('TooMany'),
        '503': known('SearchEnded'),
      },
    },
  },
  '/search/together': {
    post: {
      operationId: 'searchTogether',
      summary:
        'Searches by a picture and the words beside it: by words, likeness and meaning, as one list. The picture is not kept.',
      tags: TAGS,
      parameters: [
        query('words', 'Words beside the picture, in the language of docs/search.md.'),
        ...OF_PICTURE,
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
      responses: {
        '200': {
          description: 'What was found and why, with the words of the API.',
          content: {
            'application/json': {
              schema: record({
                matches: list(record({ entry: TEXT, score: { type: 'number' }, reasons: list(REASON) })),
                ways: list(
                  record({
                    way: TEXT,
                    found: { type: 'integer', minimum: 0, maximum: 100 },
                    obstacle: orNull('string'),
                    nextStep: orNull('string'),
                  }),
                ),
                looked: orNull('object'),
                searched: record({ datasets: list(TEXT), rowsHeld: COUNT, rowsPublished: orNull('string') }),
              }),
            },
          },
        },
        '400': REFUSED,
        '404': REFUSED,
        '413': REFUSED,
        '415': REFUSED,
        '422': REFUSED,
        '429': known('TooMany'),
        '503': known('SearchEnded'),
      },
    },
  },
  '/works/prints': {
    post: {
      operationId: 'printWork',
      summary: 'The fingerprints of a file, as registerWorks takes them. It is not kept.',
      tags: TAGS,
      parameters: [
        query('medium', 'What kind of work it is; a picture, unless it is said.', {
          schema: { type: 'string', enum: ['image', 'text', 'audio'] },
        }),
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
      responses: {
        '200': {
          description: 'Digests, and what the medium is recognised by.',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['medium', 'sha256', 'md5'] },
            },
          },
        },
        '400': REFUSED,
        '413': REFUSED,
        '415': REFUSED,
        '422': REFUSED,
        '429': known('TooMany'),
      },
    },
  },
  ...CLIP_RETRIEVAL_PATHS,
};
