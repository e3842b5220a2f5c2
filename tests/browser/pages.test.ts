import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hexToBytes } from '@noble/hashes/utils.js';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { hammingDistance } from '../../src/core/likeness/hamming-distance.js';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { obstacles } from '../support/browser-obstacles.js';
import { eventually } from '../support/eventually.js';
import { holdAnswers } from '../support/held-answers.js';
import { Typist } from '../support/typist.js';

/** A no at the end of a mailed link, and terms. */
const CARRIED = `1${Buffer.from(
  JSON.stringify([
    'https://paintings.example/a-folder/with-a-long-name/fox.jpg',
    'PATH',
    { TEXT_AND_DATA_MINING: 'DENY', TRAIN_AI: 'CONDITIONAL' },
    'AUTHOR',
    '0123456789abcdef'.repeat(2),
    ...['OWN_RIGHT', true, '2040-06-30', 'A painter', 'https://paintings.example/licence', '', ''],
  ]),
).toString('base64url')}`;

/** Route by route, the paths that are looked at. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '': ['/'],
  'search/picture': ['/search/picture', '/search/picture?entry=:entry&words=luna'],
  search: [
    '/search',
    '/search?q=luna&size=medium',
    '/search?q=%22luna',
    '/search?q=zyzzyva',
    '/search?q=watercolourist.demo.test',
  ],
  'entries/:id': ['/entries/:entry', '/entries/no-such-entry'],
  'say-no': ['/say-no', '/say-no?address=paintings.example/fox.jpg'],
  ask: ['/ask', '/ask?url=paintings.example/fox.jpg', '/ask?url=not+an+address'],
  allowed: ['/allowed', '/allowed?q=zyzzyva&terms=only'],
  build: ['/build'],
  'build/receipt': ['/build/receipt'],
  'statements/:id': ['/statements/:statement', '/statements/no-such-statement'],
  'statements/:id/certificate': ['/statements/:statement/certificate', '/statements/no-such/certificate'],
  'statements/:id/card': ['/statements/:statement/card', '/statements/no-such/card'],
  desk: ['/desk'],
  'desk/import': ['/desk/import'],
  'desk/works': ['/desk/works'],
  'desk/works/new': ['/desk/works/new', '/desk/works/new?entry=:entry'],
  'desk/works/many': ['/desk/works/many'],
  'desk/works/:id': ['/desk/works/:work', '/desk/works/no-such-work'],
  'desk/collections': ['/desk/collections'],
  'desk/collections/:id': ['/desk/collections/:collection', '/desk/collections/no-such-collection'],
  'claims/:id': ['/claims/:claim'],
  'me/:token': ['/me/0123456789'],
  account: ['/account'],
  'sign-in': ['/sign-in'],
  'sign-in/:token': ['/sign-in/0123456789', `/sign-in/0123456789#${CARRIED}`, '/sign-in/0123456789#cut-sh'],
  'confirm/:token': ['/confirm/0123456789'],
  recover: ['/recover'],
  'disputes/:id': ['/disputes/00000000-0000-4000-8000-000000000000'],
  moderation: ['/moderation'],
  'moderation/suspensions': ['/moderation/suspensions'],
  'moderation/hidden': ['/moderation/hidden'],
  'moderation/audit': ['/moderation/audit'],
  limits: ['/limits'],
  datasets: ['/datasets'],
  'datasets/:slug': ['/datasets/demo', '/datasets/no-such-dataset'],
  'datasets/:slug/rows': [
    '/datasets/demo/rows?columns=host,author,size,aesthetic,answer',
    '/datasets/none/rows',
  ],
  transparency: ['/transparency'],
  report: ['/report', '/report?subject=lighthouse&subject=watercolourist.demo.test', '/report?subject=-'],
  organisations: ['/organisations'],
  'organisations/:id': ['/organisations/no-such-organisation'],
  'membership/:token': ['/membership/0123456789'],
  'unsubscribe/:token': ['/unsubscribe/0123456789'],
  '*': ['/nothing-lies-here'],
};

const EVERY_PATH = Object.values(PAGES).flat();
/** Where a page looks another way to the artist whom it is about. */
const OWN_PATHS = [
  ...['/desk', '/desk/import', '/account', '/build', '/claims/:claim', '/statements/:statement'],
  ...[
    '/desk/works',
    '/desk/works/many',
    '/desk/works/new',
    '/desk/works/new?entry=:entry',
    '/desk/works/:work',
  ],
  ...['/desk/collections', '/desk/collections/:collection', '/desk/collections/no-such-collection'],
];
/** What depends on the length of words is combed through in Spanish too, where words are longest. */
const LONG_WORDED = [
  '/desk/collections/:collection',
  '/desk/works/:work',
  `/sign-in/0123456789#${CARRIED}`,
  '/',
  '/search?q=zyzzyva',
  '/say-no',
  '/ask?url=paintings.example/fox.jpg',
  '/sign-in',
  '/build',
  '/statements/:statement/certificate',
];

