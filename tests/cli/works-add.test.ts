import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
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
    const rows = (await readFile(results, 'utf8')).trim().split('\r\n');
    expect(rows[0]).toBe('name,status,work,problem');
    expect(rows.slice(1).map((row) => row.replace(/[0-9a-f-]{36}/, 'ID'))).toEqual([
      '"below/blue, of the ""sea"".png",registered,ID,',
      expect.stringMatching(/^broken\.jpg,refused,,/),
      'red.png,registered,ID,',
      expect.stringMatching(/^silent\.mp3,refused,,.*no sound could be decoded/),
      'tune.flac,registered,ID,',
      'tune.mp3,registered,ID,',
    ]);
    expect([...(await openWorksResults(results)).done].sort()).toEqual([
      'below/blue, of the "sea".png',
      'red.png',
      'tune.flac',
      'tune.mp3',
    ]);
    const again = await runCommand(home, ...add);
    expect(again.stdout).toContain('0 works registered, 4 known already, 2 files refused.');
    await writeFile(results, '');
    const anew = await runCommand(home, ...add.slice(0, -1), '--collection', 'Blue and red');
    expect(anew.stdout).toContain('0 works registered, 4 known already, 2 files refused.');
    expect(anew.stdout).not.toContain('without an answer');
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
