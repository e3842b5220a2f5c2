import fc from 'fast-check';

/** Pieces that have broken canonicalisers before: half escapes, entities, dots, scripts, numbers that are hosts. */
const HOSTS = [
  'example.com', 'WWW.Example.COM', 'example.com.', 'example.com..', 'a.b.c.d.example', 'localhost', 'under_score.example',
  'bücher.example', 'faß.example', 'XN--BCHER-KVA.example', '例え。テスト', 'ｅｘａｍｐｌｅ.com', 'ex\u00adample.com', 'bu\u0308cher.example',
  'ex%61mple.com', 'example%2Ecom', '127.0.0.1', '0x7f.1', '0x7f.1..', '0177.0.0.1.', '2130706433', '[::1]', '[2001:DB8::00ff]',
  '[::ffff:192.0.2.1]', 'a..b.example', '*.example.com', 'a&amp;b.example', 'א.example', '1.2.3.4.5..',
]; // prettier-ignore

const PIECES = [
  'a', 'Photo', '1024x768', '-', '.', '..', '...', '_', '~', '%', '%2', '%25', '%%36%31', '%2%35', '%41', '%7e', '%2e', '%2E%2E',
  '%2f', '%5c', '%c3%a9', '%E9', '%00', '%zz', '%26amp;', '&', '&amp;', '&AMP;', '&amp;amp;', '&%61mp;', 'amp;', '&am', ';', 'é',
  '漢字', '🎨', '\u0301', '\ud800', ' ', '+', '|', '^', '[', ']', '{', '}', '`', '"', "'", '<', '>', '\\', '!', '$', '(', ')', '*', ',',
  '=', ':', '@', '\t', '\n', '\u0001', '\u007f', 'http://', 'http%3A%2F%2F', 'wp-content', '.jpg',
]; // prettier-ignore

const NAMES = ['a', 'w', 'id', 'url', 'utm_source', 'utm%5Fmedium', 'UTM_SOURCE', 'gclid', 'fbclid', 'amp;b'];

const plain = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
const plainHost = fc
  .tuple(plain, fc.constantFrom('com', 'example', 'co.uk'))
  .map((labels) => labels.join('.'));
const plainQuery = fc
  .array(fc.tuple(plain, plain), { maxLength: 3 })
  .map((parameters) =>
    parameters.length === 0 ? '' : `?${parameters.map((one) => one.join('=')).join('&')}`,
  );

const plainAddress = fc
  .tuple(fc.constantFrom('http://', 'https://'), plainHost, fc.array(plain, { maxLength: 5 }), plainQuery)
  .map(([scheme, host, segments, query]) => `${scheme}${host}/${segments.join('/')}${query}`);

const awkward = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''));
const segment = fc.oneof(plain, awkward);

const parameter = fc
  .tuple(fc.oneof(plain, fc.constantFrom(...NAMES)), segment)
  .map(([name, value]) => `${name}=${value}`);

const query = fc
  .tuple(fc.array(parameter, { maxLength: 4 }), fc.constantFrom('&', '&', '&', '&amp;', ';'))
  .map(([parameters, separator]) => `?${parameters.join(separator)}`);

const authority = fc
  .tuple(
    fc.constantFrom('', '', '', '', '', 'user@', 'user:secret@'),
    fc.oneof(plainHost, fc.constantFrom(...HOSTS)),
    fc.constantFrom('', '', '', '', '', ':', ':80', ':443', ':8080', ':0'),
  )
  .map((parts) => parts.join(''));

const awkwardAddress = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTP://', '//'),
    authority,
    fc.array(segment, { maxLength: 5 }).map((segments) => segments.map((one) => `/${one}`).join('')),
    fc.oneof(fc.constant(''), query),
    fc.constantFrom('', '', '', '#', '#top?a&amp;b'),
  )
  .map((parts) => parts.join(''));

/** One thing that is almost, or only just, as plain as the rest of the address. */
const NEAR_HOSTS = [
  '.example.com', 'a..example.com', '-a-.example', 'a--b.example', 'axn--b.example', 'xn--bcher-kva.example', 'xn--a.example',
  'example.xn--p1ai', 'example.xn--a', 'example.1com', 'example.c0m', 'example.123', '1.2.3.4', '1.2.3.4a', 'example.0x1', 'example.x1',
  '_.example', 'example', 'example.com:80', 'example.com:8080', 'Example.com', 'example.com.', 'xn-.example', 'example._', 'example.-', '9.example',
]; // prettier-ignore

const NEAR_PIECES = [
  '.', '..', '.a', 'a.', '..a', '...', '', '%20', '%2B', '%2F', '%5C', '%00', '%FF', '%2E', '%2D', '%41', '%7E', '%7D', '%2b', '%e9', '%0a', '%5F', '%30',
  '%', '%4', '%%20', '|', ';', "'", '&amp;', '&AMP;', '&', 'amp;', '?', '#', ':', '@', '!', '$', '(', ')', '*', ',', '=', '+', '~', '_', 'é',
]; // prettier-ignore

const NEAR_PARAMETERS = [
  'utm_source=x', 'utm_source', 'utm_sources=x', 'xutm_source=x', 'utm_source%3Dx', 'utm_social-type=1', '_ga=1', '_gaz=1', 'gclid=',
  '=gclid', 'a=gclid', 'GCLID=1', 'a?gclid=1', 'a=/../b', 'u=http://a.example/?gclid=1', "it's", '%27', 'a=%3D', '',
]; // prettier-ignore

const nearlyPlainAddress = fc
  .tuple(
    fc.constantFrom('http://', 'https://'),
    fc.oneof({ weight: 3, arbitrary: plainHost }, fc.constantFrom(...NEAR_HOSTS)),
    fc.array(fc.oneof({ weight: 3, arbitrary: plain }, fc.constantFrom(...NEAR_PIECES)), { maxLength: 4 }),
    fc.array(fc.oneof(plain, fc.constantFrom(...NEAR_PARAMETERS)), { maxLength: 2 }),
    fc.constantFrom('', '?', '?', '?'),
    fc.constantFrom('/', '/', '/', ''),
  )
  .map(([scheme, host, segments, parameters, mark, slash]) => {
    const path = segments.map((one) => slash + one).join('');
    return `${scheme}${host}/${path.slice(slash.length)}${mark}${parameters.join('&')}`;
  });

/**
 * A text that the WHATWG parser mostly reads as an http address. At most seven in ten are plain or become so in one step;
 * the others hold whatever has broken canonicalisers.
 */
export const httpAddress: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: plainAddress },
  { weight: 2, arbitrary: nearlyPlainAddress },
  { weight: 4, arbitrary: awkwardAddress },
);

/** Whether a text is an address that even a careless canonicaliser gets right. */
export function isOnTheCommonPath(address: string): boolean {
  return /^https?:\/\/[a-z0-9._-]+\/[a-z0-9_/-]*(?:\?[a-z0-9_=&-]*)?$/.test(address);
}
