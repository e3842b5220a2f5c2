import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { ANSWERS } from '../../../src/core/consent/decision.js';
import type { Question } from '../../../src/core/consent/question.js';
import type { StandingStatement } from '../../../src/core/consent/standing-statement.js';
import { USES } from '../../../src/core/consent/use.js';
import { canonicalJson } from '../../../src/core/json/canonical-json.js';
import { ANOMALIES, type AnomalyCode } from '../../../src/core/replay/anomaly.js';
import { answerAsOf, findAsOf } from '../../../src/core/replay/answer-as-of.js';
import { buildKeyLeaf } from '../../../src/core/log/key-leaf.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { statementsAbout } from '../../../src/core/replay/statements-about.js';
import { logArbitrary } from './log-arbitrary.js';
import { ITEM, START } from './looked-up-picture.js';
import { naiveFind } from './naive-replay.js';
import { loggedLeaf, replayOf } from './test-log.js';

const question: fc.Arbitrary<Question> = fc.record(
  {
    use: fc.constantFrom('train-ai', 'text-and-data-mining', 'train-generative-ai', ...USES),
    at: fc.nat(250).map((days) => START + days * 86_400_000),
    policy: fc.record({ minimumAssurance: fc.constantFrom(...ASSURANCES) }),
  },
  { requiredKeys: ['use', 'at'] },
);

/** Found statements in an order of their own: `decide` asks for none. */
function inOrder({ covering, contentClaimants }: ReturnType<typeof findAsOf>) {
  const texts = covering.map((one) => canonicalJson(one)).sort();
  return { covering: texts, contentClaimants: contentClaimants.toSorted() };
}

