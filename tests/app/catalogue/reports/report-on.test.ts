import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCsv } from '../../../../src/app/catalogue/reports/report-csv.js';
import { type CatalogueReport, reportOn } from '../../../../src/app/catalogue/reports/report-on.js';
import type { Work, WorkMatch, WorkMatchState } from '../../../../src/app/ports/works.js';
import { account, at, claim, dataset, digestOf, entry } from '../../../support/store-records.js';
import { urlKey } from '../../../../src/core/url/url-key.js';
import { makeTestRegistry } from '../../../support/test-registry.js';
import { openTestStore } from '../../../support/test-store.js';

const store = await openTestStore();
const registry = makeTestRegistry(store);
const md5 = Uint8Array.from({ length: 16 }, (_, at) => at);

beforeAll(async () => {
  const first = await store.datasets.ensure(dataset({ slug: 'first', release: 'v2', rowsPublished: 400n }));
  const second = await store.datasets.ensure(dataset({ slug: 'second' }));
  await store.entries.addBatch(first.id, [
    entry('shop.example/1.jpg', 'Poster after Ada Brushwell', { md5 }),
    entry('shop.example/1-large.jpg', 'Ada Brushwell, poster, large', { md5 }),
    entry('shop.example/3.jpg', 'A harbour', { author: 'Ada Brushwell' }),
    entry('shop.example/4.jpg', 'Ada, by another Brushwell'),
  ]);
  await store.entries.addBatch(second.id, [
    entry('blog.example/5.jpg', 'ada brushwell at work', { punsafe: 0.9 }),
  ]);
});
afterAll(() => store.close());

async function report(...subjects: string[]): Promise<CatalogueReport> {
  const answer = await reportOn(registry, subjects);
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}

function workOf(accountId: string, claimId: string): Work {
  return {
    ...{ id: randomUUID(), claimId, accountId, medium: 'image', title: undefined, sha256: digestOf('work') },
    ...{ md5: undefined, width: undefined, height: undefined, picture: undefined, textHash: undefined },
    ...{
      soundItems: undefined,
      identifiers: {},
      waitsSince: undefined,
      lookedForAt: undefined,
      createdAt: at('09:00:00'),
    },
  };
}

function matchAt(workId: string, canonical: string, state: WorkMatchState): WorkMatch {
  return {
    ...{ id: randomUUID(), workId, canonical, subjectDigest: digestOf(canonical) },
    ...{ subjectKey: urlKey(canonical), canon: 1, datasetId: undefined, rowId: undefined },
    ...{ kind: 'same-file', method: 'sha256', distance: undefined, orientation: undefined },
    ...{ parts: undefined, score: undefined, state, confirmedBy: undefined, leafMatch: undefined },
    ...{ foundAt: at('09:00:00'), decidedAt: undefined, seenAt: undefined },
  };
}

describe('a report on names and places', () => {
  it('counts where the words of a name stand together, as rows and as different pictures, dataset by dataset', async () => {
    const { lines } = await report('Ada Brushwell');
    expect(lines).toMatchObject([
      {
        subject: 'Ada Brushwell',
        kind: 'name',
        rows: 4,
        pictures: 3,
        areEstimates: false,
        counts: [
          { dataset: { slug: 'first' }, rows: 3, pictures: 2 },
          { dataset: { slug: 'second' }, rows: 1, pictures: 1 },
        ],
      },
    ]);
  });

  it('counts sites and addresses by where the rows lead', async () => {
    const { lines } = await report('shop.example', 'https://shop.example/1.jpg', 'nobody.example');
    expect(lines.map(({ kind, rows, pictures }) => [kind, rows, pictures])).toEqual([
      ['place', 4, 3],
      ['place', 1, 1],
      ['place', 0, 0],
    ]);
  });

  it('counts apart what is at places that an artist of this name proved, and what was found to be theirs, and tells of nobody without a proof', async () => {
    const artist = account();
    await store.accounts.add(artist);
    await store.artistNames.replace(artist.id, [{ name: 'Wilma Quill', folded: 'wilma quill' }]);
    const place = claim(artist.id, 'shop.example', { state: 'active' });
    await store.claims.add(place);
    const ofWork = claim(artist.id, 'a work', { kind: 'content', state: 'active', expression: undefined });
    await store.claims.add(ofWork);
    const work = workOf(artist.id, ofWork.id);
    await store.works.add(work, { wholes: [], regions: [], locations: [], meaning: undefined });
    await store.works.addMatches([
      matchAt(work.id, 'blog.example/5.jpg', 'confirmed'),
      matchAt(work.id, 'shop.example/4.jpg', 'suggested'),
    ]);
    const [unproven] = (await report('Wilma Quill')).lines;
    expect(unproven).toMatchObject({ rows: 0, artists: 0, claimed: [], matched: [] });

    await store.claims.update(place.id, { assurance: 'verified' });
    const answer = await report('wilma  QUILL', 'shop.example');
    for (const line of answer.lines) {
      expect(line).toMatchObject({
        artists: 1,
        claimed: [{ dataset: { slug: 'first' }, rows: 4, pictures: 3 }],
        matched: [{ dataset: { slug: 'second' }, rows: 1, pictures: 1 }],
      });
    }
    expect(reportCsv(answer)).toContain('wilma  QUILL,name,matched to works,second,,1,1,no,1,,');

    await store.accounts.update(artist.id, { suspendedAt: registry.clock() });
    expect((await report('Wilma Quill')).lines).toMatchObject([{ artists: 0, claimed: [], matched: [] }]);
  });

  it('says what was looked through, and counts a subject once however often it is named', async () => {
    const { lines, searched } = await report('Ada Brushwell', ' Ada Brushwell ', '');
    expect(lines).toHaveLength(1);
    expect(searched.rowsHeld).toBe(5n);
  });

  it('is a table with a line for each dataset, and one with zeros where there is nothing', async () => {
    const answer = await report('Ada Brushwell', '=nobody');
    const time = answer.askedAt.toISOString();
    expect(reportCsv(answer).split('\r\n')).toEqual([
      'subject,kind,counted,dataset,release,rows,pictures,estimated,rows_held,rows_published,asked_at',
      `Ada Brushwell,name,named,first,v2,3,2,no,4,400,${time}`,
      `Ada Brushwell,name,named,second,,1,1,no,1,,${time}`,
      `'=nobody,name,named,,,0,0,no,,,${time}`,
      '',
    ]);
  });

  it.each([
    [[], 'No name is given.'],
    [['  '], 'No name is given.'],
    [['-'], '-: There is nothing to search for.'],
    [Array.from({ length: 51 }, (_, at) => `name ${at}`), 'There are too many names.'],
  ])('refuses %j with what to do', async (subjects, message) => {
    expect(await reportOn(registry, subjects)).toMatchObject({
      ok: false,
      message,
      nextStep: expect.stringMatching(/\.$/),
    });
  });
});
