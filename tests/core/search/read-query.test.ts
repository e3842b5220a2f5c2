import { describe, expect, it } from '@jest/globals';
import { readQuery, type SearchQueryKind } from '../../../src/core/search/read-query.js';

describe('what is typed into the search field', () => {
  it.each<[string, SearchQueryKind | undefined, string]>([
    ['', undefined, 'nothing'],
    ['   ', undefined, 'blanks'],
    ['watercolor', { kind: 'words', words: 'watercolor' }, 'a word'],
    [' red boats ', { kind: 'words', words: 'red boats' }, 'words'],
    ['example.com', { kind: 'host', host: 'example.com' }, 'a host'],
    ['Www.Example.COM/', { kind: 'host', host: 'www.example.com' }, 'a host with a slash'],
    ['https://example.com/', { kind: 'host', host: 'example.com' }, 'a host with its scheme'],
    ['bücher.example', { kind: 'host', host: 'xn--bcher-kva.example' }, 'a host with a letter of its own'],
    ['https://example.com/a.jpg', { kind: 'url', url: 'example.com/a.jpg' }, 'an address'],
    ['example.com/a.jpg', { kind: 'url', url: 'example.com/a.jpg' }, 'an address without scheme'],
    ['fox.jpg', { kind: 'words', words: 'fox.jpg' }, 'the name of a file'],
    ['site:example.com', { kind: 'words', words: 'site:example.com' }, 'a search by a field'],
    ['photo by example.com', { kind: 'words', words: 'photo by example.com' }, 'a host among words'],
    ['St.Ives', { kind: 'host', host: 'st.ives' }, 'looks like a host, and is searched as one'],
    ['3.5', { kind: 'words', words: '3.5' }, 'a number'],
    ['javascript:alert(1)', { kind: 'words', words: 'javascript:alert(1)' }, 'not an address we know'],
  ])('%j is read as %j (%s)', (typed, expected) => {
    expect(readQuery(typed)).toEqual(expected);
  });
});
