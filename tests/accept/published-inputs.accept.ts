import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { makeTestHome, runCommand, type TestHome } from '../support/server-process.js';

const data = process.env['ASSENT_ACCEPT_DATA'] ?? '';

describe('published inputs, one command each', () => {
  let home: TestHome;

  beforeAll(async () => {
    home = await makeTestHome();
  });

  afterAll(() => home.remove());

  it('loads a shard of 600 artworks, found by author and word, with nothing of the pictures kept', async () => {
    const { exit, stdout } = await runCommand(
      home,
      ...['ingest', join(data, 'openclipart-600.tar'), '--dataset', 'openclipart'],
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('laid out as img2dataset');
    expect(stdout).toContain('600 rows read, 600 added, 0 already held, 0 rejected.');
    const found = await runCommand(
      home,
      'search',
      'Horkan gradient collection',
      '--limit',
      '100',
      '--dataset',
      'openclipart',
      '--json',
    );
    const { entries } = JSON.parse(found.stdout) as { entries: { url: string }[] };
    expect(entries.map(({ url }) => url)).toContain(
      'https://images.openclipart.test/special/gradients/gradient-spectrums-rainbow.jpg',
    );
  });

  it('loads 10,000 rows of LAION-400M, and keeps the one that holds no address', async () => {
    const { exit, stdout } = await runCommand(
      home,
      ...['ingest', join(data, 'laion-400m-10k.parquet'), '--dataset', 'laion-400m-sample'],
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('10,000 rows read, 9,999 added, 0 already held, 1 rejected.');
    expect(stdout).toMatch(/rejected rows are kept in \S+\.rejected\.ndjson/);
  });
});
