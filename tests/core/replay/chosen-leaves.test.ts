import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafKeys, mentionedKeys } from '../../../src/core/log/leaf-keys.js';
import { findAsOf } from '../../../src/core/replay/answer-as-of.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { type ReplayState, emptyState } from '../../../src/core/replay/replay-state.js';
import { applyChosenLeaf } from '../../../src/core/replay/replay.js';
import { logArbitrary } from './log-arbitrary.js';
import { ITEM, ITEM_KEYS, START } from './looked-up-picture.js';
import { idOf, loggedLeaf, replayOf } from './test-log.js';

/** The leaves that are kept under the keys of an item, those that are kept under what they mention, and so on. */
function chosenOf(entries: readonly LoggedLeaf[]): LoggedLeaf[] {
  const known = new Set(ITEM_KEYS);
  const chosen = new Set<LoggedLeaf>();
  for (let before = -1; before < chosen.size;) {
    before = chosen.size;
    for (const entry of entries.filter(({ leaf }) => leafKeys(leaf).some((key) => known.has(key)))) {
      chosen.add(entry);
      for (const key of mentionedKeys(entry.leaf, idOf(entry))) known.add(key);
    }
  }
  return [...chosen].sort((a, b) => a.index - b.index);
}

function replayOfChosen(entries: readonly LoggedLeaf[]): ReplayState {
  const state = emptyState();
  for (const entry of entries) applyChosenLeaf(state, entry);
  return state;
}

describe('a replay of the leaves that the keys of an item lead to', () => {
  it('finds what a replay of the whole log finds', () => {
    fc.assert(
      fc.property(logArbitrary, fc.nat(250), (entries, days) => {
        const whole = entries.map(({ leaf }, index) => loggedLeaf(index, leaf));
        const moment = { size: whole.length, at: START + days * 86_400_000 };
        const chosen = chosenOf(whole);
        expect(findAsOf(replayOfChosen(chosen), ITEM, moment)).toEqual(
          findAsOf(replayOf(whole), ITEM, moment),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('misses nothing between them, and reads each once', () => {
    const [first, last] = [3, 9].map((index) =>
      loggedLeaf(index, {
        v: 1,
        kind: 'receipt',
        digest: '0'.repeat(64),
        time: `2026-01-0${index}T00:00:00.000Z`,
      }),
    );
    const state = replayOfChosen([first, last, last].filter((entry) => entry !== undefined));
    expect(state).toMatchObject({ size: 10, firstGap: undefined });
    expect(state.anomalies).toEqual([{ index: 9, code: 'index-out-of-order' }]);
  });
});
