import { GraphQLError } from 'graphql';

/** Codes of `errors[].extensions.code` that this API gives out itself; docs/api.md explains each. */
export type ProblemCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'TOO_COSTLY';

/** Ends a field, or a whole request, with an error that says what to do next. */
export function problem(code: ProblemCode, message: string, nextStep: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, nextStep } });
}

export function unauthenticated(): GraphQLError {
  return problem(
    'UNAUTHENTICATED',
    'This is only for people who are signed in.',
    'Sign in and try again. A program sends "Authorization: Bearer assent_…" with its API key.',
  );
}