const AUDIENCES = [
  { who: 'an artist signed in', paths: OWN_PATHS },
  { who: 'a stranger', paths: EVERY_PATH },
];
const LANGUAGES = { en: 'English', es: 'Español' } as const;

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const TABS = 8;

describeInBrowser('every page', () => {
  let stage: Stage;
  /** What the names in a path stand for; the artist makes them. */
  let made: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    stage = await Stage.open({ ASSENT_SNAPSHOT_MINUTES: '5' }, { demo: true });
    // Until there is a snapshot, Chromium reports the answer that there is none as an error.
    await eventually(async () => (await fetch(`${stage.server.url}/v1/snapshots/latest.json`)).ok);
  });

  afterAll(async () => {
    await stage.close();
  });

  it('is looked at here', async () => {
    const routes = await readFile(new URL('../../src/web/routes.tsx', import.meta.url), 'utf8');
    const paths = [...routes.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path);
    expect(['', ...paths].sort()).toEqual(Object.keys(PAGES).sort());
  });

  it('brings no more than 200 KB of scripts to the first page, packed as a browser gets them', async () => {
    const visitor = await stage.visitor(DESKTOP);
    await visitor.open('/');
    const sizes = await visitor.page.evaluate<[string, number, number][]>(
      `performance.getEntriesByType('resource')
         .filter(({ name }) => /\\.js$/.test(new URL(name).pathname))
         .map(({ name, encodedBodySize, decodedBodySize }) => [name, encodedBodySize, decodedBodySize])`,
    );
    const sum = (which: 1 | 2) => sizes.reduce((total, size) => total + size[which], 0);
    expect(sum(1)).toBeGreaterThan(10_000);
    expect(sum(1)).toBeLessThanOrEqual(200 * 1024);
    expect(sum(2)).toBeGreaterThan(2 * sum(1));
    await visitor.leave();
  });

  describe.each(AUDIENCES)('to $who', ({ paths }) => {
    let visitor: Visitor;

    beforeAll(async () => {
      visitor = await stage.visitor(DESKTOP);
      if (paths === OWN_PATHS) made = await makeSomethingToSee(visitor);
    });

    afterAll(async () => {
      await visitor.leave();
    });

    if (paths === OWN_PATHS) {
      it('registers many files by fingerprints made on the device, near those that a server makes', async () => {
        const drawn =
          '<svg width="640" height="480"><rect width="400" height="480" fill="#357"/><circle cx="430" cy="200" r="150" fill="#da3"/><path d="M0 480L320 90L640 400z" fill="#284"/></svg>';
        const buffer = await sharp(Buffer.from(drawn)).png().toBuffer();
        const files = [
          { name: 'hills.png', mimeType: 'image/png', buffer },
          { name: 'broken.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
        ];
        for (const tally of ['1 registered, 0 known already', '0 registered, 1 known already']) {
          await visitor.open('/desk/works/many');
          await visitor.page.locator('input[type=file]').first().setInputFiles(files);
          await visitor.press('button', 'Register 2 works');
          await visitor.read(`2 of 2: ${tally}, 1 refused.`);
        }
        const { viewer } = await ask<{
          viewer: { works: { edges: { node: { title: string; pdq: string } }[] } };
        }>(visitor, '{ viewer { works(first: 1) { edges { node { title pdq } } } } }');
        const [work] = viewer.works.edges;
        const response = await visitor.context.request.post('/works/prints?medium=image', { data: buffer });
        const { pdq } = (await response.json()) as { pdq: string[] };
        expect(work?.node.title).toBe('hills');
        expect(
          hammingDistance(hexToBytes(work?.node.pdq ?? ''), hexToBytes(pdq[0] ?? '')),
        ).toBeLessThanOrEqual(10);
      });
    }

    it.each(paths)(
      'at %s has a title, fits a phone and a desk in each language, keeps nobody out, and goes without an error',
      async (path) => {
        await visitor.page.setViewportSize(DESK);
        await visitor.open(path.replaceAll(/:(\w+)/g, (_whole, name: string) => made[name] ?? ''));
        expect(await controlsWithoutRing(visitor)).toEqual([]);
        for (const language of ['es', 'en'] as const) {
          await visitor.page.setViewportSize(DESK);
          await speak(visitor, language);
          expect(await visitor.page.title()).toMatch(/^\S.* · Assent$/);
          expect(await visitor.overhang()).toBeLessThanOrEqual(0);
          await visitor.page.setViewportSize(PHONE);
          expect(await visitor.overhang()).toBeLessThanOrEqual(0);
          if (language === 'en' || LONG_WORDED.includes(path)) expect(await obstacles(visitor)).toEqual([]);
        }
        await visitor.page.emulateMedia({ colorScheme: 'dark' });
        expect(await obstacles(visitor, ['color-contrast'])).toEqual([]);
        await visitor.page.emulateMedia({ colorScheme: 'light' });
        expect(visitor.mishaps).toEqual(NO_MISHAPS);
      },
    );

    if (paths === OWN_PATHS) {
      it('gives one answer to the works of a collection, keeps an exception, ends it, and takes all of it back', async () => {
        await visitor.open('/desk/works');
        await visitor.press('link', 'Collections');
        await visitor.fill('What it is called', 'Autumn');
        await visitor.press('button', 'Make the collection');
        await visitor.see('Autumn');
        await visitor.read('now in Winter');
        await visitor.press('button', 'Choose all');
        await visitor.press('button', 'Put in (2)');
        await visitor.read('2 works are in the collection now.');
        await visitor.read('2 works · 1 exception');

        await visitor.press('button', 'Answer for all its works');
        await visitor.read('1 work gets this answer, with a line of its own in the public log.');
        await visitor.read('1 exception stays as it is, until you end it.');
        await visitor.page.locator('.answer-choice--deny').press('Enter');
        await visitor.read('The answer is on the record.');
        expect(await saidOfWorks(visitor)).toEqual({
          hills: ['DENY TRAIN_AI'],
          Quilt: ['DENY SEARCH', 'DENY TRAIN_AI'],
        });

        await visitor.press('button', 'Change the answer for all');
        await visitor.press('button', 'Yes on my terms');
        await visitor.read('Assent moves no money.');
        await visitor.fill('Credit line', 'By the maker of hills');
        await visitor.press('button', 'Give this answer to all');
        await visitor.read('A yes can only be given for works of your own.');
        await visitor.press('checkbox', 'These are my own works');
        await visitor.press('button', 'Give this answer to all');
        await visitor.read('The answer is on the record.');
        await visitor.read('Your yes does not count yet for what is not shown to be yours.');
        expect(await saidOfWorks(visitor)).toEqual({
          hills: ['CONDITIONAL TRAIN_AI'],
          Quilt: ['DENY SEARCH', 'DENY TRAIN_AI'],
        });

        await visitor.pressOn(inSection(visitor, 'Exceptions', 'Quilt'));
        await visitor.press('button', 'End the exception');
        await visitor.read('1 work follows the collection now.');
        expect(await saidOfWorks(visitor)).toEqual({
          hills: ['CONDITIONAL TRAIN_AI'],
          Quilt: ['CONDITIONAL TRAIN_AI'],
        });

        await visitor.press('button', 'Withdraw the answer for all');
        await visitor.read('It is withdrawn from 2 works that follow it.');
        await visitor.press('button', 'Withdraw it');
        await visitor.read('The answer is withdrawn.');
        expect(await saidOfWorks(visitor)).toEqual({ hills: [], Quilt: [] });

        await visitor.pressOn(inSection(visitor, 'Works in it', 'hills'));
        await visitor.press('button', 'Take out (1)');
        await visitor.read('1 work · 0 exceptions');
        await visitor.open(`/desk/works/${made['work'] ?? ''}`);
        await visitor.press('link', 'Autumn');
        await visitor.press('button', 'Rename it');
        await visitor.fill('What it is called', 'Late autumn');
        await visitor.press('button', 'Keep this name');
        await visitor.see('Late autumn');
        await visitor.press('button', 'Dissolve the collection');
        await visitor.press('button', 'Dissolve it');
        await visitor.see('Collections');
        await visitor.named('link', 'Late autumn').waitFor({ state: 'detached' });
        expect(visitor.mishaps).toEqual(NO_MISHAPS);
      });

      it('decides where a work was found by keys alone, of what is listed and of nothing that was', async () => {
        const { keyboard } = visitor.page;
        await visitor.open(`/desk/works/${made['work'] ?? ''}`);
        await visitor.read(/Nothing is compared by meaning here/);
        await visitor.page.getByLabel('Show', { exact: true }).selectOption('certain');
        const shown = visitor.page.locator('[data-match]');
        await shown.first().waitFor();
        const tellMatches = await holdAnswers(visitor.page, 'WorkMatches');
        await visitor.page.getByLabel('Show', { exact: true }).selectOption('rejected');
        expect(await shown.count()).toBe(0);
        await visitor.page.getByLabel('Show', { exact: true }).selectOption('certain');
        await tellMatches();
        await shown.first().waitFor();
        const help = visitor.page.getByRole('dialog');
        await keyboard.press('?');
        await help.waitFor();
        await keyboard.press('Escape');
        await help.waitFor({ state: 'hidden' });
        await keyboard.press('?');
        await help.waitFor();
        // As keys come on a busy machine: before the page is drawn without the dialog that had the focus.
        await visitor.page.evaluate(
          `document.querySelector('dialog[open]').close();
           for (const key of ['j', 'x']) {
             document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
           }`,
        );
        await visitor.read('It is my work (1)');
        await keyboard.press('r');
        await visitor.read('1 address rejected.');
        await visitor.page.getByLabel('Show', { exact: true }).selectOption('rejected');
        await shown.first().waitFor();
        await keyboard.press('a');
        await visitor.read('1 address confirmed.');
        expect(visitor.mishaps).toEqual(NO_MISHAPS);
      });
    }
  });
});

