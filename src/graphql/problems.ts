import { GraphQLError } from 'graphql';

/** Codes of `errors[].extensions.code` that fields and whole requests end with; docs/api.md explains each. */
export const PROBLEM_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'TOO_COSTLY',
  'LOG_READ_ONLY',
  'NOT_YET_SIGNED',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Ends a field, or a whole request, with an error that says what to do next.
 * @param status of the response, where nothing else of it is answered
 */
export function problem(code: ProblemCode, message: string, nextStep: string, status?: number): GraphQLError {
  const http = status === undefined ? {} : { http: { status } };
  return new GraphQLError(message, { extensions: { code, nextStep, ...http } });
}

export function unauthenticated(): GraphQLError {
  return problem(
    'UNAUTHENTICATED',
    'This is only for people who are signed in.',
    'Sign in and try again. A program sends "Authorization: Bearer assent_…" with its API key.',
  );
}
