import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { fieldMeant } from './field-meant.js';
import { withoutSentValue } from './misfit-message.js';
import { originalOf, toldError } from './told-errors.js';

/** What went wrong on our side, as far as it is told outside. */
const INTERNAL_MESSAGE = 'Something went wrong on our side. Nothing was decided.';
const INTERNAL_NEXT_STEP =
  'Try again. If it goes on, tell the people who run this registry the id of the request.';

/** Where graphql-js guesses at a name; Apollo removes it from some errors only. */
const SUGGESTION = /\s*Did you mean .*\?$/s;

/** Whether an error is a fault of ours: nobody gave it a code. */
export function isInternal(error: unknown): boolean {
  if (toldError(originalOf(error)) !== undefined) return false;
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return code === undefined || code === 'INTERNAL_SERVER_ERROR';
}

/** Makes an error fit to be sent: what is not ours to tell is left out, in production all of it. */
export function formatErrors(
  isProduction: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { path, locations } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const told = toldError(originalOf(error));
    if (told) return { message: formatted.message, ...place, extensions: { ...told } };
    if (isInternal(error) || formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') {
      const message = isProduction ? INTERNAL_MESSAGE : formatted.message;
      const { requestId } = formatted.extensions ?? {};
      return { message, ...place, extensions: { code: 'INTERNAL', requestId, nextStep: INTERNAL_NEXT_STEP } };
    }
    const { code, nextStep, field = fieldMeant(error) } = formatted.extensions ?? {};
    const spoken = withoutSentValue(formatted.message);
    const message = isProduction ? spoken.replace(SUGGESTION, '') : spoken;
    return { message, ...place, extensions: withoutUndefined({ code, nextStep, field }) };
  };
}

function withoutUndefined(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([, value]) => value !== undefined));
}
