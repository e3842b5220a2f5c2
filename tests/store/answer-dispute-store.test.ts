import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Claim } from '../../src/app/ports/claims.js';
import type { AnswerDispute, DisputeSides } from '../../src/app/ports/disputes.js';
import type { StatementRow } from '../../src/app/ports/log.js';
import { UniqueViolation } from '../../src/app/ports/registry-store.js';
import { account, at, claim, digestOf, dispute, leaf, opening, statement } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const [denier, allower, other] = [account(), account(), account()];
const nameOf = ({ id }: { id: string }) => id.replaceAll('-', '');
const [no, yes] = [nameOf(denier), nameOf(allower)];

beforeAll(async () => {
  for (const each of [denier, allower, other]) await store.accounts.add(each);
});
afterAll(() => store.close());

let made = 0;

async function claimed(who: { id: string }, expression: string, more: Partial<Claim> = {}): Promise<Claim> {
  const one = claim(who.id, expression, { kind: 'url', ...more });
  await store.claims.add(one);
  return one;
}

async function said(expression: string, overrides: Partial<StatementRow> = {}): Promise<StatementRow> {
  made += 1;
  const [entry] = await store.log.append([leaf(`said ${made}`)], at('12:00:00'));
  if (!entry) throw new Error('The log took no leaf.');
  const row = statement(entry.leafHash, entry.index, expression, { claimant: no, ...overrides });
  await store.statements.add(row, opening(row.id));
  return row;
}

/** A no about an address against a yes about it, and what stands for each. */
async function opposed(
  expression: string,
  overrides: Partial<AnswerDispute> = {},
): Promise<AnswerDispute & DisputeSides> {
  const claims = [
    await claimed(denier, expression),
    await claimed(allower, expression, { createdAt: at('10:00:00') }),
  ];
  const statements = [await said(expression), await said(expression, { claimant: yes, preference: 'allow' })];
  return {
    ...dispute(claims, { kind: 'url' }),
    cause: 'no-against-yes',
    noBy: no,
    yesBy: yes,
    lapsesAt: at('12:00:00'),
    statementIds: statements.map(({ id }) => id),
    ...overrides,
  };
}

const bare = ({ statementIds: _, ...rest }: AnswerDispute & DisputeSides): AnswerDispute => rest;

const end = {
  closedAt: at('15:00:00'),
  closedBy: undefined,
  outcome: 'settled',
  closingReason: 'claimant-withdrew',
  reason: undefined,
} as const;

