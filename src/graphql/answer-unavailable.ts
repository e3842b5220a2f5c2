import type { ApolloServerPlugin } from '@apollo/server';
import { LogReadOnly } from '../app/log/log-status.js';
import type { GraphqlContext } from './context.js';
import { originalOf } from './told-errors.js';

/** Nothing mends a log by itself: what is asked again sooner gets the same answer. */
const RETRY_AFTER_SECONDS = 60;

/** A response in which the log could not be relied on is no success, whatever else stands in it. */
export const answerUnavailable: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ errors, response: { http } }) {
        if (errors?.some((error) => originalOf(error) instanceof LogReadOnly) === true) {
          http.status = 503;
          http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
        }
        return Promise.resolve();
      },
    }),
};
