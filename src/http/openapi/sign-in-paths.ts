import { type Answer, inPath, known, type PathItem, query, record, TEXT } from './document-parts.js';

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

/** Signing in by way of an OpenID Connect provider: for browsers, whose cookie ties beginning and end together. */
export const SIGN_IN_PATHS: Readonly<Record<string, PathItem>> = {
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
