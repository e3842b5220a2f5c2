import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from './context.js';
import { isUnavailable, originalOf } from './told-errors.js';

/** Hardly anything of it passes by itself: what is asked again sooner gets the same answer. */
const RETRY_AFTER_SECONDS = 60;

/** A response in which the log could not be relied on, nothing could be written, or a search was ended, is no success, whatever else stands in it. */
export const answerUnavailable: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ errors, response: { http } }) {
        if (errors?.some((error) => isUnavailable(originalOf(error))) === true) {
          http.status = 503;
          http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
        }
        return Promise.resolve();
      },
    }),
};
