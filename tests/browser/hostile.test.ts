import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { PHONE } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { runCommand } from '../support/server-process.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const RUN = 'window.ran = true; alert(1)';

/** What scraped captions may hold. Each would leave a mark on the page if it were taken for anything but text. */
const CAPTIONS = [
  { reason: 'a script element', caption: `<script>${RUN}</script>script element` },
  { reason: 'an element that runs script', caption: `<img src=x onerror="${RUN}"><svg onload="${RUN}">svg` },
  {
    reason: 'an end of the attribute it stands in',
    caption: `"'><iframe src="javascript:${RUN}"></iframe>frame`,
  },
  { reason: 'character references', caption: '&lt;b&gt;bold&lt;/b&gt; &amp;amp; &#60;i&#62; references' },
  { reason: 'a template', caption: '{{constructor.constructor("alert(1)")()}} ${alert(1)} template' },
  {
    reason: 'marks that turn the reading direction',
    caption: 'turned \u202Egnp.exe\u202D \u2066\u2067 back',
  },
  { reason: 'a script that runs from right to left', caption: 'لوحة زيتية لثعلب أحمر في الغابة abc 123' },
  { reason: '10,000 characters without a space', caption: `unbroken${'w'.repeat(10_000)}` },
  { reason: 'marks piled on a letter', caption: `piled z${'\u0301\u0316\u0337'.repeat(400)}` },
  { reason: 'nothing but what cannot be seen', caption: '\u200B\u200D\uFEFF\u00AD' },
];

const REFUSED_URLS = [
  `javascript:${RUN}`,
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
];

/** An answer as a mailed link carries it, by somebody who wrote the link by hand. */
const HOSTILE_ANSWER = [
  `https://hostile.example/"><script>${RUN}</script>`,
  'URL',
  { TRAIN_AI: 'CONDITIONAL' },
  'AUTHOR',
  '0123456789abcdef'.repeat(2),
  ...[
    'OWN_RIGHT',
    true,
    '',
    `<img src=x onerror="${RUN}">`,
    `javascript:${RUN}`,
    '\u202Egnp.exe',
    'w'.repeat(900),
  ],
];

/** Pages whose address anybody may have written. */
const LINKS = [
  {
    reason: 'an answer made of markup and scripts',
    path: `/sign-in/token#1${Buffer.from(JSON.stringify(HOSTILE_ANSWER)).toString('base64url')}`,
    shows: 'Sign in and record your answer',
  },
  { reason: 'markup in a search', path: `/search?q=${encodeURIComponent(`<img src=x onerror="${RUN}">`)}` },
  {
    reason: 'a script for an address to ask about',
    path: `/ask?url=${encodeURIComponent(`javascript:${RUN}`)}`,
  },
  {
    reason: 'a script for an address to answer for',
    path: `/say-no?url=${encodeURIComponent(`javascript:${RUN}`)}`,
  },
  { reason: 'markup for an entry', path: `/entries/${encodeURIComponent(`<svg onload="${RUN}">`)}` },
  {
    reason: 'a script to go on to after signing in',
    path: `/sign-in?next=${encodeURIComponent(`javascript:${RUN}`)}`,
  },
  { reason: 'more pages than anybody opens', path: '/search?q=hostile.example&pages=99999999' },
];

