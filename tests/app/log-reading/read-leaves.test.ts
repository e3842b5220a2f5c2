import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLeaves } from '../../../src/app/log-reading/read-leaves.js';
import type { LogStore } from '../../../src/app/ports/log.js';
import type { OpenStore } from '../../../src/store/open-store.js';
import { appendAny, openScenarioLog } from '../log/log-scenario.js';
import { openTestStore } from '../../support/test-store.js';

const SIZE = 1_200;
let store: OpenStore;

beforeAll(async () => {
  store = await openTestStore();
  const log = await openScenarioLog(store);
  await log.sequence((inside, at) => appendAny(inside, at, SIZE - 1));
});

afterAll(() => store.close());

/** The log, with the ranges that were asked of it. */
function recording(): { log: LogStore; asked: [bigint, number][] } {
  const asked: [bigint, number][] = [];
  const log: Pick<LogStore, 'byIndex'> = {
    byIndex(from, count) {
      asked.push([from, count]);
      return store.log.byIndex(from, count);
    },
  };
  return { log: log as LogStore, asked };
}

describe('leaves read by their indexes', () => {
  it.each<[reason: string, indexes: bigint[], queries: number]>([
    ['none', [], 0],
    ['one', [7n], 1],
    ['the same twice', [7n, 7n], 1],
    ['neighbours, in any order', [9n, 7n, 8n], 1],
    ['the two ends of what is read at once', [0n, 255n], 1],
    ['one further', [0n, 256n], 2],
    ['far apart', [1_199n, 0n, 600n], 3],
  ])('come in the order asked, in few queries: %s', async (_reason, indexes, queries) => {
    const { log, asked } = recording();
    const leaves = await readLeaves(log, indexes);
    expect(leaves.map((leaf) => leaf?.index)).toEqual(indexes);
    expect(asked).toHaveLength(queries);
    for (const [, count] of asked) expect(count).toBeLessThanOrEqual(256);
  });

  it('are undefined where the log has none', async () => {
    const leaves = await readLeaves(store.log, [1_199n, 1_200n]);
    expect(leaves.map((leaf) => leaf?.index)).toEqual([1_199n, undefined]);
  });
});
