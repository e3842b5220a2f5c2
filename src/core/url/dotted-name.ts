const NOT_IN_A_NAME = /[^a-z0-9_\u0080-\uffff.-]/i;
const BEGINS_A_LAST_LABEL = /^[a-z\u0080-\uffff]/i;

/**
 * Whether a text is a host name as people write one: two labels or more, none empty, the last one beginning with a letter.
 * In this folder no expression repeats anything without end: the stack that a regular expression keeps bursts on an endless
 * text, sooner on some days than on others.
 */
export function isDottedName(name: string): boolean {
  const lastDot = name.lastIndexOf('.');
  return (
    lastDot > 0 &&
    !name.startsWith('.') &&
    !name.includes('..') &&
    BEGINS_A_LAST_LABEL.test(name.slice(lastDot + 1, lastDot + 2)) &&
    !NOT_IN_A_NAME.test(name)
  );
}
