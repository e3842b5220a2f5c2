import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRobots, robotsAllow } from '../../../src/core/robots/parse-robots.js';

function mayFetch(text: string, path: string, product = 'AssentRegistry'): boolean {
  return robotsAllow(parseRobots(text, product), path);
}

describe('robots.txt', () => {
  it.each([
    ['nothing is asked', '', '/a.jpg', true],
    ['everything is forbidden', 'User-agent: *\nDisallow: /', '/a.jpg', false],
    ['an empty rule forbids nothing', 'User-agent: *\nDisallow:', '/a.jpg', true],
    ['a folder is forbidden', 'User-agent: *\nDisallow: /art/', '/art/a.jpg', false],
    ['what begins otherwise is not', 'User-agent: *\nDisallow: /art/', '/artists', true],
    ['the longer rule decides', 'User-agent: *\nDisallow: /art/\nAllow: /art/free/', '/art/free/a.jpg', true],
    ['of equally long ones the allowing', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    [
      'rules for us alone',
      'User-agent: *\nDisallow: /\nUser-agent: assentregistry\nDisallow: /x',
      '/a',
      true,
    ],
    ['rules for us and another', 'User-agent: AssentRegistry\nUser-agent: b\nDisallow: /a', '/a', false],
    ['a version is not compared', 'User-agent: AssentRegistry/9\nDisallow: /a', '/a', false],
    ['rules for others only', 'User-agent: otherbot\nDisallow: /', '/a', true],
    [
      'groups of one name are joined',
      'User-agent: assentregistry\nDisallow: /a\n\nUser-agent: assentregistry\nDisallow: /b',
      '/b',
      false,
    ],
    ['a sitemap ends no group', 'User-agent: *\nSitemap: https://a.example/s.xml\nDisallow: /a', '/a', false],
    ['a wildcard', 'User-agent: *\nDisallow: /*.gif', '/a/b.gif?x', false],
    ['an end mark', 'User-agent: *\nDisallow: /*.gif$', '/a/b.gif?x', true],
    ['an end mark that is met', 'User-agent: *\nDisallow: /*.gif$', '/b.gif.gif', false],
    ['an end mark without wildcard', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['the query is looked at', 'User-agent: *\nDisallow: /*?private', '/a?private=1', false],
    ['letters of other scripts', 'User-agent: *\nDisallow: /ぱ', '/%E3%81%B1/a.jpg', false],
    ['one spelling for one octet', 'User-agent: *\nDisallow: /%7eme/%2f', '/~me/%2F', false],
    ['a byte order mark and old line ends', '\uFEFFUser-agent: *\rDisallow: /a # all of it', '/a', false],
    ['rules before any name', 'Disallow: /\nUser-agent: other\nDisallow: /', '/a', true],
  ])('%s', (_name, text, path, allowed) => {
    expect(mayFetch(text, path)).toBe(allowed);
  });

  it('tells how long a site wants us to wait', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2.5', 'x').crawlDelay).toBe(2.5);
    expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'x').crawlDelay).toBeUndefined();
  });

  it('reads whatever is served as robots.txt, and what is forbidden stays so below a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, path) => {
        expect(typeof mayFetch(text, path)).toBe('boolean');
        expect(mayFetch('User-agent: *\nDisallow: /closed/', `/closed/${path}`)).toBe(false);
      }),
    );
  });

  it('answers at once for patterns made to be slow', () => {
    const text = `User-agent: *\nDisallow: /${'*a'.repeat(5_000)}$`;
    expect(mayFetch(text, `/${'a'.repeat(20_000)}b`)).toBe(true);
    expect(mayFetch(`${' '.repeat(500_000)}x`, '/a')).toBe(true);
  });
});
