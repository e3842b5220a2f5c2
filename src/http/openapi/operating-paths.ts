import { type PathItem, TEXT } from './document-parts.js';

const TAGS = ['operating'];

/** Whether the server is well, and this description of it. */
export const OPERATING_PATHS: Readonly<Record<string, PathItem>> = {
  '/healthz': {
    get: {
      operationId: 'healthz',
      summary: 'This process answers.',
      tags: TAGS,
      responses: { '200': { description: 'It does.', content: { 'text/plain': { schema: TEXT } } } },
    },
  },
  '/readyz': {
    get: {
      operationId: 'readyz',
      summary: 'The store answers too, and what it answers is whole.',
      tags: TAGS,
      responses: {
        '200': { description: 'It does.', content: { 'text/plain': { schema: TEXT } } },
        '503': { description: 'It does not.', content: { 'text/plain': { schema: TEXT } } },
      },
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This description.',
      tags: TAGS,
      responses: {
        '200': {
          description: 'OpenAPI 3.1.',
          content: { 'application/json': { schema: { type: 'object', required: ['openapi', 'paths'] } } },
        },
      },
    },
  },
};
