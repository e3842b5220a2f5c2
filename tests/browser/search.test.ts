import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP, PHONE } from '../support/browser-visitor.js';
import { obstacles } from '../support/browser-obstacles.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { runCommand } from '../support/server-process.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

const FIELD = 'A name, a title, a few words, a web address or a site';
/** What of an `img` element is looked at. */
interface Picture {
  readonly currentSrc: string;
  readonly naturalWidth: number;
  decode(): Promise<void>;
}

const ROWS = `URL,TEXT,WIDTH,HEIGHT
http://gone.example/lost.jpg,a lost etching of a lighthouse,600,400
http://gone.example/also-lost.jpg,,,
`;

describeInBrowser('looking for a work', () => {
  let site: TestSite;
  let stage: Stage;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await openTestSite();
    stage = await Stage.open(
      { ASSENT_HOST_MAP: `gone.example=127.0.0.1:${site.port}`, ASSENT_SNAPSHOT_MINUTES: '5' },
      { demo: true },
    );
    const table = join(stage.home.folder, 'rows.csv');
    await writeFile(table, ROWS);
    await runCommand(
      stage.home,
      ...['ingest', table, '--dataset', 'laion-sample', '--title', 'LAION-400M, a sample'],
      ...['--rows-published', '413000000'],
    );
    visitor = await stage.visitor(DESKTOP);
  });

  afterAll(async () => {
    await stage.close();
    await site.close();
  });

  it('finds pictures by words, shows them, and says what was searched', async () => {
    await visitor.open('/');
    await visitor.fill(FIELD, 'blue');
    await visitor.press('button', 'Find my work');
    await visitor.see(/^Find my work: blue/);
    const captions = await captionsShown();
    expect(captions).toHaveLength(24);
    for (const caption of captions) expect(caption.toLowerCase()).toContain('blue');
    await visitor.read(/Searched 314 of 413 million rows, 0\.0000\d\s%/);
    expect(await brokenPictures()).toEqual([]);
  });

  it('loads pictures from the thumbnails of the registry only', async () => {
    const sources = await visitor.page
      .getByRole('main')
      .locator('img')
      .evaluateAll((images: Picture[]) => images.map((image) => image.currentSrc));
    // What is further down has not been loaded yet.
    const loaded = sources.filter((source) => source !== '');
    expect(loaded.length).toBeGreaterThanOrEqual(24);
    for (const source of loaded) expect(source.startsWith(`${stage.server.url}/thumbnails/`)).toBe(true);
  });

  it('adds more results to those shown, and finds them again on the way back', async () => {
    await visitor.page.getByRole('article').last().scrollIntoViewIfNeeded();
    await visitor.page.getByRole('article').nth(24).waitFor();
    const captions = await captionsShown();
    expect(captions.length).toBeGreaterThan(24);
    expect(new Set(await hrefsShown()).size).toBe(captions.length);

    const last = visitor.page.getByRole('article').last().getByRole('link').first();
    await last.scrollIntoViewIfNeeded();
    const scrolled = await scrollPosition();
    await visitor.pressOn(last);
    await visitor.see(captions.at(-1) ?? '');
    await visitor.page.goBack();
    await visitor.see(/^Find my work: blue/);
    expect(await captionsShown()).toEqual(captions);
    expect(Math.abs((await scrollPosition()) - scrolled)).toBeLessThan(50);
  });

  it('goes on by itself for four pages, and then takes a press, so that the foot of the page can be reached', async () => {
    const reader = await visitor.newTab();
    await reader.open('/search?dataset=demo&pages=3');
    const articles = reader.page.getByRole('article');
    await articles.nth(71).scrollIntoViewIfNeeded();
    await articles.nth(95).waitFor();
    await articles.nth(95).scrollIntoViewIfNeeded();
    await reader.press('button', 'Show more');
    await articles.nth(96).waitFor();
    expect(await focused(reader)).toBe(await articles.nth(96).locator('h2 a').innerText());
    expect(new URL(reader.page.url()).searchParams.get('pages')).toBe('5');
    await reader.page.close();
  });

  it('shows a picture large, with what the dataset says of it and what nobody has answered', async () => {
    await visitor.pressOn(visitor.page.getByRole('article').first().getByRole('link').first());
    await visitor.read('What the dataset says');
    expect(await visitor.text()).toContain('demo.test');
    expect(await visitor.text()).toContain('Nobody has answered');
    expect(await brokenPictures()).toEqual([]);
  });

  it('takes the name of a site for a search of that site, the ones below it included', async () => {
    await visitor.open('/search');
    await visitor.fill(FIELD, 'watercolourist.demo.test');
    await visitor.press('button', 'Find my work');
    await visitor.read('Showing rows from this site.');
    await visitor.page.getByRole('article').first().waitFor();
    const facts = await visitor.page.getByRole('article').allInnerTexts();
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact).toContain('watercolourist.demo.test');

    await visitor.press('link', 'Search captions for it instead');
    await visitor.see(/^Find my work: watercolourist/);
    expect(await visitor.text()).not.toContain('Showing rows from this site.');
  });

  it('says of an empty result what was searched, and offers to say no anyway', async () => {
    await visitor.open('/search?q=zyzzyva');
    await visitor.read('Nothing found, in what we can search');
    await visitor.read('This does not mean that no AI has learned from your work.');
    await visitor.read(/Searched 314 of 413 million rows/);
    await visitor.press('link', 'Say no anyway');
    await visitor.see('What is yours?');
  });

  it('takes the site that was searched for along to the answer', async () => {
    await visitor.open('/search?q=my-own-site.example');
    await visitor.press('link', 'Say no anyway');
    await visitor.see('What is yours?');
    expect(await visitor.page.getByRole('textbox').first().inputValue()).toBe('my-own-site.example');
    expect(await visitor.named('radio', 'The whole site').isChecked()).toBe(true);
  });

  it('searches one dataset when told to', async () => {
    await visitor.open('/search?q=lighthouse');
    await visitor.choose('Dataset', 'LAION-400M, a sample');
    await visitor.read(/Searched 2 of 413 million rows/);
    expect(await captionsShown()).toEqual(['a lost etching of a lighthouse']);
  });

  it('keeps a calm frame for a picture that is gone', async () => {
    const phone = await stage.visitor(PHONE);
    await phone.open('/search?q=gone.example');
    await phone.read('The picture is no longer at its address.');
    await phone.read('a lost etching of a lighthouse');
    await phone.read('Without a caption');
    expect(await phone.page.getByText('The picture is no longer at its address.').count()).toBe(2);
    expect(site.asked).toContain('/lost.jpg');
    expect(phone.mishaps).toEqual(NO_MISHAPS);
    await phone.leave();
  });

  it('narrows a search, says that it did, counts what is left, and widens it again', async () => {
    await visitor.open('/search?q=luna');
    await visitor.read('“luna” was also searched as moon');
    await visitor.choose('Order', 'Last come first');
    await visitor.choose('Size', 'Medium, to 1,023 pixels');
    await visitor.press('button', 'Show these');
    await visitor.read('Filters are set; without them there may be more.');
    expect(visitor.page.url()).toContain('size=medium');
    expect(visitor.page.url()).toContain('sort=newest');
    await visitor.read(/^\d+ rows found\.$/);
    await visitor.pressOn(visitor.page.locator('a.histogram__column').first());
    await visitor.read(/Narrow and sort \(2\)/);
    expect(visitor.page.url()).toMatch(/aesthetic=\d\.\.\d/);
    await visitor.press('link', 'Without these filters');
    await visitor.page.waitForURL((url) => !url.search.includes('size='));
  });

  it('narrows on a phone in a sheet, which goes away once something is chosen, and counts nothing before it is opened', async () => {
    const phone = await stage.visitor(PHONE);
    await phone.open('/search?q=luna');
    await phone.page.getByRole('article').first().waitFor();
    expect(await phone.page.locator('a.histogram__column').count()).toBe(0);
    await phone.press('button', 'Narrow and sort');
    await phone.read(/^\d+ rows found\.$/);
    expect(await phone.named('checkbox', 'Show everything in this visit').isVisible()).toBe(true);
    expect(await obstacles(phone)).toEqual([]);
    expect(await phone.overhang()).toBeLessThanOrEqual(0);
    await phone.pressOn(phone.page.getByRole('dialog').locator('a.histogram__column').last());
    await phone.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await phone.read('Filters are set; without them there may be more.');
    await phone.press('button', 'Narrow and sort (1)');
    await phone.press('button', 'To the results');
    expect(await focused(phone)).toBe('Narrow and sort (1)');
    expect(phone.mishaps).toEqual(NO_MISHAPS);
    await phone.leave();
  });

  it('marks where a search goes wrong, and asks whether another name was meant', async () => {
    await visitor.open('/search?q=moon+author%3A%22frida');
    await visitor.read('A phrase has no end.');
    expect(await visitor.page.locator('mark').innerText()).toBe('"frida');
    await visitor.open('/search?q=frida+khalo');
    await visitor.press('link', 'Frida Kahlo');
    await visitor.see(/^Find my work: Frida Kahlo/);
  });

  it('gives what was found as a file', async () => {
    await visitor.open('/search?q=lighthouse');
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.press('link', 'CSV'),
    ]);
    expect(download.suggestedFilename()).toBe('search.csv');
    const path = await download.path();
    expect(await readFile(path, 'utf8')).toMatch(/^id,dataset,url,caption/);
  });

  it('registers a picture as a work, says no to it, and tells where it was found', async () => {
    const account = 'email: "engraver@example.org", password: "four unrelated plain words"';
    const query = `mutation { register(input: { ${account} }) { __typename } }`;
    await visitor.context.request.post('/graphql', { data: { query } });
    await visitor.open('/search?q=quilt');
    await visitor.pressOn(visitor.page.getByRole('article').locator('h2 a').first());
    await visitor.press('link', 'Register it as a work');
    await visitor.see('Register a work');
    await visitor.fill('What it is called', 'A quilt of mine');
    await visitor.press('button', 'Register it');
    await visitor.see('A quilt of mine');
    await visitor.press('link', 'Answer for it');
    await visitor.press('button', 'No');
    await visitor.see('Your no is on the record.');
    await visitor.press('link', 'To the work');
    await visitor.see('A quilt of mine');
    await visitor.choose('Show', 'Sure (1)');
    await visitor.pressOn(visitor.page.locator('.match a').first());
    await visitor.read('No · they told us');
    await visitor.page.goBack();
    await visitor.choose('Show', 'Sure (1)');
    await visitor.page.getByRole('checkbox').focus();
    await visitor.page.keyboard.press('Space');
    await visitor.press('button', 'It is not (1)');
    await visitor.read('1 address rejected.');
    await visitor.open('/desk');
    await visitor.press('link', 'All my works');
    await visitor.see('My works');
    await visitor.read('Not found anywhere so far');
  });

  it('takes several results that were chosen to one no for all of them', async () => {
    await visitor.open('/search?q=quilt');
    await visitor.press('button', 'Choose several');
    await visitor.read('0 addresses chosen');
    const boxes = visitor.page.getByRole('checkbox', { name: /^Choose/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await boxes.nth(2).check();
    await boxes.nth(1).uncheck();
    await visitor.read('2 addresses chosen');
    await visitor.press('button', 'Say no to these');
    await visitor.see('Bring a list');
    await visitor.press('button', 'Say no to 2 addresses');
    await visitor.read('The list is on the record.');
    await visitor.read('2 recorded, 0 known already, 0 refused.');
    await visitor.open('/desk/import');
    await visitor.read('Say no to 0 addresses');
  });

  it('takes a picture that is chosen on the first page straight to where it is looked for', async () => {
    await visitor.open('/');
    const thumbnail = await visitor.page.locator('img').first().getAttribute('src');
    const answer = await visitor.page.request.get(thumbnail ?? '');
    await visitor.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.webp', mimeType: 'image/webp', buffer: await answer.body() });
    await visitor.see('Find a picture');
    await visitor.read(/Compared with 0 pictures of 314 rows/);
    const preview = visitor.page.getByRole('img', { name: 'Your picture' });
    expect(await preview.isVisible()).toBe(true);
    // It is not kept anywhere, not even in the history of the browser.
    await visitor.page.reload();
    await visitor.see('Find a picture');
    expect(await preview.count()).toBe(0);
  });

  it('lists what a dataset holds, and leads from each bar to its rows', async () => {
    await visitor.open('/datasets/demo');
    await visitor.press('link', 'watercolourist.demo.test');
    await visitor.see('Find my work');
    await visitor.read(/Searched 312 of 312 rows/);
    expect(await captionsShown()).toHaveLength(24);
    await visitor.open('/datasets/demo');
    await visitor.press('link', 'See its rows');
    await visitor.see('Rows of the list');
    expect(await visitor.page.getByRole('row').count()).toBe(51);
    await visitor.press('link', 'Next rows');
    await visitor.read('Caption');
    expect(new URL(visitor.page.url()).searchParams.get('after')).not.toBeNull();
  });

  it('answers a list for who builds datasets, shows what decided, and shows no answer as one when there is none', async () => {
    const said =
      'kind: URL, address: "https://maps.example/1.png", capacity: AUTHOR, answers: [{ use: TRAIN_AI, preference: DENY }]';
    const query = `mutation { declareConsent(input: { ${said} }) { __typename } }`;
    await visitor.context.request.post('/graphql', { data: { query } });
    await visitor.open('/desk');
    await visitor.pressOn(visitor.page.getByRole('main').getByRole('link', { name: 'For builders' }));
    await visitor.see('For builders');
    const list =
      '{"url":"https://maps.example/1.png"}\n{"url":"https://maps.example/2.png"}\n{"url":"a caption"}\n';
    await visitor.page
      .getByLabel('Choose a list')
      .setInputFiles({ name: 'rows.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(list) });
    await visitor.press('button', 'Check them');
    await visitor.read('AI training: 3 addresses');
    const rows = visitor.page.getByRole('region', { name: 'Answers, address by address' }).getByRole('row');
    expect(await rows.nth(1).innerText()).toMatch(
      /1\.png\s+No · they told us\s+It is about exactly this address/,
    );
    expect(await rows.nth(2).innerText()).toMatch(/2\.png\s+Nobody has answered/);
    expect(await rows.nth(3).innerText()).toMatch(/a caption\s+Nobody has answered\s+This does not read as/);
    await visitor.read(/^npx assent snapshot pull http:/);
    await visitor.page.route('**/graphql', (route) =>
      route.fulfill({ json: { errors: [{ message: 'no' }] } }),
    );
    await visitor.press('button', 'Check them');
    await visitor.read('There is no answer, and no answer is not permission.');
    expect(await rows.count()).toBe(0);
    await visitor.page.unroute('**/graphql');
    await visitor.press('button', 'Check them');
    await visitor.pressOn(rows.nth(1).getByRole('link').first());
    await visitor.see('No to AI training');
  });

  it('has an address of a builder told of changes, and shows its secret once', async () => {
    await visitor.open('/build');
    await visitor.read('You have no key that works.');
    await visitor.pressOn(visitor.page.getByText('Add a webhook'));
    await visitor.fill('Address to be told', 'https://hooks.example/assent');
    await visitor.press('button', 'Add it');
    await visitor.read(/^whsec_/);
    await visitor.press('button', 'I have copied it');
    await visitor.read('https://hooks.example/assent');
    expect(await visitor.text()).not.toContain('whsec_');
    await visitor.pressOn(visitor.page.getByText('Attempts, and telling it again'));
    await visitor.fill('Tell it again from this size of the log', '900');
    await visitor.press('button', 'Tell it again');
    await visitor.read(/^The log has not signed so many leaves/);
    await visitor.fill('Tell it again from this size of the log', '0');
    await visitor.press('button', 'Tell it again');
    await visitor.read('It will be told again, within a minute or two.');
    await visitor.read('Told up to a log of 0 lines.');
    expect(await obstacles(visitor)).toEqual([]);
    await visitor.press('button', 'Remove: https://hooks.example/assent');
    await visitor.page.getByText('https://hooks.example/assent').waitFor({ state: 'detached' });
  });

  it('opens a receipt on the device, and tells what of it was checked and what was not', async () => {
    const table = join(stage.home.folder, 'asked.csv');
    const path = join(stage.home.folder, 'receipt.json');
    await writeFile(table, 'url\nhttps://maps.example/1.png\nhttps://maps.example/2.png\n');
    await runCommand(stage.home, ...['check', table, '--use', 'train-ai', '--receipt', path]);
    await visitor.open('/build/receipt');
    const choice = visitor.page.getByLabel('Choose a receipt');
    await choice.setInputFiles(path);
    await visitor.read('The log signed what the answers rest on.');
    await visitor.read('2 rows, by answer');
    await visitor.read('Whether the files that you have are those that it names.');
    await visitor.read(/^npx assent receipt verify receipt\.json --key/);
    expect(await obstacles(visitor)).toEqual([]);
    await visitor.page.setViewportSize(PHONE.viewport);
    expect(await visitor.overhang()).toBeLessThanOrEqual(0);
    const changed = (await readFile(path, 'utf8')).replace('"kept":1', '"kept":2');
    const other = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(changed) };
    await choice.setInputFiles(other);
    await visitor.read('This is no receipt that holds together. Nothing of it may be relied on.');
    expect(await visitor.text()).not.toContain('The log signed');
  });

  it('has told no third party anything, all the while', () => {
    expect(visitor.mishaps).toEqual(NO_MISHAPS);
  });

  function focused({ page }: Visitor): Promise<string> {
    return page.evaluate<string>('document.activeElement.innerText');
  }

  function captionsShown(): Promise<string[]> {
    return visitor.page.getByRole('article').getByRole('heading', { level: 2 }).allInnerTexts();
  }

  function hrefsShown(): Promise<string[]> {
    return visitor.page
      .getByRole('article')
      .locator('h2 a')
      .evaluateAll((links: { href: string }[]) => links.map((link) => link.href));
  }

  function scrollPosition(): Promise<number> {
    return visitor.page.evaluate<number>('scrollY');
  }

  /** Pictures of the page that are not there once all of them have been scrolled to. */
  async function brokenPictures(): Promise<string[]> {
    const pictures = visitor.page.getByRole('main').locator('img');
    for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded();
    return pictures.evaluateAll(async (images: Picture[]) => {
      await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
      return images.filter((image) => image.naturalWidth === 0).map((image) => image.currentSrc);
    });
  }
});
