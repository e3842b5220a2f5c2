import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ValidationRule } from 'graphql';
import type { GraphqlContext } from './context.js';
import { priceOperation } from './price-operation.js';
import { MAX_PRICE } from './prices.js';
import { problem } from './problems.js';

/** Of a request with its variables: 10,000 addresses of the usual length are about 1.5 MB, long ones twice that. */
export const MAX_BODY = '4mb';

/** Of a document, in characters. Long inputs belong into variables. */
export const MAX_DOCUMENT = 50_000;

/** Of a document, in tokens; reading stops there. */
export const MAX_TOKENS = 2_000;

/** Fields within fields. The deepest that makes sense is seven. */
export const MAX_DEPTH = 10;
export const MAX_ALIASES = 15;
export const MAX_DIRECTIVES = 10;

/** Rules about the shape of a document. Its price, which depends on the variables, is looked at by `refuseCostly`. */
export function documentRules(): ValidationRule[] {
  const { validationRules } = new ApolloArmor({
    maxDepth: { n: MAX_DEPTH, flattenFragments: true },
    maxAliases: { n: MAX_ALIASES },
    maxDirectives: { n: MAX_DIRECTIVES },
    // Tokens are counted by the parser itself, prices below, and suggestions are hidden by Apollo.
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return validationRules;
}

/** Refuses an operation that may cost too much before any of it is carried out. */
export const refuseCostly: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request }) {
        if (operation === undefined) return Promise.resolve();
        const price = priceOperation({ schema, document, operation, variables: request.variables ?? {} });
        if (price <= MAX_PRICE) return Promise.resolve();
        throw problem(
          'TOO_COSTLY',
          `This request could cost ${price}; one may cost ${MAX_PRICE}.`,
          'Ask for fewer items or fewer fields at a time.',
          { status: 400 },
        );
      },
    }),
};
