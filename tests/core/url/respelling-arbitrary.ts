import fc from 'fast-check';

/** In each row, spellings of one and the same part of an address. */
const SCHEMES = [
  ['http://', 'https://', '//', 'HTTP://', 'https:', 'http:/', 'http:\\\\', 'hTTps:////'],
] as const;
const USERS = [['', '', 'user@', 'user:pass%2Fword@', 'a@b@', '@']] as const;
const PORTS = [
  ['', '', ':', ':80', ':443', ':0080'],
  [':8080', ':08080'],
] as const;
const ENDS = [['', '', '#', '#top', '#a?b&amp;c=1', ' ', '\n']] as const;
const STARTS = [['', '', ' ', '\u0000\t']] as const;

const HOSTS = [
  ['example.com', 'EXAMPLE.com', 'example.com.', 'example.com..', 'ex%61mple%2Ecom', 'ｅｘａｍｐｌｅ。com', 'ex\u00adample.com'],
  ['xn--bcher-kva.example', 'bücher.example', 'BU\u0308CHER.example.', 'b%C3%BCcher.example', 'XN--BCHER-KVA.EXAMPLE'],
  ['127.0.0.1', '0x7f.1', '2130706433', '0177.0.0.01', '127.0.0.1.', '１２７.0.0.1', '0x7f.1..'],
  ['[2001:db8::1]', '[2001:DB8:0:0:0:0:0:1]', '[2001:db8::0.0.0.1]'],
  ['a.b.example.org', 'a.B.example.org'],
] as const; // prettier-ignore

const SLASHES = [['/', '/', '/', '\\', '/./', '/%2e/', '/x/../', '/x/.%2E/']] as const;

/** None begins a dot segment, an entity or an escape together with what can follow it, or ends in what is cut off at an end. */
const PIECES = [
  ['a', '%61'], ['Z', '%5A', '%5a'], ['7', '%37'], ['~', '%7E', '%7e'], ['_', '%5F'], [' b', '%20b'], ['é', '%C3%A9', '%c3%A9'],
  ['🎨', '%F0%9F%8E%A8'], ['|', '%7C', '%7c'], ['"', '%22'], ['{', '%7b'], ['%2F', '%2f'], ['%25', '%25'], ['+'], [','], ['%E9', '%e9'],
  ['&', '&amp;', '&AMP;', '&amp;amp;', '&%61mp;'], ['\u0001b', '%01b'], ['\ud800', '\ufffd', '%EF%BF%BD'],
] as const; // prettier-ignore

const SEPARATORS = [['&', '&', '&amp;', '&utm_source=x&', '&amp;gclid&', '&%66bclid=1%26&']] as const;

/** Two spellings of one part: a row, and one place in it for each. */
function part(rows: readonly (readonly string[])[]): fc.Arbitrary<readonly [string, string]> {
  return fc.tuple(fc.nat(rows.length - 1), fc.nat(), fc.nat()).map(([at, one, other]) => {
    const row = rows[at] ?? [];
    return [row[one % row.length] ?? '', row[other % row.length] ?? ''];
  });
}

function joined(parts: readonly (readonly [string, string])[]): readonly [string, string] {
  return [parts.map(([one]) => one).join(''), parts.map(([, other]) => other).join('')];
}

const word = fc.array(part(PIECES), { minLength: 1, maxLength: 3 }).map(joined);
const path = fc.array(fc.tuple(part(SLASHES), word).map(joined), { minLength: 1, maxLength: 4 }).map(joined);

const noQuery = part([['', '', '?', '?gclid=1', '?utm%5Fid=1&amp;fbclid']]);
const someQuery = fc
  .tuple(word, fc.array(fc.tuple(part(SEPARATORS), word).map(joined), { maxLength: 2 }).map(joined))
  .map(([first, rest]) => joined([['?', '?'], first, rest]));

const address = fc
  .tuple(
    part(STARTS),
    part(SCHEMES),
    part(USERS),
    part(HOSTS),
    part(PORTS),
    path,
    fc.oneof(noQuery, someQuery),
    part(ENDS),
  )
  .map(joined);

/** Two spellings of one address; tabs and line ends may stand anywhere in the second. */
export const respelling: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(address, fc.nat(), fc.constantFrom('', '', '\t', '\r\n'))
  .map(([[one, other], place, ignored]) => {
    const at = place % (other.length + 1);
    return [one, other.slice(0, at) + ignored + other.slice(at)];
  });
