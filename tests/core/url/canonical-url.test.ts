import { describe, expect, it } from '@jest/globals';
import { CANONICAL_URL_VERSION, canonicalUrl } from '../../../src/core/url/canonical-url.js';
import { TRACKING_PARAMETERS } from '../../../src/core/url/tracking-parameters.js';
import { readVectors, type VectorFile } from './vector-file.js';

type CanonicalUrlCase = { input: string; reason: string } & ({ url: string } | { refused: string });

const vectors = readVectors('canonical-url.v1.json') as VectorFile<CanonicalUrlCase> & {
  trackingParameters: string[];
};
const accepted = vectors.cases.filter((one) => 'url' in one);
const refused = vectors.cases.filter((one) => 'refused' in one);

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

  it('refuses a lone surrogate in a host', () => {
    expect(canonicalUrl('http://a\ud800.example/')).toEqual({ ok: false, reason: 'not-a-url' });
  });

  it('keeps an address of a million bytes whole', () => {
    const path = 'a%20'.repeat(250_000);
    expect(canonicalUrl(`http://example.com/${path}`)).toEqual({ ok: true, url: `example.com/${path}` });
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