/** By the control in the header, while the page is open. */
async function speak(visitor: Visitor, language: keyof typeof LANGUAGES): Promise<void> {
  await visitor.page.getByRole('banner').getByRole('combobox').selectOption({ label: LANGUAGES[language] });
  await visitor.page.locator(`html[lang=${language}]`).waitFor();
}

/** Controls that take the focus from the Tab key and do not show it, by themselves or by what they stand for. */
async function controlsWithoutRing(visitor: Visitor): Promise<string[]> {
  const typist = new Typist(visitor);
  const found: string[] = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    await typist.press('Tab');
    found.push(await typist.unseenFocus());
  }
  return found.filter((control) => control !== '');
}

/** An account with an answer and a place, made as a program would. */
async function makeSomethingToSee(visitor: Visitor): Promise<Record<string, string>> {
  const { register } = await ask<{ register: { __typename: string } }>(
    visitor,
    `mutation { register(input: { email: "artist@example.org", password: "four unrelated plain words" }) { __typename } }`,
  );
  expect(register.__typename).toBe('RegisterPayload');
  const place = 'kind: URL, address: "https://paintings.example/fox.jpg", capacity: AUTHOR';
  const { declareConsent, openClaim } = await ask<{
    declareConsent: { statements: { id: string }[] };
    openClaim: { claim: { id: string } };
  }>(
    visitor,
    `mutation {
       declareConsent(input: { ${place}, answers: [{ use: TRAIN_AI, preference: DENY }] }) {
         ... on DeclareConsentPayload { statements { id } }
       }
       openClaim(input: { ${place} }) {
         ... on ClaimPayload { claim { id } }
         ... on AlreadyClaimedError { claim { id } }
       }
     }`,
  );
  const { searchEntries } = await ask<{ searchEntries: { edges: { node: { id: string } }[] } }>(
    visitor,
    `{ searchEntries(input: { words: "quilt" }, first: 1) { ... on EntryConnection { edges { node { id } } } } }`,
  );
  const entry = searchEntries.edges[0]?.node.id ?? '';
  const { registerWorkAt } = await ask<{ registerWorkAt: { works: { work: { id: string } }[] } }>(
    visitor,
    `mutation {
       registerWorkAt(input: { entry: "${entry}", capacity: AUTHOR, title: "Quilt" }) {
         ... on RegisterWorksPayload { works { work { id } } }
       }
     }`,
  );
  const work = registerWorkAt.works[0]?.work.id ?? '';
  return {
    work,
    collection: await makeCollection(visitor, work),
    statement: declareConsent.statements[0]?.id ?? '',
    claim: openClaim.claim.id,
    entry,
  };
}

