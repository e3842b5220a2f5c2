// With the `u` flag a well-formed pair reads as one code point, so only a surrogate without its partner matches.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a string can be written as UTF-8 and read back unchanged (RFC 8785 §3.2.2.2, RFC 7493 §2.1). */
export function isWellFormedText(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}
