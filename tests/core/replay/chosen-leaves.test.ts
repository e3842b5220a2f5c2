import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { KeysOfSome } from '../../../src/core/log/keys-of-some.js';
import { leafKeys, mentionedKeys } from '../../../src/core/log/leaf-keys.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import { type FoundAsOf, findAsOf } from '../../../src/core/replay/answer-as-of.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { type ReplayState, emptyState } from '../../../src/core/replay/replay-state.js';
import { applyChosenLeaf } from '../../../src/core/replay/replay.js';
import { logArbitrary } from './log-arbitrary.js';
import { claimantId, inLeaf, party } from './log-move.js';
import { CONTENT_KEYS, ITEM, ITEM_KEYS, PLACE_KEYS, START, SUBJECTS } from './looked-up-picture.js';
import { idOf, loggedLeaf, randomId, replayOf } from './test-log.js';

/** The leaves that are kept under some keys, those that are kept under what they lead on to, and so on. */
function chosenOf(
  entries: readonly LoggedLeaf[],
  keys: Iterable<bigint> = ITEM_KEYS,
  keysAfter: (leaf: Leaf, leafId: string) => Iterable<bigint> = mentionedKeys,
): LoggedLeaf[] {
  const known = new Set(keys);
  const chosen = new Set<LoggedLeaf>();
  for (let before = -1; before < chosen.size;) {
    before = chosen.size;
    for (const entry of entries.filter(({ leaf }) => leafKeys(leaf).some((key) => known.has(key)))) {
      chosen.add(entry);
      for (const key of keysAfter(entry.leaf, idOf(entry))) known.add(key);
    }
  }
  return [...chosen].sort((a, b) => a.index - b.index);
}

/** With those from whose claims what an agent among them says may draw its weight. */
function withPrincipals(entries: readonly LoggedLeaf[], claimants: readonly string[]): string[] {
  const principals = entries.flatMap(({ leaf }) =>
    leaf.kind === 'mandate' && claimants.includes(leaf.agent) ? [leaf.principal] : [],
  );
  return [...claimants, ...principals];
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

  it('finds what some claimants say and what that is worth, also where others at its places are not read', () => {
    const parties = fc.uniqueArray(party, { minLength: 1 });
    fc.assert(
      fc.property(logArbitrary, fc.nat(250), parties, fc.boolean(), (entries, days, some, byContent) => {
        const whole = entries.map(({ leaf }, index) => loggedLeaf(index, leaf));
        const moment = { size: whole.length, at: START + days * 86_400_000 };
        const item = byContent ? ITEM : { ...ITEM, recognised: [] };
        const claimants = new Set(withPrincipals(whole, some.map(claimantId)));
        const keys = new KeysOfSome(PLACE_KEYS);
        const first = [...keys.first(claimants), ...(byContent ? CONTENT_KEYS : [])];
        const chosen = chosenOf(whole, first, (leaf, id) => keys.after(leaf, id));
        const saidBy = ({ covering, contentClaimants }: FoundAsOf) => ({
          covering: covering.filter(({ claimant }) => claimants.has(claimant)),
          contentClaimants,
        });
        expect(saidBy(findAsOf(replayOfChosen(chosen), item, moment))).toEqual(
          saidBy(findAsOf(replayOf(whole), item, moment)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('of one claimant are no more for all that others say about the same places', () => {
    const time = new Date(START).toISOString();
    const leaves = Array.from({ length: 10 }, (_, one) =>
      SUBJECTS.slice(0, 4).map((about, at) => {
        const [claim, claimant] = [randomId('claim', 4 * one + at), claimantId(one)];
        return buildClaimLeaf({ ...inLeaf(about), claim, claimant, capacity: 'author', time });
      }),
    );
    const keys = new KeysOfSome(PLACE_KEYS);
    const whole = leaves.flat().map((leaf, index) => loggedLeaf(index, leaf));
    const chosen = chosenOf(whole, keys.first([claimantId(7)]), (leaf, id) => keys.after(leaf, id));
    expect(chosen.map(({ index }) => index)).toEqual([28, 29, 30, 31]);
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
