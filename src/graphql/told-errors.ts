import { GraphQLError } from 'graphql';
import { AsOfNotReached } from '../app/consent/resolve-as-of.js';
import { LogReadOnly } from '../app/log/log-status.js';
import { NotYetSigned } from '../app/log-reading/prove-leaves.js';
import { NoRoom } from '../app/ports/no-room.js';
import { InvalidCursor } from '../app/ports/page.js';
import { SearchTooLong } from '../app/ports/search-too-long.js';
import { WritingStopped } from '../app/ports/writing-stopped.js';
import { enumName } from './define-enum.js';
import type { ProblemCode } from './problems.js';

/** What `extensions` of an error hold beside its message. */
export interface Told {
  readonly code: ProblemCode;
  readonly nextStep: string;
  /** The field of the input that is meant. */
  readonly field?: string;
  /** Why the log takes nothing, spelled as `LogTrouble`. */
  readonly trouble?: string;
}

const AS_OF_FIELDS = { size: 'asOf.logSize', time: 'asOf.time' } as const;

/** How an error that a use case throws is told outside, with its own message; undefined for what is not ours to tell. */
export function toldError(error: unknown): Told | undefined {
  if (error instanceof InvalidCursor) {
    return { code: 'BAD_USER_INPUT', nextStep: 'Leave out "after" to begin anew.', field: 'after' };
  }
  if (error instanceof AsOfNotReached) {
    const field = AS_OF_FIELDS[error.askedBy];
    return { code: 'BAD_USER_INPUT', nextStep: error.nextStep, field };
  }
  if (error instanceof NotYetSigned) {
    return { code: 'NOT_YET_SIGNED', nextStep: 'Ask again in a second.' };
  }
  if (error instanceof SearchTooLong) {
    return { code: 'SEARCH_TOO_LONG', nextStep: error.nextStep };
  }
  if (error instanceof LogReadOnly) {
    return {
      code: 'LOG_READ_ONLY',
      nextStep:
        'Nothing of this is an answer, and none of it permission. Try again later, or tell the people who run this registry.',
      trouble: enumName(error.trouble),
    };
  }
  if (error instanceof NoRoom || error instanceof WritingStopped) {
    return {
      code: 'STORE_READ_ONLY',
      nextStep: 'Nothing was changed. Try again later, or tell the people who run this registry.',
    };
  }
  return undefined;
}

/** Whether an error says that the registry cannot do this work just now, whoever asks. */
export function isUnavailable(error: unknown): boolean {
  const code = toldError(error)?.code;
  return code === 'LOG_READ_ONLY' || code === 'STORE_READ_ONLY' || code === 'SEARCH_TOO_LONG';
}

/** What a resolver threw, behind the error that graphql-js makes of it. */
export function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
