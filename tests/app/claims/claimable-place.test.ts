import { describe, expect, it } from '@jest/globals';
import { claimablePlace } from '../../../src/app/claims/claimable-place.js';
import type { PlaceKind } from '../../../src/app/ports/claims.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';

describe('a place that can be claimed', () => {
  it.each<[PlaceKind, string, string, string]>([
    ['domain', 'example.com', 'example.com', 'a registrable name'],
    ['domain', 'https://WWW.Example.com/', 'www.example.com', 'a name below it, as a browser shows it'],
    ['domain', 'painter.github.io', 'painter.github.io', 'a name below a suffix that a company gives out'],
    ['domain', 'painter.blogspot.com', 'painter.blogspot.com', 'a blog of one person'],
    ['domain', 'gallery.co.uk', 'gallery.co.uk', 'a name below a suffix of two labels'],
    ['domain', 'bücher.example.de', 'xn--bcher-kva.example.de', 'a name in letters beyond ASCII'],
    ['domain', 'city.kawasaki.jp', 'city.kawasaki.jp', 'an exception in the list'],
    ['path', 'https://s3.amazonaws.com/painter/', 's3.amazonaws.com/painter/', 'a folder on a shared host'],
    ['path', 'example.com/work', 'example.com/work/', 'a folder written without its slash'],
    ['url', 'https://painter.deviantart.com/art/1', 'painter.deviantart.com/art/1', 'a page of a platform'],
    ['url', 'https://github.io/x.png', 'github.io/x.png', 'one address is never all of a suffix'],
    ['url', 'http://example.com:8080/a.png?b=1', 'example.com:8080/a.png?b=1', 'port and query belong to it'],
  ])('is, as %s, %s: %s (%s)', (kind, address, expression) => {
    expect(claimablePlace(kind, address, nodeSha256)).toEqual({
      ok: true,
      kind,
      expression,
      digest: nodeSha256(new TextEncoder().encode(expression)),
    });
  });
});

describe('a place that nobody can claim alone', () => {
  it.each<[PlaceKind, string, string]>([
    ['domain', 'co.uk', 'a suffix of a country'],
    ['domain', 'https://com/', 'a top-level domain'],
    ['domain', 'github.io', 'pages of many people'],
    ['domain', 'GITHUB.IO', 'in any case of letters'],
    ['domain', 'github.io.', 'with the dot of the root'],
    ['domain', 'blogspot.com', 'blogs of many people'],
    ['domain', 's3.amazonaws.com', 'buckets of many customers'],
    ['domain', 'xn--55qx5d.cn', 'a suffix in letters beyond ASCII'],
    ['domain', '公司.cn', 'the same as it is written'],
    ['domain', 'anything.ck', 'below a wildcard of the list'],
    ['path', 'https://github.io/', 'the root folder is the whole host'],
    ['domain', 'lh3.googleusercontent.com', 'a name below a suffix that delivers for anybody'],
    ['domain', '64.media.tumblr.com', 'where a host that gives out names has the pictures of all'],
    ['domain', '2.bp.blogspot.com', 'the same'],
    ['domain', 'tse2.mm.bing.net', 'small copies of pictures of other sites'],
    ['path', 'https://storage.googleapis.com/', 'buckets of many customers'],
  ])('is, as %s, %s: %s', (kind, address) => {
    expect(claimablePlace(kind, address, nodeSha256)).toMatchObject({ ok: false, code: 'PUBLIC_SUFFIX' });
  });
});

describe('an address that is no place on the web', () => {
  it.each<[PlaceKind, string, string]>([
    ['domain', '', 'empty'],
    ['domain', 'a painting of hills', 'a caption'],
    ['domain', 'example.com/work', 'more than a name'],
    ['domain', '*.example.com', 'a pattern'],
    ['domain', 'localhost', 'this machine, whichever it is'],
    ['url', 'http://localhost/1.png', 'this machine, whichever it is'],
    ['url', 'http://work.localhost/1.png', 'a name below it'],
    ['domain', '192.0.2.7', 'an address of a machine'],
    ['path', 'http://192.0.2.7/work/', 'a folder on it'],
    ['url', 'http://192.0.2.7/1.png', 'a picture on it'],
    ['url', 'http://0x7f.1/1.png', 'the same in disguise'],
    ['url', 'http://[2001:db8::1]/1.png', 'version 6'],
    ['url', 'http://intranet/1.png', 'a name that means another machine in each house'],
    ['url', 'ftp://example.com/1.png', 'not of the web'],
    ['path', 'https://example.com/work/?page=2', 'a folder has no query'],
    ['url', `https://example.com/${'a'.repeat(9_000)}`, 'longer than an opening can keep'],
  ])('is, as %s, "%.60s" (%s)', (kind, address) => {
    const refusal = claimablePlace(kind, address, nodeSha256);
    expect(refusal).toMatchObject({ ok: false, code: 'INVALID_ADDRESS' });
    expect(refusal).toHaveProperty('nextStep', expect.stringMatching(/\w+.*\.$/));
  });
});

describe('an address with a name or a password in it', () => {
  it.each<[PlaceKind, string, string]>([
    ['url', 'https://anna:s3cret@example.com/1.png', 'both'],
    ['url', 'https://s3cret@example.com/1.png', 'a name alone'],
    ['url', 'https://:s3cret@example.com/1.png', 'a password alone'],
    ['url', '//anna:s3cret@example.com/1.png', 'without a scheme'],
    ['url', ' \thttps:\\\\anna:s3cret@example.com\\1.png', 'as only a browser would read it'],
    ['path', 'http://anna:s3cret@example.com/work/', 'around a folder'],
    ['domain', 'https://anna:s3cret@example.com/', 'around a site'],
  ])('is refused as %s, without being said again: %s (%s)', (kind, address) => {
    const refusal = claimablePlace(kind, address, nodeSha256);
    expect(refusal).toMatchObject({
      ok: false,
      code: 'INVALID_ADDRESS',
      message: expect.stringContaining('password') as unknown,
    });
    expect(JSON.stringify(refusal)).not.toContain('s3cret');
  });

  it.each([
    ['https://example.com/@anna/1.png', 'example.com/@anna/1.png'],
    ['https://@example.com/1.png', 'example.com/1.png'],
    ['https://example.com/1.png?by=anna:b@c', 'example.com/1.png?by=anna:b@c'],
  ])('is not taken for one where it has none: %s', (address, expression) => {
    expect(claimablePlace('url', address, nodeSha256)).toMatchObject({ ok: true, expression });
  });
});
