import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTextRecords } from '../../src/fetch/text-records.js';
import { serveZone, type ZoneServer } from './zone-server.js';

let first: ZoneServer;
let second: ZoneServer;

beforeAll(async () => {
  [first, second] = await Promise.all([serveZone(), serveZone()]);
  first.names.set('one.example', { texts: [['a record']] });
  first.names.set('split.example', { texts: [['x'.repeat(255), 'y'.repeat(255), 'z'], ['beside it']] });
  first.names.set('long.example', { texts: Array.from({ length: 12 }, () => ['w'.repeat(200)]) });
  first.names.set('bare.example', {});
  first.names.set('alias.example', { alias: 'target.example' });
  first.names.set('target.example', { texts: [['at the target']] });
  first.names.set('dangling.example', { alias: 'nowhere.example' });
  first.names.set('ill.example', { code: 2 });
  first.names.set('refused.example', { code: 5 });
  second.names.set('one.example', { texts: [['another record']] });
});

afterAll(() => Promise.all([first.close(), second.close()]));

describe('the text records of a name', () => {
  it.each<[string, string, object]>([
    ['are given whole', 'one.example', { found: 'records', texts: ['a record'], alias: undefined }],
    [
      'are joined where they were split into strings',
      'split.example',
      { found: 'records', texts: [`${'x'.repeat(255)}${'y'.repeat(255)}z`, 'beside it'] },
    ],
    [
      'are asked for by TCP when a datagram cannot hold them',
      'long.example',
      { found: 'records', texts: Array.from({ length: 12 }, () => 'w'.repeat(200)) },
    ],
    ['are absent from a name that has none', 'bare.example', { found: 'no-records', alias: undefined }],
    ['are absent with a name that does not exist', 'no.example', { found: 'no-name' }],
    [
      'come with the alias that they were found by',
      'alias.example',
      { found: 'records', texts: ['at the target'], alias: 'target.example' },
    ],
    [
      'are absent behind an alias to nothing',
      'dangling.example',
      { found: 'no-records', alias: 'nowhere.example' },
    ],
    ['are unknown when the server fails', 'ill.example', { found: 'no-answer', code: 'ESERVFAIL' }],
    ['are unknown when the server refuses', 'refused.example', { found: 'no-answer', code: 'EREFUSED' }],
  ])('%s', async (_, name, answer) => {
    expect(await createTextRecords([first.endpoint]).text(name)).toMatchObject([answer]);
  });

  it('are told by each server for itself', async () => {
    expect(await createTextRecords([first.endpoint, second.endpoint]).text('one.example')).toMatchObject([
      { texts: ['a record'] },
      { texts: ['another record'] },
    ]);
    expect(await createTextRecords([first.endpoint, second.endpoint]).text('bare.example')).toMatchObject([
      { found: 'no-records' },
      { found: 'no-name' },
    ]);
  });
});
