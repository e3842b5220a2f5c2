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

/** The log, with what was asked of it. */
function recording(): { log: LogStore; asked: (readonly bigint[])[] } {
  const asked: (readonly bigint[])[] = [];
  const log: Pick<LogStore, 'atIndexes'> = {
    atIndexes(indexes) {
      asked.push(indexes);
      return store.log.atIndexes(indexes);
    },
  };
  return { log: log as LogStore, asked };
}

describe('leaves read by their indexes', () => {
  it.each<[reason: string, indexes: bigint[]]>([
    ['none', []],
    ['one', [7n]],
    ['the same twice', [7n, 7n]],
    ['neighbours, in any order', [9n, 7n, 8n]],
    ['far apart', [1_199n, 0n, 600n]],
  ])('come in the order asked, in one query, each asked for once: %s', async (_reason, indexes) => {
    const { log, asked } = recording();
    const leaves = await readLeaves(log, indexes);
    expect(leaves.map((leaf) => leaf?.index)).toEqual(indexes);
    expect(asked).toEqual([[...new Set(indexes)]]);
  });

  it('are undefined where the log has none', async () => {
    const leaves = await readLeaves(store.log, [1_199n, 1_200n]);
    expect(leaves.map((leaf) => leaf?.index)).toEqual([1_199n, undefined]);
  });
});
