import { createHash } from 'node:crypto';
import DefaultSequencer from '@jest/test-sequencer';

/** Suites of these folders wait for servers, disks and pages most of the time, and take by far the longest. */
const WAITING = /\/tests\/(?:faults|browser|e2e)\//;

/** So far into the others the last of them begins. */
const LAST_BEGINS_AT = 0.7;

/**
 * Strews the suites that wait among those that compute: many at once would leave the cores idle, and one at the end leaves
 * them idle until it is done. Jest goes by how long each took the last time, which a fresh clone does not know.
 * ASSENT_TEST_ORDER, any word, is another order for each word: no suite may depend on which of them came before it.
 */
export default class SuiteOrder extends DefaultSequencer {
  sort(tests) {
    const word = process.env.ASSENT_TEST_ORDER;
    if (word) return tests.toSorted((one, other) => compare(lot(word, one), lot(word, other)));
    const known = super.sort(tests);
    const waiting = known.filter(({ path }) => WAITING.test(path));
    const computing = known.filter(({ path }) => !WAITING.test(path));
    const between = Math.floor((computing.length * LAST_BEGINS_AT) / Math.max(waiting.length, 1));
    const strewn = waiting.flatMap((suite, at) => [
      suite,
      ...computing.slice(at * between, (at + 1) * between),
    ]);
    return [...strewn, ...computing.slice(waiting.length * between)];
  }
}

function lot(word, { path }) {
  return createHash('sha256').update(`${word}\0${path}`).digest('hex');
}

function compare(one, other) {
  return one < other ? -1 : 1;
}