/** A collection with an answer, and a work in it of which something else is said. */
async function makeCollection(visitor: Visitor, work: string): Promise<string> {
  const { createCollection } = await ask<{ createCollection: { collection: { id: string } } }>(
    visitor,
    `mutation { createCollection(input: { name: "Winter" }) { ... on CollectionPayload { collection { id } } } }`,
  );
  const { id } = createCollection.collection;
  const training = 'capacity: AUTHOR, answers: [{ use: TRAIN_AI, preference: DENY }]';
  await ask(
    visitor,
    `mutation {
       sortWorks(input: { works: ["${work}"], collection: "${id}" }) { __typename }
       answerCollection(input: { collection: "${id}", ${training} }) { __typename }
       declareConsent(input: { work: "${work}", capacity: AUTHOR, answers: [{ use: SEARCH, preference: DENY }] }) {
         __typename
       }
     }`,
  );
  return id;
}

/** What stands of each work that the visitor registered, by its title. */
async function saidOfWorks(visitor: Visitor): Promise<Record<string, string[]>> {
  interface Said {
    readonly use: string;
    readonly preference: string;
    readonly supersededBy: string | null;
    readonly withdrawnAt: string | null;
  }
  const { viewer } = await ask<{
    viewer: { works: { edges: { node: { title: string; statements: { edges: { node: Said }[] } } }[] } };
  }>(
    visitor,
    `{ viewer { works(first: 5) { edges { node { title statements(first: 20) { edges { node {
       use preference supersededBy withdrawnAt } } } } } } } }`,
  );
  const said = viewer.works.edges.map(({ node: { title, statements } }) => [
    title,
    statements.edges
      .filter(({ node }) => node.supersededBy === null && node.withdrawnAt === null)
      .map(({ node: { use, preference } }) => `${preference} ${use}`)
      .sort(),
  ]);
  return Object.fromEntries(said) as Record<string, string[]>;
}

/** The box by which a work is chosen, in the part of the page under a heading. */
function inSection({ page }: Visitor, heading: string, work: string): Locator {
  const section = page.locator('section', { has: page.getByRole('heading', { name: heading }) });
  return section.getByRole('checkbox', { name: work });
}

async function ask<Data>(visitor: Visitor, query: string): Promise<Data> {
  const response = await visitor.context.request.post('/graphql', { data: { query } });
  const answer = (await response.json()) as { data?: Data };
  if (!answer.data) throw new Error(JSON.stringify(answer));
  return answer.data;
}
