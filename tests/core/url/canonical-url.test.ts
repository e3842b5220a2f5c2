import { describe, expect, it } from '@jest/globals';
import {
  CANONICAL_URL_VERSION,
  canonicalUrl,
  canonicalUrlByRules,
} from '../../../src/core/url/canonical-url.js';
import { TRACKING_PARAMETERS } from '../../../src/core/url/tracking-parameters.js';
import { readVectors, type VectorFile } from './vector-file.js';

type CanonicalUrlCase = { input: string; reason: string } & ({ url: string } | { refused: string });

const vectors = readVectors('canonical-url.v1.json') as VectorFile<CanonicalUrlCase> & {
  trackingParameters: string[];
};
const accepted = vectors.cases.filter((one) => 'url' in one);
const refused = vectors.cases.filter((one) => 'refused' in one);

/** The "forbidden domain code points" of WHATWG that end no host, but the percent sign, which begins an escape. */
const FORBIDDEN = Array.from('\u0000\u0001\u0008\u000b\u000c\u000e\u001f <>[]^|\u007f');
const FORBIDDEN_ESCAPED = [...FORBIDDEN, ...Array.from('\t\n\r#/:?@\\%')];
const IGNORED = '\t\n\r';
const CONTROLS = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));

/** The canonical form, or why there is none. */
function formOf(text: string): string {
  const result = canonicalUrl(text);
  return result.ok ? result.url : result.reason;
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

describe('canonicalUrl', () => {
  it.each(accepted)('gives $url for $input ($reason)', ({ input, url }) => {
    expect(canonicalUrl(input)).toEqual({ ok: true, url });
  });

  it.each(accepted)('reads its own answer $url back unchanged ($reason)', ({ url }) => {
    expect(canonicalUrl(`http://${url}`)).toEqual({ ok: true, url });
    expect(canonicalUrl(`https://${url}`)).toEqual({ ok: true, url });
  });

  it.each(refused)('refuses $input as $refused ($reason)', ({ input, refused: reason }) => {
    expect(canonicalUrl(input)).toEqual({ ok: false, reason });
  });

  it.each([
    ['http://example.com/\ud800.jpg', 'example.com/%EF%BF%BD.jpg', 'lone high surrogate in a path'],
    ['http://example.com/?\udc00', 'example.com/?%EF%BF%BD', 'lone low surrogate in a query'],
    ['http://example.com/\udfa8\ud83c', 'example.com/%EF%BF%BD%EF%BF%BD', 'surrogates in the wrong order'],
  ])('reads a lone surrogate in %j as U+FFFD: %s (%s)', (input, url) => {
    expect(canonicalUrl(input)).toEqual({ ok: true, url });
  });

  it.each([
    ['http://a\ud800.example/', 'in a host'],
    ['http://\udc00/', 'as a host'],
    ['\ud800http://example.com/', 'before the scheme'],
    ['ht\ud800tp://example.com/', 'inside the scheme'],
    ['http://example.com:8\udc00/', 'in a port'],
  ])('refuses the lone surrogate of %j (%s)', (input) => {
    expect(canonicalUrl(input)).toEqual({ ok: false, reason: 'not-a-url' });
  });

  it('forgets lone surrogates with user-info and fragment', () => {
    expect(canonicalUrl('http://\ud800@example.com/a#\udc00')).toEqual({ ok: true, url: 'example.com/a' });
  });

  it.each(FORBIDDEN)('refuses %j in a host', (character) => {
    expect(canonicalUrl(`http://a${character}b.example/`)).toEqual({ ok: false, reason: 'not-a-url' });
  });

  it.each(FORBIDDEN_ESCAPED)('refuses the escape of %j in a host', (character) => {
    const address = `http://a${escaped(character)}b.example/`;
    expect(canonicalUrl(address)).toEqual({ ok: false, reason: 'not-a-url' });
  });

  it.each(CONTROLS)(
    'keeps the control character %j inside path and query, escaped, but tabs and line ends',
    (control) => {
      const kept = IGNORED.includes(control) ? '' : escaped(control);
      expect(canonicalUrl(`http://example.com/a${control}b?c${control}d`)).toEqual({
        ok: true,
        url: `example.com/a${kept}b?c${kept}d`,
      });
    },
  );

  it.each(CONTROLS)('forgets the control character %j at both ends', (control) => {
    expect(canonicalUrl(`${control}http://example.com/a${control}`)).toEqual({
      ok: true,
      url: 'example.com/a',
    });
  });

  it('reads what the short cut takes as the rules do, on every vector', () => {
    expect(vectors.cases.map(({ input }) => canonicalUrlByRules(input))).toEqual(
      vectors.cases.map(({ input }) => canonicalUrl(input)),
    );
  });

  it('keeps an address of a million bytes whole', () => {
    const path = 'a%20'.repeat(250_000);
    expect(canonicalUrl(`http://example.com/${path}`)).toEqual({ ok: true, url: `example.com/${path}` });
  });

  it.each([
    ['a label longer than DNS allows', 'a'.repeat(64)],
    ['a name longer than DNS allows', `${'a.'.repeat(200)}example`],
    ['a name of a million letters', 'a'.repeat(1_000_000)],
    ['a name of half a million labels', `${'a.'.repeat(500_000)}example`],
  ])('accepts a host that WHATWG does not measure: %s', (_, host) => {
    expect(formOf(`http://${host}/`)).toBe(`${host}/`);
  });

  it.each([
    ['labels without a scheme', `${'a.'.repeat(5_000_000)}example/`, `${'a.'.repeat(5_000_000)}example/`],
    ['letters before a colon', `${'a'.repeat(5_000_000)}:b`, 'not-http'],
    ['labels that end in a number', `${'a.'.repeat(5_000_000)}1/`, 'not-a-url'],
    ['folders', `http://example.com/${'a/'.repeat(500_000)}`, `example.com/${'a/'.repeat(500_000)}`],
    ['dot segments', `http://example.com/${'../'.repeat(500_000)}`, 'example.com/'],
    ['escapes', `http://example.com/?${'%2b'.repeat(300_000)}`, `example.com/?${'%2B'.repeat(300_000)}`],
    ['repeated entities', `http://example.com/?a&${'amp;'.repeat(2_000_000)}b`, 'example.com/?a&b'],
    ['tracking parameters', `http://example.com/?${'gclid&'.repeat(300_000)}a`, 'example.com/?a'],
    ['at signs', `http://${'@'.repeat(500_000)}example.com/`, 'example.com/'],
    ['slashes without a host', `http:${'/'.repeat(1_000_000)}`, 'no-host'],
  ])('answers for a text of endless %s', (_, text, answer) => {
    // Compared here, so that a failure does not print megabytes.
    expect(formOf(text) === answer).toBe(true);
  });

  it('refuses a million spaces as empty', () => {
    expect(canonicalUrl(' '.repeat(1_000_000))).toEqual({ ok: false, reason: 'empty' });
  });

  it('calls a million spaces between two words no address', () => {
    expect(canonicalUrl(`a${' '.repeat(1_000_000)}b`)).toEqual({ ok: false, reason: 'not-a-url' });
  });
});

describe('version 1 of the canonical form', () => {
  it('is the version that the vectors are for', () => {
    expect(CANONICAL_URL_VERSION).toBe(vectors.version);
  });

  it('drops exactly the tracking parameters that the vectors list', () => {
    expect([...TRACKING_PARAMETERS]).toEqual(vectors.trackingParameters);
  });

  it.each(vectors.trackingParameters)('drops %s, and nothing beside it', (name) => {
    expect(canonicalUrl(`http://example.com/a?b=1&${name}=2&c=3`)).toEqual({
      ok: true,
      url: 'example.com/a?b=1&c=3',
    });
  });

  it('has no two vectors for one input', () => {
    expect(new Set(vectors.cases.map(({ input }) => input)).size).toBe(vectors.cases.length);
  });
});
