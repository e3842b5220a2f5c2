import type { CombinedError, OperationResult } from 'urql';
import type { EnumValue } from '../../client/graphql.js';

/** What the server refused and a person can act on: a member of a result union that implements `UserError`. */
export interface Refusal {
  readonly code: EnumValue<'ErrorCode'>;
  readonly message: string;
  readonly nextStep: string;
}

/** Why something did not happen. */
export type Problem =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable' | 'sign-in-needed' | 'forbidden' | 'too-many-requests' | 'failed' };

export type Settled<Done> =
  { readonly ok: true; readonly done: Done } | { readonly ok: false; readonly problem: Problem };

type ProblemKind = Exclude<Problem['kind'], 'refused'>;

const KINDS_BY_CODE: Readonly<Record<string, ProblemKind>> = {
  UNAUTHENTICATED: 'sign-in-needed',
  FORBIDDEN: 'forbidden',
  TOO_MANY_REQUESTS: 'too-many-requests',
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
    return { ok: false, problem: problemOf(result.error) };
  }
  const picked = pick(result.data);
  return isRefusal(picked)
    ? { ok: false, problem: { kind: 'refused', refusal: picked } }
    : { ok: true, done: picked as Exclude<Result, { code: EnumValue<'ErrorCode'> }> };
}

/** The problem behind an error of the GraphQL client; without one, the server said nothing at all. */
export function problemOf(error: CombinedError | undefined): Problem {
  if (error === undefined) {
    return { kind: 'failed' };
  }
  const code = error.graphQLErrors[0]?.extensions['code'];
  const byCode = typeof code === 'string' ? KINDS_BY_CODE[code] : undefined;
  return {
    kind: byCode ?? KINDS_BY_STATUS[statusOf(error)] ?? (isUnreachable(error) ? 'unreachable' : 'failed'),
  };
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
