import { describe, expect, it } from '@jest/globals';
import {
  type MetEntry,
  MOST_UNRELATED,
  waitsForPerson,
} from '../../../src/core/likeness/waits-for-person.js';

function met(count: number, isDeclarers: boolean): MetEntry[] {
  return Array.from({ length: count }, (_, at) => ({
    canonical: `${isDeclarers}.example/${at}`,
    isDeclarers,
  }));
}

describe('a work that matches many entries', () => {
  it('waits for a person when more than 1,000 of them are not its declarer’s own', () => {
    expect(MOST_UNRELATED).toBe(1_000);
    expect(waitsForPerson(met(1_000, false))).toBe(false);
    expect(waitsForPerson(met(1_001, false))).toBe(true);
  });

  it('does not wait for what its declarer has proven, nor for one address in many datasets', () => {
    expect(waitsForPerson([...met(5_000, true), ...met(1_000, false)])).toBe(false);
    expect(waitsForPerson([...met(1_000, false), ...met(1_000, false)])).toBe(false);
  });

  it('looks no further once it is sure', () => {
    function* endless(): Generator<MetEntry> {
      for (let at = 0; ; at += 1) yield { canonical: `${at}`, isDeclarers: false };
    }
    expect(waitsForPerson(endless())).toBe(true);
  });
});