describe('the store of disputes between answers', () => {
  it('opens many at once, each with its claims and statements, and gives them back', async () => {
    const [one, two] = [await opposed('open.example/1.png'), await opposed('open.example/2.png')];
    await store.answerDisputes.open([one, two]);
    expect(await store.disputes.byId(one.id)).toStrictEqual(bare(one));
    const stored = await store.answerDisputes.statementsOf([two.id, one.id]);
    const byIndex = (ids: readonly Uint8Array[], id: string) =>
      ids.map((statementId) => ({ disputeId: id, statementId }));
    expect(stored).toEqual([...byIndex(one.statementIds, one.id), ...byIndex(two.statementIds, two.id)]);
    await store.answerDisputes.open([]);
  });

  it('refuses a second one between the same two about the same address, until the first has ended', async () => {
    const first = await opposed('twice.example/1.png');
    await store.answerDisputes.open([first]);
    const second = { ...first, id: dispute([]).id };
    await expect(store.transact(({ answerDisputes }) => answerDisputes.open([second]))).rejects.toThrow(
      new UniqueViolation('disputes_open_answers_key'),
    );
    await store.answerDisputes.open([{ ...second, yesBy: nameOf(other) }]);
    await store.disputes.close([first.id], end);
    await store.answerDisputes.open([{ ...second, id: dispute([]).id }]);
  });

  it('stands beside a dispute between the claims on the same place', async () => {
    const answers = await opposed('beside.example/1.png');
    await store.answerDisputes.open([answers]);
    const claims = { ...bare(answers), id: dispute([]).id, cause: 'rival-claims' as const };
    const rival = await store.disputes.open({
      ...claims,
      noBy: undefined,
      yesBy: undefined,
      lapsesAt: undefined,
    });
    expect(rival.id).not.toBe(answers.id);
    expect((await store.disputes.openOn('url', digestOf('beside.example/1.png')))?.id).toBe(rival.id);
  });

  it('adds claims to one, and puts other statements in the place of those before', async () => {
    const before = await opposed('resume.example/1.png');
    await store.answerDisputes.open([before]);
    const joining = await claimed(allower, 'resume.example', { kind: 'domain', createdAt: at('11:00:00') });
    const later = await said('resume.example/1.png');
    const [, kept] = before.statementIds;
    const statementIds = [kept ?? later.id, later.id];
    await store.answerDisputes.resume([{ id: before.id, claimIds: [joining.id], statementIds }]);
    expect((await store.disputes.byId(before.id))?.claimIds).toEqual([...before.claimIds, joining.id]);
    const stored = await store.answerDisputes.statementsOf([before.id]);
    expect(stored.map(({ statementId }) => statementId)).toEqual(statementIds);
  });

  it('finds the open ones of somebody on either side, about one place or any', async () => {
    const who = account();
    await store.accounts.add(who);
    const [one, two, over] = [
      await opposed('of.example/1.png', { noBy: nameOf(who) }),
      await opposed('of.example/2.png', { yesBy: nameOf(who) }),
      await opposed('of.example/3.png', { noBy: nameOf(who) }),
    ];
    await store.answerDisputes.open([one, two, over]);
    await store.disputes.close([over.id], end);
    const ids = async (digest?: Uint8Array) =>
      (await store.answerDisputes.openOf(nameOf(who), digest)).map(({ id }) => id).sort();
    expect(await ids()).toEqual([one.id, two.id].sort());
    expect(await ids(digestOf('of.example/2.png'))).toEqual([two.id]);
    expect(await ids(digestOf('of.example/3.png'))).toEqual([]);
  });

  it('finds those that lapse by a moment, the longest due first, after each of them', async () => {
    const own = await openTestStore();
    try {
      for (const each of [denier, allower]) await own.accounts.add(each);
      const made = ['11:00:00', '10:00:00', '12:00:00', '10:00:00'].map((time, index) => ({
        ...dispute([]),
        cause: 'no-against-yes' as const,
        subjectDigest: digestOf(`due.example/${index}`),
        noBy: no,
        yesBy: yes,
        lapsesAt: at(time),
        statementIds: [],
      }));
      await own.answerDisputes.open(made);
      await own.disputes.close([made[2]?.id ?? ''], end);
      const [late, early, , same] = made;
      const firsts = [early, same].map((one) => one?.id ?? '').sort();
      const seen: string[] = [];
      for (let last: AnswerDispute | undefined; ;) {
        const [next] = await own.answerDisputes.dueBy(at('11:00:00'), last, 1);
        if (next === undefined) break;
        seen.push(next.id);
        last = next;
      }
      expect(seen).toEqual([...firsts, late?.id]);
      expect(await own.answerDisputes.dueBy(at('09:59:59'), undefined, 9)).toEqual([]);
    } finally {
      await own.close();
    }
  });

  it('finds those in which a moderator, and nobody else, found that a no stands', async () => {
    const [moderated, proven, lost] = [
      await opposed('upheld.example/1.png'),
      await opposed('upheld.example/2.png'),
      await opposed('upheld.example/3.png'),
    ];
    await store.answerDisputes.open([moderated, proven, lost]);
    const stands = { ...end, outcome: 'no-stands', closingReason: 'evidence-reviewed' } as const;
    await store.disputes.close([moderated.id], { ...stands, reason: 'public-record: In the register.' });
    await store.disputes.close([proven.id], stands);
    await store.disputes.close([lost.id], { ...stands, outcome: 'yes-stands', reason: 'abuse: A jest.' });
    const upheld = await store.answerDisputes.upheldNoesOf([no, yes]);
    expect(upheld.map(({ id }) => id)).toEqual([moderated.id]);
  });

  it('tells of each statement the disputes that it is part of, the open ones first, and not too many', async () => {
    const statementOf = await said('told.example/1.png');
    const unknown = await said('told.example/2.png');
    const times = ['09:00:00', '10:00:00', '11:00:00', '12:00:00'];
    const made = [];
    for (const [index, time] of times.entries()) {
      const one = await opposed(`told.example/${index + 10}.png`, { openedAt: at(time) });
      made.push({ ...one, statementIds: [statementOf.id] });
    }
    await store.answerDisputes.open(made);
    await store.disputes.close([made[3]?.id ?? ''], end);
    const told = await store.answerDisputes.ofStatements([statementOf.id, unknown.id], 3);
    expect(told.map(({ dispute: { id } }) => id)).toEqual([made[2], made[1], made[0]].map((one) => one?.id));
    expect(told.every(({ statementId }) => Buffer.from(statementId).equals(statementOf.id))).toBe(true);
    const all = await store.answerDisputes.ofStatements([statementOf.id], 9);
    expect(all.at(-1)?.dispute).toMatchObject({ id: made[3]?.id, outcome: 'settled' });
  });

  it('takes no outcome that does not fit, and no end without a reason', async () => {
    const one = await opposed('fit.example/1.png');
    await store.answerDisputes.open([one]);
    const close = (more: object) =>
      store.transact(({ disputes }) => disputes.close([one.id], { ...end, ...more }));
    await expect(close({ outcome: 'claim-upheld' })).rejects.toThrow('disputes_outcome_check');
    await expect(close({ closingReason: undefined })).rejects.toThrow('disputes_closing_check');
    await expect(close({ outcome: undefined })).rejects.toThrow('disputes_closing_check');
  });
});