describeInBrowser('rows and links that somebody made to do harm', () => {
  let site: TestSite;
  let stage: Stage;
  let visitor: Visitor;
  /** Paths of the entries, in the order of the rows. */
  let entries: string[] = [];

  beforeAll(async () => {
    site = await openTestSite();
    stage = await Stage.open({ ASSENT_HOST_MAP: `hostile.example=127.0.0.1:${site.port}` });
    visitor = await stage.visitor(PHONE);
  });

  afterAll(async () => {
    await stage.close();
    await site.close();
  });

  afterEach(async () => {
    expect(await visitor.page.evaluate('window.ran')).toBeUndefined();
    expect(await visitor.overhang()).toBeLessThanOrEqual(0);
    expect(visitor.mishaps).toEqual(NO_MISHAPS);
  });

  it('stores what lies at http addresses and rejects every other scheme, counted', async () => {
    const rows = [
      ...CAPTIONS.map(({ caption }, row) => [`http://hostile.example/${row}.jpg`, caption]),
      [`http://hostile.example/"><script>${RUN}</script>`, 'markup in its address'],
      [`http://hostile.example/${'long/'.repeat(380)}end.jpg`, 'long address'],
      ...REFUSED_URLS.map((url) => [url, 'refused']),
    ];
    const table = join(stage.home.folder, 'rows.csv');
    await writeFile(table, `URL,TEXT\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`);
    const { stdout } = await runCommand(stage.home, 'ingest', table, '--dataset', 'hostile');
    expect(stdout).toContain(`${CAPTIONS.length + 2} added`);
    expect(stdout).toContain(`${REFUSED_URLS.length} rejected`);
    expect(stdout).toContain('(not-http)');
    await visitor.open('/datasets');
  });

  it('shows them as text in the results', async () => {
    await visitor.open('/search?q=hostile.example');
    expect(await visitor.page.getByRole('article').count()).toBe(CAPTIONS.length + 2);
    const text = await visitor.text();
    expect(text).toContain(`<script>${RUN}</script>script element`);
    expect(text).toContain('&lt;b&gt;bold&lt;/b&gt; &amp;amp; &#60;i&#62; references');
    expect(text).not.toContain('refused');
    entries = await visitor.page
      .locator('article h2 a')
      .evaluateAll((links: { pathname: string }[]) => links.map(({ pathname }) => pathname));
  });

  it.each(CAPTIONS.map(({ reason }, row) => ({ reason, row })))(
    'shows $reason as text on the page of its entry',
    async ({ row }) => {
      await visitor.open(entries[row] ?? 'no such entry');
      await visitor.read('What the dataset says');
      expect(await visitor.text()).toContain(`hostile.example/${row}.jpg`);
      expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toMatch(/\p{L}/u);
      expect(await unsafeLinks()).toEqual([]);
    },
  );

  it('shows an address with markup, and one that is very long, as text', async () => {
    for (const path of entries.slice(CAPTIONS.length)) {
      await visitor.open(path);
      await visitor.read('What the dataset says');
      expect(await visitor.overhang()).toBeLessThanOrEqual(0);
      expect(await unsafeLinks()).toEqual([]);
    }
  });

  it.each(LINKS)('takes a link with $reason for nothing but text', async ({ path, shows }) => {
    await visitor.open(path);
    if (shows !== undefined) await visitor.see(shows);
    expect(new URL(visitor.page.url()).origin).toBe(stage.server.url);
    expect(await unsafeLinks()).toEqual([]);
  });

  it.each([
    { reason: 'another site', next: '/\\\\elsewhere.example/' },
    { reason: 'a script', next: `javascript:${RUN}` },
  ])('does not let a sign-in end at $reason', async ({ reason, next }) => {
    await visitor.context.clearCookies();
    await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`);
    await visitor.press('button', 'I have no account yet');
    await visitor.fill('E-mail address', `${reason.replace(' ', '-')}@example.org`);
    await visitor.fill('New password', 'four unrelated plain words');
    await visitor.press('button', 'Make an account');
    await visitor.press('button', 'I kept them');
    await visitor.see('My desk');
    expect(new URL(visitor.page.url()).origin).toBe(stage.server.url);

    await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`);
    await visitor.see('My desk');
    expect(new URL(visitor.page.url()).origin).toBe(stage.server.url);
  });

  /** Links and forms that lead anywhere but to pages. */
  function unsafeLinks(): Promise<string[]> {
    return visitor.page
      .locator('[href], [src], [action]')
      .evaluateAll((elements: { href?: unknown; src?: unknown; action?: unknown }[]) =>
        elements
          .map(({ href, src, action }) => String(href ?? src ?? action))
          .filter((address) => !/^https?:/.test(address)),
      );
  }
});

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
