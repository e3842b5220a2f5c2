import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { migrations } from '../../migrations/index.js';
import { DisputeAnswers20261130060000 } from '../../migrations/20261130060000-dispute-answers.js';
import { digestOf } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const { dataSource } = store;

const DISPUTE = `
  INSERT INTO disputes (id, kind, expression, subject_digest, opened_at, closed_at, outcome, reason)
  VALUES ($1, 'domain', $2, $3, now(), CASE WHEN $4::text IS NULL THEN NULL ELSE now() END, $4, $5)`;

const BEFORE = [
  ['open.example', null, null],
  ['upheld.example', 'upheld', 'public-record: In the register.'],
  ['none.example', 'none-upheld', 'evidence-missing'],
  ['withdrawn.example', 'withdrawn', 'All other claimants withdrew.'],
] as const;

/** Takes back this migration and whatever came after it. */
async function goBack(): Promise<void> {
  const first = migrations.indexOf(DisputeAnswers20261130060000);
  for (let count = first; count < migrations.length; count += 1) await dataSource.undoLastMigration();
}

async function outcomes(): Promise<unknown[]> {
  const rows = await dataSource.query<{ expression: string; outcome: unknown; reason: unknown }[]>(
    'SELECT expression, outcome, reason FROM disputes ORDER BY expression',
  );
  return rows.map(({ expression, outcome, reason }) => [expression, outcome, reason]);
}

beforeAll(async () => {
  await goBack();
  for (const [expression, outcome, reason] of BEFORE) {
    await dataSource.query(DISPUTE, [
      randomUUID(),
      expression,
      Buffer.from(digestOf(expression)),
      outcome,
      reason,
    ]);
  }
});

afterAll(() => store.close());

describe('the migration that lets answers be in dispute', () => {
  it('writes how disputes ended in the words of the log', async () => {
    await store.migrate();
    const { rows } = await store.disputes.page({ first: 9 });
    const ends = rows.map(({ row }) => [
      row.expression,
      row.cause,
      row.outcome,
      row.closingReason,
      row.reason,
    ]);
    expect(ends).toEqual(
      expect.arrayContaining([
        ['open.example', 'rival-claims', undefined, undefined, undefined],
        [
          'upheld.example',
          'rival-claims',
          'claim-upheld',
          'evidence-reviewed',
          'public-record: In the register.',
        ],
        ['none.example', 'rival-claims', 'none-upheld', 'evidence-reviewed', 'evidence-missing'],
        ['withdrawn.example', 'rival-claims', 'claim-upheld', 'claimant-withdrew', undefined],
      ]),
    );
  });

  it('can be taken back as long as no answers were', async () => {
    await goBack();
    expect(await outcomes()).toEqual(BEFORE.toSorted(([a], [b]) => (a < b ? -1 : 1)).map((row) => [...row]));
    await store.migrate();
    const answers = {
      id: randomUUID(),
      kind: 'url' as const,
      cause: 'no-against-yes' as const,
      expression: undefined,
      subjectDigest: digestOf('answers'),
      subjectKey: undefined,
      canon: undefined,
      noBy: 'a',
      yesBy: 'b',
      claimIds: [],
      statementIds: [],
      openedAt: new Date(),
      lapsesAt: new Date(),
      runsOutAt: undefined,
      closedAt: undefined,
      closedBy: undefined,
      proposedBy: undefined,
      appealedFrom: undefined,
      outcome: undefined,
      closingReason: undefined,
      reason: undefined,
    };
    await store.answerDisputes.open([answers]);
    await expect(goBack()).rejects.toThrow('disputes_cause_known');
  });
});
