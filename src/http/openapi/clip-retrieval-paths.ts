import {
  type JsonSchema,
  known,
  list,
  orNull,
  type PathItem,
  record,
  REFUSED,
  TEXT,
} from './document-parts.js';

const COMPATIBLE = ['clip-retrieval'];

/** A member of a request that changes nothing here, and why it is taken. */
function taken(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description: `Taken from clip-retrieval's clients, and does nothing: ${description}` };
}

const SWITCH: JsonSchema = { type: ['boolean', 'null'] };

const UNSAFE_SWITCH: JsonSchema = {
  ...SWITCH,
  default: true,
  description:
    'Whether rows that their dataset calls unsafe are left out. Only an explicit false shows them; absent, they are left out.',
};

const INDEX: JsonSchema = {
  ...orNull('string'),
  description: 'One of the names that /indices-list gives; null or absent: the first.',
};

/** As clip-retrieval's back end reads it; members that are not named here are passed over. */
const KNN_REQUEST: JsonSchema = {
  type: 'object',
  required: ['modality', 'num_images'],
  properties: {
    text: { ...orNull('string'), maxLength: 1_000, description: 'Searched by first, where it is not empty.' },
    image: {
      ...orNull('string'),
      description: 'A picture file in base64; searched by where there is no text.',
    },
    image_url: {
      ...orNull('string'),
      description:
        'Address of a picture; searched by where there is neither. It is fetched as every stranger’s address is: never inside the operator’s network.',
    },
    embedding_input: {
      type: ['array', 'null'],
      items: { type: 'number' },
      description: 'A vector of the index’s model; searched by where there is nothing else.',
    },
    modality: { enum: ['image'], description: 'Vectors of pictures alone are held here.' },
    num_images: {
      type: 'integer',
      minimum: 0,
      description: 'How many rows carry their columns: 500 at most.',
    },
    num_result_ids: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'How many rows are answered at all: 3,000 at most. As many as num_images unless it is given.',
    },
    indice_name: INDEX,
    use_safety_model: UNSAFE_SWITCH,
    deduplicate: {
      ...SWITCH,
      default: false,
      description:
        'Drops rows of the same address, digest or similarity. What is dropped is not made up for.',
    },
    use_mclip: taken(SWITCH, 'the model at work reads the words.'),
    use_violence_detector: taken(SWITCH, 'there is no such model here.'),
    aesthetic_score: taken({ type: ['integer', 'string', 'null'] }, 'rows are ordered by nearness alone.'),
    aesthetic_weight: taken({ type: ['number', 'string', 'null'] }, 'rows are ordered by nearness alone.'),
  },
};

const METADATA_REQUEST: JsonSchema = {
  type: 'object',
  required: ['ids'],
  properties: {
    ids: {
      type: 'array',
      maxItems: 3_000,
      items: { type: ['integer', 'string'] },
      description: 'Numbers as /knn-service answers them. Of rows that are not there, nothing is answered.',
    },
    indice_name: INDEX,
    use_safety_model: UNSAFE_SWITCH,
  },
};

const ROW_ID: JsonSchema = {
  type: ['integer', 'string'],
  description:
    'The running number of the row within its dataset; one that JSON’s numbers do not hold goes as digits.',
};

const COLUMN_PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  url: TEXT,
  caption: TEXT,
  NSFW: TEXT,
  punsafe: { type: 'number' },
  pwatermark: { type: 'number' },
  author: TEXT,
  width: { type: 'integer' },
  height: { type: 'integer' },
  caption_similarity: { type: 'number' },
  aesthetic: { type: 'number' },
  LICENSE: TEXT,
  LANGUAGE: TEXT,
};

/** What a dataset does not have is left out. */
const COLUMNS: JsonSchema = {
  type: 'object',
  required: ['url', 'caption'],
  properties: COLUMN_PROPERTIES,
  additionalProperties: false,
};

/** Rows beyond `num_images` have number and similarity alone. */
const NEAR_ROW: JsonSchema = {
  type: 'object',
  required: ['id', 'similarity'],
  properties: {
    id: ROW_ID,
    similarity: {
      type: 'number',
      minimum: -1.001,
      maximum: 1.001,
      description: 'Cosine of the angle between the vectors.',
    },
    ...COLUMN_PROPERTIES,
  },
  additionalProperties: false,
};

/** The addresses that clip-retrieval's clients know. What differs from its own back end: docs/meaning.md. */
export const CLIP_RETRIEVAL_PATHS: Readonly<Record<string, PathItem>> = {
  '/indices-list': {
    get: {
      operationId: 'indices',
      summary: 'The datasets that can be searched by meaning.',
      tags: COMPATIBLE,
      responses: {
        '200': { description: 'Their slugs.', content: { 'application/json': { schema: list(TEXT) } } },
        '429': known('TooManyInText'),
      },
    },
  },
  '/knn-service': {
    post: {
      operationId: 'knn',
      summary: 'Searches by meaning as the back end of clip-retrieval does.',
      tags: COMPATIBLE,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: KNN_REQUEST,
            example: { modality: 'image', num_images: 2, text: 'blue tulips' },
          },
        },
      },
      responses: {
        '200': {
          description: 'Rows, the nearest first.',
          content: { 'application/json': { schema: list(NEAR_ROW) } },
        },
        '400': REFUSED,
        '404': REFUSED,
        '422': REFUSED,
        '429': known('TooManyInText'),
        '503': REFUSED,
      },
    },
  },
  '/metadata': {
    post: {
      operationId: 'metadata',
      summary: 'The columns of rows, by their running numbers.',
      tags: COMPATIBLE,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: METADATA_REQUEST,
            example: { ids: [], indice_name: null },
          },
        },
      },
      responses: {
        '200': {
          description: 'Rows, in the order asked.',
          content: { 'application/json': { schema: list(record({ id: ROW_ID, metadata: COLUMNS })) } },
        },
        '400': REFUSED,
        '404': REFUSED,
        '429': known('TooManyInText'),
      },
    },
  },
};
