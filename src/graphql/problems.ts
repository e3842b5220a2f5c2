import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { InvalidInput } from '../app/accounts/refusals.js';

/** Codes of `errors[].extensions.code` that fields and whole requests end with; docs/api.md explains each. */
export const PROBLEM_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'TOO_COSTLY',
  'LOG_READ_ONLY',
  'STORE_READ_ONLY',
  'NOT_YET_SIGNED',
  'SEARCH_TOO_LONG',
  'TOO_MANY_REQUESTS',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Ends a field, or a whole request, with an error that says what to do next.
 * @param more `status` of the response, where nothing else of it is answered; `field` of the input that is meant
 */
export function problem(
  code: ProblemCode,
  message: string,
  nextStep: string,
  { status, field }: { readonly status?: number; readonly field?: string } = {},
): GraphQLError {
  const http = status === undefined ? {} : { http: { status } };
  const named = field === undefined ? {} : { field };
  return new GraphQLError(message, { extensions: { code, nextStep, ...named, ...http } });
}

/** An argument, or a field of an input, that a query cannot be answered for. */
export function badInput({ message, nextStep, field }: InvalidInput): GraphQLError {
  return problem('BAD_USER_INPUT', message, nextStep, { field });
}

/** More than the quota allows; the whole response says so, and when to come back. */
export function tooManyRequests(message: string, nextStep: string, retryAfter: number): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(retryAfter)]]);
  const http = { status: 429, headers };
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_REQUESTS', nextStep, http } });
}

export function unauthenticated(): GraphQLError {
  return problem(
    'UNAUTHENTICATED',
    'This is only for people who are signed in.',
    'Sign in and try again. A program sends "Authorization: Bearer assent_…" with its API key.',
  );
}
