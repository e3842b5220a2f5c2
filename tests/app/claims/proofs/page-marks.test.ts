import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pageMarksInTime } from '../../../../src/app/claims/proofs/page-marks-in-time.js';
import { pageMarks } from '../../../../src/app/claims/proofs/page-marks.js';

const TOKEN = 'T'.repeat(43);
const LINK_START = 'https://registry.example/me/';
const META = `<meta name="assent-verification" content="${TOKEN}">`;
const LINK = `<a rel="me" href="${LINK_START}${TOKEN}">me</a>`;
const PROFILE = { linkStart: LINK_START, linksInBody: true };
const FIRST_PAGE = { linkStart: LINK_START, linksInBody: false };

const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Prints</title>${head}</head><body>${body}</body></html>`;

describe('marks that count', () => {
  it.each<[string, string]>([
    ['a meta element in the head', page(META)],
    ['one in a head that nobody wrote out', `<!doctype html><title>x</title>${META}<p>text`],
    ['one whose name is written otherwise', page(META.replace('assent-v', ' Assent-V'))],
    ['a link element in the head', page(`<link rel="alternate me" href="${LINK_START}${TOKEN}">`)],
    ['a link with rel="me" in the body of a profile', page('', `<main><p>${LINK}</p></main>`)],
    ['one with more words in rel', page('', LINK.replace('"me"', '"nofollow ME\nnoopener"'))],
    ['one whose address ends in a slash', page('', LINK.replace('">me', '/">me'))],
    ['one in an article that is the profile itself', page('', `<article class="h-card">${LINK}</article>`)],
  ])('%s', (_, text) => {
    expect(pageMarks(text, PROFILE)).toEqual({ tokens: [TOKEN], misplaced: [] });
  });

  it('are found however many there are, other people’s too', () => {
    const other = 'U'.repeat(43);
    expect(pageMarks(page(META + META.replace(TOKEN, other)), PROFILE).tokens).toEqual([TOKEN, other]);
  });
});

describe('what is no mark at all', () => {
  it.each<[string, string]>([
    ['a comment', page(`<!-- ${META} -->`)],
    ['a comment that never ends', page(`<!-- ${META}`)],
    ['a script', page(`<script>document.write('${META}')</script>`)],
    ['a template', page('', `<template>${META}${LINK}</template>`)],
    ['a template in the head', page(`<template>${META}</template>`)],
    ['a noscript in the head', page(`<noscript>${META}</noscript>`)],
    ['a noscript in the body', page('', `<noscript>${LINK}</noscript>`)],
    ['a style', page(`<style>${META}</style>`)],
    ['a title', page(`<title>${META}</title>`)],
    ['a textarea', page('', `<textarea>${LINK}</textarea>`)],
    ['an iframe, also by srcdoc', page('', `<iframe srcdoc='${META}'>${LINK}</iframe>`)],
    ['a drawing', page('', `<svg><a rel="me" href="${LINK_START}${TOKEN}">x</a></svg>`)],
    ['an attribute', page('', `<img alt='${META}'>`)],
    ['escaped text', page('', META.replaceAll('<', '&lt;'))],
    ['a link without rel', page('', LINK.replace('rel="me" ', ''))],
    ['a link with rel="menu"', page('', LINK.replace('"me"', '"menu"'))],
    ['a link to another registry', page('', LINK.replace('registry.example', 'registry.example.org'))],
    ['a link to a page behind the token', page('', LINK.replace(TOKEN, `${TOKEN}/more`))],
    ['a token that is too short', page(META.replace(TOKEN, 'T'.repeat(42)))],
    ['another meta element', page(META.replace('assent-verification', 'description'))],
    ['the token by itself', page('', `<p>${TOKEN}</p>`)],
  ])('%s', (_, text) => {
    expect(pageMarks(text, PROFILE)).toEqual({ tokens: [], misplaced: [] });
  });
});

describe('marks that do not count, and why', () => {
  it.each<[string, string, RegExp]>([
    ['a meta element in the body', page('', `<div>${META}</div>`), /only in its head/],
    [
      'a link element in the body',
      page('', `<link rel="me" href="${LINK_START}${TOKEN}">`),
      /only in its head/,
    ],
    ['a link that says that a visitor wrote it', page('', LINK.replace('"me"', '"me ugc"')), /rel="ugc"/],
    ['one in a quotation', page('', `<blockquote><p>${LINK}</p></blockquote>`), /comment or a quotation/],
    [
      'one in an article within an article',
      page('', `<article><article>${LINK}</article></article>`),
      /comment/,
    ],
    ['one in a list of comments', page('', `<ol class="comment-list"><li>${LINK}</li></ol>`), /comment/],
    ['one in a guest book', page('', `<div id="guestbook">${LINK}</div>`), /comment/],
    ['one that is marked as a comment', page('', `<div itemprop="comment">${LINK}</div>`), /comment/],
    ['one that nobody sees', page('', `<div hidden>${LINK}</div>`), /comment/],
  ])('%s', (_, text, problem) => {
    const { tokens, misplaced } = pageMarks(text, PROFILE);
    expect(tokens).toEqual([]);
    expect(misplaced).toMatchObject([{ token: TOKEN, problem: expect.stringMatching(problem) }]);
  });

  it('a link in the text of the first page of a site, where guests write', () => {
    expect(pageMarks(page('', LINK), FIRST_PAGE)).toMatchObject({
      tokens: [],
      misplaced: [{ problem: expect.stringMatching(/first page/) }],
    });
    expect(pageMarks(page(META), FIRST_PAGE).tokens).toEqual([TOKEN]);
  });
});

describe('any text', () => {
  it('is read without a fault, and nothing counts that is not written as a token', () => {
    const piece = fc.constantFrom(
      '<meta name="assent-verification" content="',
      '<a rel=me href=',
      LINK_START,
      '">',
      '<',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { tokens, misplaced } = pageMarks(pieces.join(''), PROFILE);
        expect(
          [...tokens, ...misplaced.map(({ token }) => token)].filter((each) => each.length !== 43),
        ).toEqual([]);
      }),
    );
  });

  it('may be nested deeply', () => {
    expect(pageMarks(page('', '<i>'.repeat(2_000) + LINK), PROFILE).tokens).toEqual([TOKEN]);
  });

  it.each<[string, string]>([
    ['elements in elements', '<div>'.repeat(300_000)],
    [
      'one element with very many attributes',
      `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>`,
    ],
  ])('that is made to take long is given up on: %s', (_, text) => {
    expect(pageMarksInTime(META + text, PROFILE, 100)).toBeUndefined();
    expect(pageMarksInTime(page(META), PROFILE)).toEqual({ tokens: [TOKEN], misplaced: [] });
  });
});
