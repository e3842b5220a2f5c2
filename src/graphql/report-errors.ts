import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { GraphqlContext } from './context.js';
import { isInternal } from './format-error.js';

/** Writes faults of ours to the server's log, and marks them with the id of the request for whoever got them. */
export function reportErrors(logger: Logger): ApolloServerPlugin<GraphqlContext> {
  return {
    contextCreationDidFail({ error }) {
      logger.error({ err: error }, 'a request could not be begun');
      return Promise.resolve();
    },
    unexpectedErrorProcessingRequest({ error }) {
      logger.error({ err: error }, 'a request failed outside its fields');
      return Promise.resolve();
    },
    requestDidStart: ({ contextValue: { requestId } }) =>
      Promise.resolve({
        didEncounterErrors({ errors }) {
          for (const error of errors.filter(isInternal)) report(logger, requestId, error);
          return Promise.resolve();
        },
      }),
  };
}

function report(logger: Logger, requestId: string, error: GraphQLError): void {
  error.extensions['requestId'] = requestId;
  logger.error({ err: error.originalError ?? error, requestId, path: error.path }, 'a field failed');
}
