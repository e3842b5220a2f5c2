/** JSON values (RFC 8259) as the registry keeps them: immutable. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Deepest nesting of arrays and objects that is read or written; hostile input must not exhaust the stack. */
export const MAX_JSON_DEPTH = 64;
