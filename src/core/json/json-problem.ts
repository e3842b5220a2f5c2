/** Why a text is not JSON as this project reads it (RFC 8259 within the limits of RFC 7493). */
export type JsonProblemCode =
  'syntax' | 'duplicate-key' | 'lone-surrogate' | 'number-out-of-range' | 'too-deep';

/** `path` is a JSON Pointer (RFC 6901); `offset` counts UTF-16 code units from the start of the text. */
export interface JsonProblem {
  readonly code: JsonProblemCode;
  readonly path: string;
  readonly offset: number;
  readonly message: string;
}
