import { describe, expect, it } from '@jest/globals';
import { ANSWERS, RULES_VERSION } from '../../../src/core/consent/decision.js';
import { QuestionError } from '../../../src/core/consent/question.js';
import { LEAF_KINDS } from '../../../src/core/log/leaf.js';
import { ANOMALIES } from '../../../src/core/replay/anomaly.js';
import { answerAsOf } from '../../../src/core/replay/answer-as-of.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { emptyState } from '../../../src/core/replay/replay-state.js';
import { SizeNotReachedError } from '../../../src/core/replay/size-as-of.js';
import { REPLAY_VECTORS } from './replay-vectors.js';
import { itemAt, loggedLeaf, replayOf } from './test-log.js';

const NOWHERE = itemAt('nowhere.example/');

function entriesOf({ leaves }: (typeof REPLAY_VECTORS)['logs'][number]): LoggedLeaf[] {
  return leaves.flatMap((leaf, index) => (leaf === null ? [] : [loggedLeaf(index, leaf)]));
}

/** Every question of the vectors, with the log that it is asked of. */
const QUESTIONS = REPLAY_VECTORS.logs.flatMap((log) =>
  log.questions.map((question) => ({ log, name: `${log.reason}: ${question.reason}`, question })),
);

describe('the answers of a log', () => {
  it('follow the rules that the vectors are for', () => {
    expect(REPLAY_VECTORS.version).toBe(RULES_VERSION);
  });

  it.each(QUESTIONS)('$question.answer in $name', ({ log, question }) => {
    const { url, recognised, use, minimumAssurance, at, time } = question;
    const item = url === undefined ? { outer: [], embedded: [] } : itemAt(url);
    const answer = answerAsOf(
      replayOf(entriesOf(log)),
      { ...item, recognised: recognised ?? [] },
      {
        use,
        at: Date.parse(at),
        ...(minimumAssurance === undefined ? {} : { policy: { minimumAssurance } }),
      },
      time === undefined ? { size: question.size ?? NaN } : { time: Date.parse(time) },
    );
    const decidedBy = [...new Set(answer.decision.decidedBy.map(({ index }) => index))];
    expect({ ...answer.decision, decidedBy, size: answer.size }).toMatchObject({
      answer: question.answer,
      assurance: question.assurance,
      decidedBy: question.decidedBy,
      size: question.sizeMeant ?? question.size,
    });
  });

  it.each(REPLAY_VECTORS.logs)('report what makes no sense in: $reason', (log) => {
    expect(replayOf(entriesOf(log)).anomalies).toEqual(log.anomalies);
  });

  it('are given for every answer, every kind of leaf that can change one, and everything that can make no sense', () => {
    const kinds = REPLAY_VECTORS.logs.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf?.kind ?? []));
    const silent = ['signal', 'key', 'receipt', 'audit', 'acceptance'];
    expect(new Set([...kinds, ...silent])).toEqual(new Set(LEAF_KINDS));
    expect(new Set(QUESTIONS.map(({ question }) => question.answer))).toEqual(new Set(ANSWERS));
    const codes = REPLAY_VECTORS.logs.flatMap(({ anomalies }) => anomalies.map(({ code }) => code));
    const beyondVectors = ['index-out-of-order', 'statement-repeated'];
    expect(new Set([...codes, ...beyondVectors])).toEqual(new Set(Object.keys(ANOMALIES)));
  });
});

describe('a replay', () => {
  const entries = REPLAY_VECTORS.logs.slice(0, 1).flatMap(entriesOf);

  it('reads every leaf once: one that comes again, or comes too late, is passed over', () => {
    const state = replayOf([...entries, ...entries]);
    expect(state.size).toBe(entries.length);
    expect(state.anomalies).toEqual(entries.map(({ index }) => ({ index, code: 'index-out-of-order' })));
  });

  it('hears a statement once that was logged twice', () => {
    const again = entries.slice(-1).map((entry) => ({ ...entry, index: entries.length }));
    const state = replayOf([...entries, ...again]);
    expect(state.anomalies).toEqual([{ index: entries.length, code: 'statement-repeated' }]);
    expect(state.statements.size).toBe(1);
  });

  it.each([
    ['a size that was not read', { size: 1 }],
    ['a negative size', { size: -1 }],
    ['half a leaf', { size: 0.5 }],
    ['no size', { size: NaN }],
    ['no time', { time: NaN }],
  ])('refuses %s', (_, asOf) => {
    expect(() => answerAsOf(emptyState(), NOWHERE, { use: 'search', at: 0 }, asOf)).toThrow(
      SizeNotReachedError,
    );
  });

  it('refuses a question without a moment', () => {
    const ask = () => answerAsOf(emptyState(), NOWHERE, { use: 'search', at: NaN }, { size: 0 });
    expect(ask).toThrow(QuestionError);
  });

  it.each(Object.entries(ANOMALIES))('says of %s what it means', (_, meaning) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
