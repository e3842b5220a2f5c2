/**
 * The lines of a policy file as their items, c2sp.org/tlog-policy ("Structure", "Character set"). The file is octets:
 * only space and tab separate items, whatever Unicode calls a space is part of a name.
 */
import { textOfOctets } from '../bytes/octet-text.js';

export interface PolicyLine {
  /** From 1. */
  readonly number: number;
  /** Each as `textOfOctets` gives it. */
  readonly items: readonly string[];
}

const NEWLINE = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const DELETE = 0x7f;
const COMMENT = '#';

/** Whether a policy may hold this octet: tab, newline, and everything that is not a control character. */
export function isPolicyOctet(octet: number): boolean {
  return octet === TAB || octet === NEWLINE || (octet >= SPACE && octet !== DELETE);
}

/** The lines that say something: neither empty nor a comment. */
export function policyLines(octets: Uint8Array): PolicyLine[] {
  return split(octets, (octet) => octet === NEWLINE)
    .map((line, index) => ({ number: index + 1, items: itemsOf(line) }))
    .filter(({ items: [first] }) => first !== undefined && !first.startsWith(COMMENT));
}

function itemsOf(line: Uint8Array): string[] {
  return split(line, (octet) => octet === SPACE || octet === TAB)
    .filter((item) => item.length > 0)
    .map(textOfOctets);
}

function split(octets: Uint8Array, isSeparator: (octet: number) => boolean): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  octets.forEach((octet, at) => {
    if (isSeparator(octet)) {
      parts.push(octets.subarray(start, at));
      start = at + 1;
    }
  });
  return [...parts, octets.subarray(start)];
}