describe('a replay, against a naive second reading', () => {
  it('finds the same statements, resting on the same, at every size', () => {
    fc.assert(
      fc.property(logArbitrary, question, (entries, { at }) => {
        const state = replayOf(entries);
        for (const { index } of entries) {
          const moment = { size: index + 1, at };
          const naive = naiveFind(entries, ITEM, moment);
          expect(inOrder(findAsOf(state, ITEM, moment))).toEqual(inOrder(naive));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('meets every answer and most of what can make no sense', () => {
    const samples = fc.sample(fc.tuple(logArbitrary, question), { numRuns: 1500, seed: 1 });
    const met = samples.flatMap(([entries, asked]) => {
      const state = replayOf(entries);
      const { decision } = answerAsOf(state, ITEM, asked, { size: state.size });
      return [decision.answer, ...state.anomalies.map(({ code }) => code)];
    });
    const often = (word: string) => met.filter((one) => one === word).length;
    for (const answer of ANSWERS) {
      expect(often(answer)).toBeGreaterThan(5);
    }
    const seen = Object.keys(ANOMALIES).filter((code) => often(code) > 0);
    expect(seen.length).toBeGreaterThan(20);
  });
});

describe('an answer as of a size', () => {
  it('is the answer that a replay of so many leaves gives', () => {
    fc.assert(
      fc.property(logArbitrary, question, (entries, asked) => {
        const whole = replayOf(entries);
        for (let count = 0; count <= entries.length; count += 1) {
          const prefix = replayOf(entries.slice(0, count));
          const asOf = { size: prefix.size };
          expect(answerAsOf(whole, ITEM, asked, asOf)).toEqual(answerAsOf(prefix, ITEM, asked, asOf));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the answer as of every time from the moment its last leaf was logged until the next was', () => {
    fc.assert(
      fc.property(logArbitrary, question, fc.nat(400), (entries, asked, days) => {
        const whole = replayOf(entries);
        const time = START + days * 86_400_000;
        const { size } = answerAsOf(whole, ITEM, asked, { time });
        let logged = -Infinity;
        const loggedAt = entries.map(({ leaf }) => (logged = Math.max(logged, Date.parse(leaf.time))));
        const next = entries[loggedAt.findIndex((one) => one > time)];
        expect(size).toBe(next?.index ?? whole.size);
      }),
      { numRuns: 400 },
    );
  });

  it('never permits anything once a leaf is missing', () => {
    fc.assert(
      fc.property(logArbitrary, question, fc.nat(), (entries, asked, place) => {
        const missing = place % entries.length;
        const state = replayOf(entries.toSpliced(missing, 1));
        const { decision } = answerAsOf(state, ITEM, asked, { size: state.size });
        const isSeen = missing < entries.length - 1;
        expect(isSeen && ['ALLOWED', 'CONDITIONAL'].includes(decision.answer)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
});

/** A log that begins by continuing another, and takes over what is held of it. */
function continued(entries: readonly LoggedLeaf[], lost: number): LoggedLeaf[] {
  const held = (entries.at(-1)?.index ?? -1) + 1;
  const time = new Date(START + 300 * 86_400_000).toISOString();
  const origin = 'registry.example/log-2';
  const first = buildKeyLeaf({
    action: 'add',
    role: 'log',
    origin,
    vkey: `${origin}+9c2dabef+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c`,
    from: time,
    time,
    continues: { origin: 'registry.example/log', size: held + lost, root: 'ab'.repeat(32), held },
  });
  return [loggedLeaf(0, first), ...entries.map((entry) => ({ ...entry, index: entry.index + 1 }))];
}

describe('a log that continues another', () => {
  it('answers as the other did where nothing is lost, and makes as much sense', () => {
    fc.assert(
      fc.property(logArbitrary, question, (entries, asked) => {
        const [was, is] = [replayOf(entries), replayOf(continued(entries, 0))];
        const [before, after] = [was, is].map(
          (state) => answerAsOf(state, ITEM, asked, { size: state.size }).decision,
        );
        const comparable = (decision: typeof before) =>
          decision && { ...decision, decidedBy: [], notDeciding: [] };
        expect(comparable(after)).toEqual(comparable(before));
        expect(after?.decidedBy.map(({ id }) => id)).toEqual(before?.decidedBy.map(({ id }) => id));
        const untimely = is.anomalies.filter(({ code }) => code === 'time-runs-back');
        expect(untimely).toEqual([]);
        expect(is.anomalies).toHaveLength(
          was.anomalies.filter(({ code }) => code !== 'time-runs-back').length,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('never permits anything where leaves are lost', () => {
    fc.assert(
      fc.property(logArbitrary, question, fc.integer({ min: 1, max: 9 }), (entries, asked, lost) => {
        const state = replayOf(continued(entries, lost));
        for (let size = 0; size <= state.size; size += 1) {
          const { decision } = answerAsOf(state, ITEM, asked, { size });
          expect(['DENIED', 'UNKNOWN']).toContain(decision.answer);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** Of these the rest of the leaf is heard. */
const HEARD_IN_PART: readonly AnomalyCode[] = [
  'time-runs-back',
  'index-gap',
  'suspends-uninvolved',
  'lapse-of-proven-no',
];
const HEARD_WITHOUT: Partial<Record<AnomalyCode, readonly string[]>> = {
  'claim-unknown': ['statement', 'dispute', 'mandate'],
  'claim-of-another': ['statement', 'mandate'],
  'claim-on-other-subject': ['statement'],
  'statement-unknown': ['suspension', 'dispute'],
};

describe('a leaf that makes no sense', () => {
  it('changes no answer: the log without it gives the same', () => {
    fc.assert(
      fc.property(logArbitrary, question, (entries, asked) => {
        const state = replayOf(entries);
        const senseless = new Set(
          state.anomalies
            .filter(({ index, code }) => isPassedOver(entries, index, code))
            .map(({ index }) => index),
        );
        const sensible = closedUp(entries, senseless);
        const rest = replayOf(sensible);
        const { decision } = answerAsOf(state, ITEM, asked, { size: state.size });
        const without = answerAsOf(rest, ITEM, asked, { size: rest.size }).decision;
        expect({ answer: without.answer, ids: without.decidedBy.map(({ id }) => id) }).toEqual({
          answer: decision.answer,
          ids: decision.decidedBy.map(({ id }) => id),
        });
      }),
      { numRuns: 400 },
    );
  });
});

function isPassedOver(entries: readonly LoggedLeaf[], index: number, code: AnomalyCode): boolean {
  const kind = entries.find((entry) => entry.index === index)?.leaf.kind ?? '';
  return !HEARD_IN_PART.includes(code) && HEARD_WITHOUT[code]?.includes(kind) !== true;
}

/** The log as it would be had these leaves never been taken; what was missing stays missing. */
function closedUp(entries: readonly LoggedLeaf[], left: ReadonlySet<number>): LoggedLeaf[] {
  const kept = entries.filter(({ index }) => !left.has(index));
  return kept.map((entry) => ({
    ...entry,
    index: entry.index - [...left].filter((index) => index < entry.index).length,
  }));
}

describe('statements about a place, by its digest alone', () => {
  const withoutAssurance = ({ assurance: _, ...rest }: StandingStatement) => rest;

  it('are those that cover an item, resting on no more where no leaf tells of a wider place', () => {
    fc.assert(
      fc.property(logArbitrary, question, (entries, { at }) => {
        const isLeftOut = ({ leaf }: LoggedLeaf) =>
          leaf.kind === 'dispute' || ('method' in leaf && leaf.method === 'wider-claim');
        const leftOut = new Set(entries.filter(isLeftOut).map(({ index }) => index));
        const state = replayOf(closedUp(entries, leftOut));
        const moment = { size: state.size, at };
        for (const place of [ITEM.outer, ...ITEM.embedded].flat()) {
          const told = statementsAbout(state, place, moment);
          const found = findAsOf(state, ITEM, moment).covering.filter(
            ({ subject, accountWide }) =>
              subject.kind === place.kind && subject.key === place.sha256 && accountWide !== true,
          );
          for (const statement of told) {
            const same = found.find(({ index }) => index === statement.index);
            expect(same).toMatchObject(withoutAssurance(statement));
            const [most, told] = [same?.assurance, statement.assurance].map((level) =>
              ASSURANCES.findIndex((one) => one === level),
            );
            expect(told).toBeLessThanOrEqual(most ?? -1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
