import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { readSitemap } from '../../src/cli/works/read-sitemap.js';
import { sitemapImages } from '../../src/cli/works/sitemap-images.js';
import { openWorksResults } from '../../src/cli/works/works-results.js';
import { melody } from '../sound/melody.js';
import { flacOf, mp3Of } from '../support/packed-recording.js';
import { makeTestHome, runCommand, type TestHome } from '../support/server-process.js';

describe('the pictures that a sitemap names', () => {
  it.each([
    [
      '<url><loc>https://a.example/</loc><image:image><image:loc>https://a.example/1.jpg?a=1&amp;b=2</image:loc></image:image></url>',
      ['https://a.example/1.jpg?a=1&b=2'],
      'those of the image extension',
    ],
    [
      '<loc>https://a.example/page</loc><loc> https://a.example/2.png </loc><loc>https://a.example/2.png</loc>',
      ['https://a.example/2.png'],
      'addresses that end like pictures, each once',
    ],
    ['<image:loc><![CDATA[https://a.example/3.webp]]></image:loc>', ['https://a.example/3.webp'], 'as it is'],
    ['<image:loc>https://a.example/4.webp', [], 'none where an element has no end'],
  ] as const)('in %s are %j: %s', (xml, images, _why) => {
    expect(sitemapImages(xml)).toEqual(images);
  });
});

describe('a sitemap that is read', () => {
  const bytes = (xml: string) => new TextEncoder().encode(xml);
  const index = bytes(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
      ['one.xml.gz', 'two.xml', 'gone.xml', 'index.xml', 'cut.xml.gz']
        .map((name) => `<sitemap><loc>https://a.example/${name}</loc></sitemap>`)
        .join('') +
      '</sitemapindex>',
  );
  const one = gzipSync('<urlset><url><loc>https://a.example/1.jpg</loc></url></urlset>');
  const files = new Map([
    ['one.xml.gz', one],
    ['two.xml', bytes('<loc>https://a.example/2.png</loc><loc>https://a.example/1.jpg</loc>')],
    ['index.xml', index],
    ['cut.xml.gz', one.subarray(0, 20)],
  ]);
  const fetch = (url: string) => {
    const found = files.get(url.replace('https://a.example/', ''));
    return found === undefined
      ? Promise.reject(new Error('The address answered with status 404.'))
      : Promise.resolve(found);
  };

  it('may be packed, and may be an index: each picture once, and each sitemap that cannot be read with why', async () => {
    expect(await readSitemap(one, fetch)).toEqual([{ image: 'https://a.example/1.jpg' }]);
    const found = await readSitemap(gzipSync(index), fetch);
    expect(found.slice(0, 2)).toEqual([
      { image: 'https://a.example/1.jpg' },
      { image: 'https://a.example/2.png' },
    ]);
    expect(found.slice(2).map((one) => 'problem' in one && `${one.sitemap}: ${one.problem.message}`)).toEqual(
      [
        'https://a.example/gone.xml: The address answered with status 404.',
        'https://a.example/index.xml: This is an index of sitemaps within another. Give it by itself.',
        'https://a.example/cut.xml.gz: The sitemap cannot be unpacked: it is cut, or holds more than 50 MB.',
      ],
    );
  });

  it('is refused where it names nothing', async () => {
    await expect(readSitemap(bytes('<urlset></urlset>'), fetch)).rejects.toThrow('names no pictures');
    await expect(readSitemap(bytes('<sitemapindex ></sitemapindex>'), fetch)).rejects.toThrow(
      'No sitemap of this',
    );
  });
});

