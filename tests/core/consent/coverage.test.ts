import { describe, expect, it } from '@jest/globals';
import { type Item, matchStatements } from '../../../src/core/consent/coverage.js';
import { decide } from '../../../src/core/consent/decide.js';
import type { Match } from '../../../src/core/consent/match.js';
import type { StandingStatement } from '../../../src/core/consent/standing-statement.js';
import type { Subject } from '../../../src/core/consent/subject.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';

function itemAt(canonical: string, works: Item['works'] = []): Item {
  return { outer: urlExpressions(canonical), embedded: embeddedUrls(canonical).map(urlExpressions), works };
}

function statementAbout(kind: Subject['kind'], key: string): StandingStatement {
  return {
    id: 's1',
    index: 1,
    claimant: 'A',
    capacity: 'author',
    subject: { kind, key },
    use: 'train-ai',
    preference: 'allow',
    basis: 'own-right',
    ownWorks: true,
    assurance: 'verified',
  };
}

const OUTER = { address: 'outer' } as const;
const EMBEDDED = { address: 'embedded' } as const;
const WORKS: Item['works'] = [
  { key: 'w1', distance: 0, denyOnly: false },
  { key: 'w1', distance: 0, denyOnly: true },
  { key: 'w2', distance: 12, denyOnly: false },
];

describe('matchStatements', () => {
  it.each<[Subject['kind'], string, string, Match[], string]>([
    [
      'url',
      'a.b.org/x/y.jpg',
      'a.b.org/x/y.jpg',
      [{ via: 'exact', ...OUTER, depth: 1 }],
      'the address itself',
    ],
    [
      'url',
      'a.b.org/y?q=1',
      'a.b.org/y?q=1',
      [{ via: 'exact', ...OUTER, depth: 2 }],
      'the address with its query',
    ],
    [
      'url',
      'a.b.org/y',
      'a.b.org/y?q=1',
      [{ via: 'without-query', ...OUTER, depth: 1 }],
      'the address without it',
    ],
    ['url', 'a.b.org/y?q=1', 'a.b.org/y', [], 'a query covers nothing without it'],
    ['path', 'a.b.org/x/', 'a.b.org/x/y.jpg', [{ via: 'folder', ...OUTER, depth: 2 }], 'its folder'],
    [
      'path',
      'a.b.org/',
      'a.b.org/x/y.jpg',
      [{ via: 'folder', ...OUTER, depth: 1 }],
      'the root folder is less deep',
    ],
    ['path', 'a.b.org/x/y.jpg', 'a.b.org/x/y.jpg', [], 'an address is no folder'],
    ['domain', 'a.b.org', 'a.b.org/x', [{ via: 'host', ...OUTER, depth: 2 }], 'its host'],
    ['domain', 'b.org', 'a.b.org/x', [{ via: 'host', ...OUTER, depth: 1 }], 'the host above is less deep'],
    ['domain', 'org', 'a.b.org/x', [], 'one label covers nothing'],
    ['domain', 'c.a.b.org', 'a.b.org/x', [], 'the host below covers nothing'],
    [
      'url',
      'b.org/y.jpg',
      'i0.wp.com/b.org/y.jpg',
      [{ via: 'exact', ...EMBEDDED, depth: 1 }],
      'an address inside',
    ],
    ['domain', 'wp.com', 'i0.wp.com/b.org/y.jpg', [{ via: 'host', ...OUTER, depth: 1 }], 'the resizer'],
    [
      'domain',
      'b.org',
      'img.b.org/resize?url=https://b.org/y.jpg',
      [
        { via: 'host', ...OUTER, depth: 1 },
        { via: 'host', ...EMBEDDED, depth: 1 },
      ],
      'a host that covers both addresses covers twice',
    ],
    [
      'content',
      'w1',
      'b.org/x',
      [
        { via: 'content', distance: 0 },
        { via: 'md5', distance: 0 },
      ],
      'a work by two digests',
    ],
    ['content', 'w2', 'b.org/x', [{ via: 'content', distance: 12 }], 'a work by likeness'],
    ['content', 'w3', 'b.org/x', [], 'another work'],
    ['url', 'w1', 'b.org/x', [], 'the name of a work is no address'],
  ])('about the %s "%s" and the item %s gives %j: %s', (kind, key, canonical, matches) => {
    const covering = matchStatements(itemAt(canonical, WORKS), [statementAbout(kind, key)]);
    expect(covering.map(({ match }) => match)).toEqual(matches);
  });

  it('keeps the statement as it is', () => {
    const statement = statementAbout('domain', 'b.org');
    const [covering] = matchStatements(itemAt('b.org/x'), [statement]);
    expect(covering).toEqual({ ...statement, match: { via: 'host', address: 'outer', depth: 1 } });
  });

  it('finds nothing for an item that is no web address, which leaves it UNKNOWN', () => {
    const covering = matchStatements({ outer: [], embedded: [], works: [] }, [
      statementAbout('domain', 'b.org'),
    ]);
    expect(covering).toEqual([]);
    expect(decide(covering, { use: 'train-ai', at: 0 }).answer).toBe('UNKNOWN');
  });
});