describe('the addresses at or below a place that somebody says no to', () => {
  const speaker = account();

  beforeAll(async () => {
    await store.accounts.add(speaker);
    for (const expression of [
      'denied.example/a/1.png',
      'denied.example/a/b/2.png?x=%2F',
      'denied.example/ab/3.png',
      'sub.denied.example:8080/4.png',
      'notdenied.example/5.png',
    ]) {
      await claimed(denier, expression);
      await said(expression);
    }
    await claimed(denier, 'denied.example/a/said-yes.png');
    await said('denied.example/a/said-yes.png', { preference: 'allow' });
    await claimed(denier, 'denied.example/a/claimed.png');
    await claimed(speaker, 'denied.example/a/own.png');
    await said('denied.example/a/own.png', { claimant: nameOf(speaker) });
  });

  async function within(kind: 'url' | 'path' | 'domain', expression: string, claimant: string) {
    const found = await store.answerDisputes.deniedWithin(
      { kind, expression, subjectDigest: digestOf(expression) },
      claimant,
    );
    return found.map((one) => one.expression).sort();
  }

  it('are everybody’s for whoever says yes to anything, and else only their own', async () => {
    expect(await within('path', 'denied.example/a/', nameOf(speaker))).toEqual(['denied.example/a/own.png']);
    await said('elsewhere.example', { claimant: nameOf(speaker), kind: 'domain', preference: 'allow' });
    expect(await within('path', 'denied.example/a/', nameOf(speaker))).toEqual([
      'denied.example/a/1.png',
      'denied.example/a/b/2.png?x=%2F',
      'denied.example/a/own.png',
    ]);
  });

  it('lie below a host as its labels say, whatever their port', async () => {
    expect(await within('domain', 'denied.example', nameOf(speaker))).toEqual([
      'denied.example/a/1.png',
      'denied.example/a/b/2.png?x=%2F',
      'denied.example/a/own.png',
      'denied.example/ab/3.png',
      'sub.denied.example:8080/4.png',
    ]);
    expect(await within('domain', 'sub.denied.example', nameOf(speaker))).toEqual([
      'sub.denied.example:8080/4.png',
    ]);
  });

  it('are the address itself, also once nobody who claimed it can be named', async () => {
    expect(await within('url', 'denied.example/ab/3.png', nameOf(speaker))).toEqual([
      'denied.example/ab/3.png',
    ]);
    expect(await within('url', 'denied.example/nobody.png', nameOf(speaker))).toEqual([]);
    await said('gone.example/1.png', { claimant: 'a pseudonym without claims' });
    expect(await within('url', 'gone.example/1.png', nameOf(speaker))).toEqual(['gone.example/1.png']);
  });

  it('are no longer those that were withdrawn', async () => {
    const row = await said('denied.example/a/1.png');
    await store.statements.withdraw(row.id, row.logIndex);
    expect(await within('path', 'denied.example/a/', nameOf(speaker))).not.toContain(
      'denied.example/a/1.png',
    );
  });
});

describe('the places that whoever has proven one of them has said yes to', () => {
  it('are told by their digests, without what was withdrawn, replaced, or a no', async () => {
    const holder = account();
    await store.accounts.add(holder);
    const place = await claimed(holder, 'allowed.example/proven.png');
    const claimant = nameOf(holder);
    const row = await said('allowed.example/1.png', { preference: 'allow', claimant });
    await said('allowed.example/2.png', { claimant });
    await said('allowed.example/3.png', { preference: 'allow', claimant });
    await said('allowed.example/3.png', { claimant });
    await said('allowed.example/4.png', { preference: 'allow', claimant: 'a pseudonym without claims' });
    const digests = [1, 2, 3, 4].map((one) => digestOf(`allowed.example/${one}.png`));
    const around = [...digests, digestOf('allowed.example/proven.png')];
    expect(await store.answerDisputes.allowedAmong(around)).toEqual([]);
    await store.claims.update(place.id, { state: 'active', assurance: 'verified' });
    expect(await store.answerDisputes.allowedAmong(around)).toEqual([digests[0]]);
    // What is proven elsewhere lets no yes count here.
    expect(await store.answerDisputes.allowedAmong(digests)).toEqual([]);
    await store.statements.withdraw(row.id, row.logIndex);
    expect(await store.answerDisputes.allowedAmong(around)).toEqual([]);
    expect(await store.answerDisputes.allowedAmong([])).toEqual([]);
  });
});
