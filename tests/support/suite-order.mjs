import DefaultSequencer from '@jest/test-sequencer';

/** Suites of these folders wait for servers, disks and pages most of the time, and take by far the longest. */
const WAITING = /\/tests\/(?:faults|browser|e2e)\//;

/** So far into the others the last of them begins. */
const LAST_BEGINS_AT = 0.7;

/**
 * Strews the suites that wait among those that compute: many at once would leave the cores idle, and one at the end leaves
 * them idle until it is done. Jest goes by how long each took the last time, which a fresh clone does not know.
 */
export default class SuiteOrder extends DefaultSequencer {
  sort(tests) {
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