describe('assent works add', () => {
  let home: TestHome;
  let folder: string;

  beforeAll(async () => {
    home = await makeTestHome();
    folder = join(home.folder, 'works');
    await mkdir(join(folder, 'below'), { recursive: true });
    const picture = (hue: string) =>
      sharp({ create: { width: 90, height: 80, channels: 3, background: hue } })
        .png()
        .toBuffer();
    await writeFile(join(folder, 'red.png'), await picture('#a00'));
    await writeFile(join(folder, 'below', 'blue, of the "sea".png'), await picture('#00a'));
    await writeFile(join(folder, 'broken.jpg'), 'no picture');
    await writeFile(join(folder, 'notes.doc'), 'passed over');
    await writeFile(join(folder, 'tune.flac'), flacOf(melody({ step: 5, seconds: 12 })));
    await writeFile(join(folder, 'tune.mp3'), await mp3Of(melody({ step: 5, seconds: 12 })));
    await writeFile(join(folder, 'silent.mp3'), 'ID3');
  });

  afterAll(() => home.remove());

  it('registers a folder, tells what became of each file, and goes on where it stopped', async () => {
    await runCommand(home, 'user', 'create', '--role', 'artist', '--email', 'painter@example.org');
    const results = join(home.folder, 'results.csv');
    const add = [
      'works',
      'add',
      folder,
      '--account',
      'painter@example.org',
      '--results',
      results,
      '--say-no',
    ];
    const first = await runCommand(home, ...add);
    expect(first.stderr).toContain('only they and the titles leave this device');
    expect(first.stdout).toContain('4 works registered, 0 known already, 2 files refused.');
    expect(first.stdout).toContain('1 files passed over, which are not registered: .doc 1.');
    const rows = (await readFile(results, 'utf8')).trim().split('\r\n');
    expect(rows[0]).toBe('name,status,work,problem,answer');
    expect(rows.slice(1).map((row) => row.replace(/[0-9a-f-]{36}/, 'ID'))).toEqual([
      '"below/blue, of the ""sea"".png",registered,ID,,no',
      expect.stringMatching(/^broken\.jpg,refused,,/),
      'red.png,registered,ID,,no',
      expect.stringMatching(/^silent\.mp3,refused,,.*no sound could be decoded/),
      'tune.flac,registered,ID,,no',
      'tune.mp3,registered,ID,,no',
    ]);
    expect([...(await openWorksResults(results, 'no')).done].sort()).toEqual([
      'below/blue, of the "sea".png',
      'red.png',
      'tune.flac',
      'tune.mp3',
    ]);
    const again = await runCommand(home, ...add);
    expect(again.stdout).toContain('0 works registered, 4 known already, 2 files refused.');
    const anew = await runCommand(home, ...add.slice(0, -1), '--collection', 'Blue and red');
    expect(anew.stdout).toContain('0 works registered, 4 known already, 2 files refused.');
    expect(anew.stdout).not.toContain('without an answer');
  });

  it('says no where an earlier run registered alone, refuses a row by itself, and reads the tables of spreadsheets', async () => {
    const table = join(folder, 'list.csv');
    await writeFile(
      table,
      '\uFEFFfile;title;url\r\nred.png;"Rot; hell";https://list.example/red.png\r\nbelow/gone.png;;\r\ntune.mp3;;no address\r\n',
    );
    await runCommand(home, 'user', 'create', '--role', 'artist', '--email', 'later@example.org');
    const results = join(home.folder, 'later.csv');
    const add = ['works', 'add', table, '--account', 'later@example.org', '--results', results];
    const alone = await runCommand(home, ...add);
    expect(alone.stdout).toContain('1 works registered, 0 known already, 2 files refused.');
    const leaves = async () => Number(/, (\d+) leaves/.exec((await runCommand(home, 'doctor')).stdout)?.[1]);
    const before = await leaves();
    const said = await runCommand(home, ...add, '--say-no');
    expect(said.stdout).toContain('0 works registered, 1 known already, 2 files refused.');
    const answers = await runCommand(home, ...add, '--say-no');
    expect(answers.stdout).toContain('0 works registered, 1 known already, 2 files refused.');
    expect(await leaves()).toBe(before + 1);
    const rows = (await readFile(results, 'utf8')).trim().split('\r\n');
    expect(rows.slice(1).map((row) => row.replace(/[0-9a-f-]{36}/, 'ID'))).toEqual([
      'red.png,registered,ID,,',
      ...[1, 2, 3].flatMap((run) => [
        ...(run === 2 ? ['red.png,known,ID,,no'] : []),
        expect.stringMatching(/^below\/gone\.png,refused,,.*no such file/),
        expect.stringMatching(/^tune\.mp3,refused,,"One of the addresses is no web address/),
      ]),
    ]);
  });

  it('is beside `assent answers`, which previews an answer and brings a list', async () => {
    const table = join(home.folder, 'rows.csv');
    await writeFile(table, 'URL,TEXT\nhttps://list.example/1.jpg,one\nhttps://list.example/2.jpg,two\n');
    await runCommand(home, 'ingest', table, '--dataset', 'rows');
    const account = ['--account', 'painter@example.org'];
    const before = await runCommand(home, 'answers', 'preview', 'https://list.example/1.jpg', ...account);
    expect(before.stdout).toBe('rows: 1 known rows\n  1 from UNKNOWN to DENIED, train-ai\n');
    const list = join(home.folder, 'list.txt');
    await writeFile(list, 'https://list.example/1.jpg\nlist.example\nno address\n');
    const results = join(home.folder, 'answers.csv');
    const bring = ['answers', 'import', list, ...account, '--results', results];
    const brought = await runCommand(home, ...bring);
    expect(brought.stdout).toContain('2 noes recorded, dated today, 0 known already, 1 refused.\n1 of them');
    const rows = (await readFile(results, 'utf8')).trim().split('\r\n');
    expect(rows.map((row) => row.split(',').slice(0, 4).join(','))).toEqual([
      'address,kind,status,counts_now',
      'https://list.example/1.jpg,url,recorded,yes',
      'list.example,domain,recorded,no',
      'no address,url,refused,no',
    ]);
    const after = await runCommand(home, 'answers', 'preview', 'https://list.example/1.jpg', ...account);
    expect(after.stdout).toBe('rows: 1 known rows\n  nothing would be answered otherwise\n');
  });
});
