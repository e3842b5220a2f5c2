import { describe, expect, it } from '@jest/globals';
import { parseSubject, type SubjectRefusal } from '../../../src/core/url/parse-subject.js';
import { type UrlSubjectKind, urlExpressions } from '../../../src/core/url/url-expressions.js';

const accepted: [UrlSubjectKind, string, string, string][] = [
  ['domain', 'example.com', 'example.com', 'a host'],
  ['domain', ' Example.COM. ', 'example.com', 'white space, upper case, trailing dot'],
  ['domain', 'https://example.com', 'example.com', 'with its scheme'],
  ['domain', 'https://example.com/', 'example.com', 'as the browser shows it'],
  ['domain', 'https://example.com/#about', 'example.com', 'with a fragment'],
  ['domain', '//example.com', 'example.com', 'slashes for a scheme'],
  ['domain', 'example.com:8080', 'example.com', 'a domain has no port'],
  ['domain', 'http://example.com:8080/', 'example.com', 'a domain has no port, with its scheme'],
  ['domain', 'bücher.example', 'xn--bcher-kva.example', 'beyond ASCII'],
  ['domain', 'my_shop.example', 'my_shop.example', 'underscore'],
  ['domain', '192.0.2.1', '192.0.2.1', 'an IPv4 address'],
  ['domain', 'http://[2001:db8::ff]/', '[2001:db8::ff]', 'an IPv6 address'],
  ['domain', 'http://localhost:4000/', 'localhost', 'one label, with its scheme'],
  ['path', 'https://example.com/portfolio/', 'example.com/portfolio/', 'a folder'],
  ['path', 'example.com/portfolio', 'example.com/portfolio/', 'a folder without its slash'],
  ['path', 'example.com/portfolio/*', 'example.com/portfolio/', 'a star for all below'],
  ['path', 'example.com', 'example.com/', 'the root'],
  ['path', '//x.example/a/../b//', 'x.example/b//', 'dot segments and duplicate slashes'],
  ['path', 'example.com:8080/a', 'example.com:8080/a/', 'a folder keeps its port'],
  ['path', 'example.com/a/?utm_source=b#c', 'example.com/a/', 'a query of tracking only is none'],
  ['path', 'example.com/a/1/2/3/4/5/6/7/8/9/10/11/12/13/14', 'example.com/a/1/2/3/4/5/6/7/8/9/10/11/12/13/14/', 'depth 16'],
  ['url', 'https://example.com/a.jpg?b=1', 'example.com/a.jpg?b=1', 'an address'],
  ['url', 'example.com/a.jpg', 'example.com/a.jpg', 'no scheme'],
  ['url', 'example.com', 'example.com/', 'a host is the address of its root'],
  ['url', 'example.com?a=1', 'example.com/?a=1', 'a query directly behind the host'],
  ['url', 'example.com/a/', 'example.com/a/', 'the address of a folder'],
  ['url', 'example.com:8080/a.jpg', 'example.com:8080/a.jpg', 'no scheme, with a port'],
]; // prettier-ignore

const refused: [UrlSubjectKind, string, SubjectRefusal, string][] = [
  ['domain', '', 'empty', 'nothing'],
  ['url', ' \u00a0 ', 'empty', 'white space of any kind'],
  ['domain', 'my portfolio', 'not-a-url', 'words'],
  ['domain', 'watercolour', 'not-a-url', 'one word'],
  ['domain', 'someone@example.com', 'not-a-url', 'a mail address is not the domain of its provider'],
  ['domain', '1.5', 'not-a-url', 'a number is not 1.0.0.5'],
  ['domain', 'mailto:someone@example.com', 'not-http', 'other scheme'],
  ['url', 'data:image/png;base64,AA==', 'not-http', 'a picture in the address itself'],
  ['url', 'https://', 'no-host', 'a scheme alone'],
  ['domain', 'https://example.com/portfolio', 'not-a-domain', 'a path'],
  ['domain', 'example.com?a', 'not-a-domain', 'a query'],
  ['domain', 'https://*.example.com/', 'not-a-domain', 'a star that would match nothing'],
  ['domain', 'https://a..example.com/', 'not-a-domain', 'an empty label'],
  ['path', 'example.com/a/?b=1', 'has-query', 'a folder with a query'],
  ['path', 'example.com/a/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15', 'too-deep', 'deeper than is ever looked up'],
]; // prettier-ignore

describe('parseSubject', () => {
  it.each(accepted)('reads the %s %j as %s (%s)', (kind, text, expression) => {
    expect(parseSubject(kind, text)).toEqual({ ok: true, kind, expression });
  });

  it.each(accepted)(
    'gives for the %s %j an expression that covers an address (%s, %s)',
    (kind, _, expression) => {
      const address = kind === 'domain' ? `${expression}/` : expression;
      expect(urlExpressions(address)).toContainEqual({ kind, expression, denyOnly: false });
    },
  );

  it.each(refused)('refuses the %s %j as %s (%s)', (kind, text, reason) => {
    expect(parseSubject(kind, text)).toEqual({ ok: false, reason });
  });

  it.each([
    ['name', 'domain', `${'a.'.repeat(5_000_000)}example`],
    ['name before a path', 'url', `${'a.'.repeat(5_000_000)}example/a.jpg`],
  ] as const)('reads an endless %s', (_, kind, text) => {
    const read = parseSubject(kind, text);
    expect(read.ok && read.expression.length).toBe(text.length);
  });
});
