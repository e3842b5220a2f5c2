/** Writing policy files, c2sp.org/tlog-policy: logs, witnesses, groups, quorum; one line each, without comments. */
import { concatBytes } from '@noble/hashes/utils.js';
import { octetsOfText } from '../bytes/octet-text.js';
import { isPolicyOctet } from './policy-lines.js';
import { NO_QUORUM, type PolicyGroup, type TlogPolicy } from './tlog-policy.js';
import { formatVerifierKey } from './verifier-key.js';

const SPACE = Uint8Array.of(0x20);
const NEWLINE = Uint8Array.of(0x0a);
const ITEM = /^[^ \t\n]+$/;

/** The octets of the file. Throws `RangeError` for an item that no file can hold, such as a name with a space. */
export function formatTlogPolicy({ logs, witnesses, groups, quorum }: TlogPolicy): Uint8Array {
  return concatBytes(
    ...logs.map(({ key, url }) => line(['log', formatVerifierKey(key), ...optional(url)])),
    ...witnesses.map(({ name, key, url }) =>
      line(['witness', name, formatVerifierKey(key), ...optional(url)]),
    ),
    ...groups.map((group) => line(['group', group.name, thresholdWord(group), ...group.members])),
    line(['quorum', quorum ?? NO_QUORUM]),
  );
}

function thresholdWord({ threshold, members }: PolicyGroup): string {
  if (threshold === members.length) {
    return 'all';
  }
  return threshold === 1 ? 'any' : String(threshold);
}

function line(items: readonly string[]): Uint8Array {
  const octets = items.map((item) => {
    const encoded = octetsOfText(item);
    if (encoded === undefined || !ITEM.test(item) || !encoded.every(isPolicyOctet)) {
      throw new RangeError(
        `"${item}" cannot stand in a policy: names and addresses hold no spaces or controls.`,
      );
    }
    return encoded;
  });
  const separated = octets.flatMap((item, index) => (index === 0 ? [item] : [SPACE, item]));
  return concatBytes(...separated, NEWLINE);
}

function optional(url: string | undefined): string[] {
  return url === undefined ? [] : [url];
}
