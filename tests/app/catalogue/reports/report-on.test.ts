import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCsv } from '../../../../src/app/catalogue/reports/report-csv.js';
import { type CatalogueReport, reportOn } from '../../../../src/app/catalogue/reports/report-on.js';
import { dataset, entry } from '../../../support/store-records.js';
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

  it('says what was looked through, and counts a subject once however often it is named', async () => {
    const { lines, searched } = await report('Ada Brushwell', ' Ada Brushwell ', '');
    expect(lines).toHaveLength(1);
    expect(searched.rowsHeld).toBe(5n);
  });

  it('is a table with a line for each dataset, and one with zeros where there is nothing', async () => {
    const answer = await report('Ada Brushwell', '=nobody');
    const time = answer.askedAt.toISOString();
    expect(reportCsv(answer).split('\r\n')).toEqual([
      'subject,kind,dataset,release,rows,pictures,estimated,rows_held,rows_published,asked_at',
      `Ada Brushwell,name,first,v2,3,2,no,4,400,${time}`,
      `Ada Brushwell,name,second,,1,1,no,1,,${time}`,
      `'=nobody,name,,,0,0,no,,,${time}`,
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
