import type { CombinedError, OperationResult } from 'urql';
import type { EnumValue } from '../../client/graphql.js';

/** What the server refused and a person can act on: a member of a result union that implements `UserError`. */
export interface Refusal {
  readonly code: EnumValue<'ErrorCode'>;
  readonly message: string;
  readonly nextStep: string;
}

/**
 * Why something did not happen. `search-too-long`: it was ended before it had found anything. `log-unanswered`: a question, which the log could not be relied on for. `log-closed`: a change
 * that the log did not take. `log-stopped`: one of which nobody can say yet whether the log took it.
 */
export type Problem =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable' | 'sign-in-needed' | 'forbidden' | 'too-many-requests' | 'failed' }
  | { readonly kind: 'search-too-long' }
  | { readonly kind: 'log-unanswered' | 'log-closed' | 'log-stopped' };

/** What was asked of the server: to tell something, or to change something. */
type Asked = 'question' | 'change';

export type Settled<Done> =
  { readonly ok: true; readonly done: Done } | { readonly ok: false; readonly problem: Problem };

type ProblemKind = Exclude<Problem['kind'], 'refused'>;

const KINDS_BY_CODE: Readonly<Record<string, ProblemKind>> = {
  UNAUTHENTICATED: 'sign-in-needed',
  FORBIDDEN: 'forbidden',
  TOO_MANY_REQUESTS: 'too-many-requests',
  SEARCH_TOO_LONG: 'search-too-long',
};

const KINDS_BY_STATUS: Readonly<Record<number, ProblemKind>> = {
  401: 'sign-in-needed',
  403: 'forbidden',
  429: 'too-many-requests',
};

/** Tells apart the three ends of a request: done, refused with a reason, or failed. An absent answer has failed. */
export function settle<Data, Result extends object>(
  result: OperationResult<Data>,
  pick: (data: Data) => Result,
): Settled<Exclude<Result, { code: EnumValue<'ErrorCode'> }>> {
  if (result.error !== undefined || result.data === undefined || result.data === null) {
    return { ok: false, problem: problemOf(result.error, 'change') };
  }
  const picked = pick(result.data);
  return isRefusal(picked)
    ? { ok: false, problem: { kind: 'refused', refusal: picked } }
    : { ok: true, done: picked as Exclude<Result, { code: EnumValue<'ErrorCode'> }> };
}

/** The problem behind an error of the GraphQL client; without one, the server said nothing at all. */
export function problemOf(error: CombinedError | undefined, asked: Asked = 'question'): Problem {
  if (error === undefined) {
    return { kind: 'failed' };
  }
  if (hasCode(error, 'LOG_READ_ONLY')) {
    return { kind: logProblem(error, asked) };
  }
  const byCode = Object.keys(KINDS_BY_CODE).find((code) => hasCode(error, code));
  return {
    kind:
      (byCode === undefined ? undefined : KINDS_BY_CODE[byCode]) ??
      KINDS_BY_STATUS[statusOf(error)] ??
      (isUnreachable(error) ? 'unreachable' : 'failed'),
  };
}

/** Whether any field of an answer was refused with a code of the API (docs/api.md). */
export function hasCode(error: CombinedError, code: string): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions['code'] === code);
}

/** A sync that failed leaves open what is on the medium; in every other trouble the log takes nothing from the start. */
function logProblem({ graphQLErrors }: CombinedError, asked: Asked): ProblemKind {
  if (asked === 'question') {
    return 'log-unanswered';
  }
  return graphQLErrors.some(({ extensions }) => extensions['trouble'] === 'STOPPED')
    ? 'log-stopped'
    : 'log-closed';
}

export function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'nextStep' in result;
}

function statusOf(error: CombinedError): number {
  const response = error.response as { status?: unknown } | undefined;
  return typeof response?.status === 'number' ? response.status : 0;
}

function isUnreachable(error: CombinedError): boolean {
  return error.networkError !== undefined && statusOf(error) === 0;
}
