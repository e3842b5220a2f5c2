import { type Answer, BYTES, inPath, known, type PathItem, query, record, TEXT } from './document-parts.js';

const TAGS = ['sign-in'];

const REFUSED: Answer = {
  description: 'Not begun; the answer says why.',
  content: {
    'application/json': {
      schema: { type: 'object', required: ['error'], properties: { error: { type: 'object' } } },
    },
  },
};

const PROVIDER = inPath('provider', 'Id of a provider, as `registry { signInProviders }` names it.', {
  example: 'studio',
});

/** For browsers alone: signing in by way of an OpenID Connect provider, where a cookie ties beginning and end together, and what is one's own. */
export const SIGN_IN_PATHS: Readonly<Record<string, PathItem>> = {
  '/exports/my-data.ndjson': {
    get: {
      operationId: 'exportMyData',
      summary:
        'Everything that is held about whoever is signed in: a line of JSON for each row, with its table.',
      tags: TAGS,
      responses: {
        '200': { description: 'The lines.', content: { 'application/x-ndjson': { schema: TEXT } } },
        '401': {
          description: 'Nobody is signed in by a browser.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '429': known('TooManyInText'),
      },
    },
  },
  '/claims/{id}/files': {
    post: {
      operationId: 'keepFile',
      summary:
        'Keeps a file with a claim of one’s own: the file of its work, or a screenshot for a moderator.',
      tags: TAGS,
      parameters: [
        inPath('id', 'Id of the claim.', { example: 'none' }),
        query('kind', 'What it is.', { schema: { enum: ['original', 'screenshot'] }, example: 'screenshot' }),
      ],
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': { schema: BYTES },
        },
      },
      responses: {
        '201': {
          description: 'It is kept.',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
            },
          },
        },
        '400': REFUSED,
        '401': REFUSED,
        '404': REFUSED,
        '413': REFUSED,
        '415': REFUSED,
        '422': REFUSED,
        '429': known('TooManyInText'),
      },
    },
  },
  '/claims/files/{id}': {
    get: {
      operationId: 'readKeptFile',
      summary: 'A kept file, for its claimant and for moderators who have the claim before them.',
      tags: TAGS,
      parameters: [inPath('id', 'Id of the file.', { example: 'none' })],
      responses: {
        '200': {
          description: 'The file.',
          content: { 'application/octet-stream': { schema: BYTES } },
        },
        '404': { description: 'There is none for who asks.', content: { 'text/plain': { schema: TEXT } } },
        '429': known('TooManyInText'),
      },
    },
  },
  '/claims/{id}/originals': {
    post: {
      operationId: 'readSignedOriginal',
      summary:
        'Reads a signed file (C2PA) with a claim of one’s own, and keeps what it says of itself; the file is not kept.',
      tags: TAGS,
      parameters: [inPath('id', 'Id of the claim.', { example: 'none' })],
      requestBody: {
        required: true,
        content: {
          'application/octet-stream': { schema: BYTES },
        },
      },
      responses: {
        '201': {
          description: 'It was read.',
          content: {
            'application/json': {
              schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
            },
          },
        },
        '401': REFUSED,
        '404': REFUSED,
        '413': REFUSED,
        '415': REFUSED,
        '422': REFUSED,
        '429': known('TooManyInText'),
      },
    },
  },
  '/feeds/{token}/matches.atom': {
    get: {
      operationId: 'readMatchFeed',
      summary:
        'Where the works of one account were found, as an Atom feed (RFC 4287), for whoever has its address.',
      tags: TAGS,
      parameters: [inPath('token', 'What its holder was given on the account page.', { example: 'none' })],
      responses: {
        '200': { description: 'The feed.', content: { 'application/atom+xml': { schema: TEXT } } },
        '304': { description: 'It has not changed since the `ETag` that was sent in `If-None-Match`.' },
        '404': {
          description: 'No feed is there, or not any more.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '429': known('TooManyInText'),
      },
    },
  },
  '/unsubscribe/{token}': {
    post: {
      operationId: 'endMatchMails',
      summary: 'Ends the mails about new matches for whoever got one of them, without signing in (RFC 8058).',
      tags: TAGS,
      parameters: [inPath('token', 'What stands in the mail.', { example: 'none' })],
      responses: {
        '200': { description: 'No more are sent.', content: { 'text/plain': { schema: TEXT } } },
        '404': { description: 'The link ends nothing.', content: { 'text/plain': { schema: TEXT } } },
        '429': known('TooManyInText'),
      },
    },
  },
  '/sign-in/with/{provider}': {
    post: {
      operationId: 'beginProviderSignIn',
      summary: 'Begins a sign-in at a provider, and says where the browser goes.',
      tags: TAGS,
      parameters: [PROVIDER, query('link', 'Given: links the account that is signed in.')],
      responses: {
        '200': {
          description: 'Begun, with a cookie.',
          content: { 'application/json': { schema: record({ location: TEXT }) } },
        },
        '401': REFUSED,
        '403': REFUSED,
        '422': REFUSED,
        '429': known('TooManyInText'),
      },
    },
  },
  '/sign-in/with/{provider}/callback': {
    get: {
      operationId: 'finishProviderSignIn',
      summary: 'Where the provider sends the browser back to.',
      tags: TAGS,
      parameters: [PROVIDER],
      responses: {
        '303': {
          description: 'To the desk, to the account, or back to the page to sign in on.',
          content: { 'text/plain': { schema: TEXT } },
        },
        '429': known('TooManyInText'),
      },
    },
  },
};
