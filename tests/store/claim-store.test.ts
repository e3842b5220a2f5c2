import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UniqueViolation } from '../../src/app/ports/registry-store.js';
import { account, at, claim, digestOf } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const [one, two, moderator] = [account(), account(), account({ role: 'moderator' })];

beforeAll(async () => {
  for (const each of [one, two, moderator]) await store.accounts.add(each);
});
afterAll(() => store.close());

describe('the claim store', () => {
  it('gives back a claim as it was put in', async () => {
    const bare = claim(one.id, 'bare.example');
    const full = claim(one.id, 'full.example/work/', {
      kind: 'path',
      capacity: 'person-depicted',
      state: 'rejected',
      assurance: 'reviewed',
      verifiedAt: at('10:00:00'),
      decidedAt: at('11:00:00'),
      decidedBy: moderator.id,
      decisionReason: 'not the same hand',
    });
    await store.claims.add(bare);
    await store.claims.add(full);
    expect(await store.claims.byId(bare.id)).toStrictEqual(bare);
    expect(await store.claims.byId(full.id)).toStrictEqual(full);
    expect(await store.claims.byIds([full.id, 'no id'])).toStrictEqual([full]);
    expect(await store.claims.byId('no id')).toBeUndefined();
  });

  it('refuses a second standing claim of an account on a place, and allows one after the first has ended', async () => {
    const first = claim(one.id, 'again.example');
    await store.claims.add(first);
    const second = claim(one.id, 'again.example');
    await expect(store.claims.add(second)).rejects.toThrow(new UniqueViolation('claims_standing_key'));

    await store.claims.update(first.id, { state: 'withdrawn' });
    await store.claims.add(second);
    expect(await store.claims.standing(one.id, 'domain', digestOf('again.example'))).toStrictEqual(second);
  });

  it('tells kinds of places apart that share their expression', async () => {
    const folder = claim(one.id, 'kinds.example/a/', { kind: 'path' });
    const address = claim(one.id, 'kinds.example/a/', { kind: 'url' });
    await store.claims.add(folder);
    await store.claims.add(address);
    const digest = digestOf('kinds.example/a/');
    expect(await store.claims.standing(one.id, 'path', digest)).toStrictEqual(folder);
    expect(await store.claims.standing(one.id, 'url', digest)).toStrictEqual(address);
    expect(await store.claims.standing(one.id, 'domain', digest)).toBeUndefined();
  });

  it('gives every claim that holds exactly one place, whoever made it, oldest first, and none that is open or over', async () => {
    const later = claim(one.id, 'shared.example', { state: 'disputed', createdAt: at('10:00:00') });
    const earlier = claim(two.id, 'shared.example', { state: 'disputed' });
    const over = claim(moderator.id, 'shared.example', { state: 'rejected' });
    const open = claim(moderator.id, 'shared.example');
    for (const each of [later, earlier, over, open]) await store.claims.add(each);
    const digest = digestOf('shared.example');
    expect(await store.claims.heldOn('domain', digest)).toEqual([earlier, later]);
    const holders = [earlier, later].map(({ claimant }) => claimant).sort();
    expect(await store.claims.holdersOf([digest, digestOf('nobodys.example')])).toEqual(holders);
    expect(await store.claims.holdersOf([])).toEqual([]);
  });

  it('gives the claims that hold any of many places, each once', async () => {
    const [folder, address] = [
      claim(one.id, 'any.example/a/', { kind: 'path', state: 'disputed' }),
      claim(two.id, 'any.example/a/', { kind: 'url', state: 'active', createdAt: at('10:00:00') }),
    ];
    const rival = claim(two.id, 'any.example/a/', {
      kind: 'path',
      state: 'disputed',
      createdAt: at('11:00:00'),
    });
    for (const each of [folder, address, rival]) await store.claims.add(each);
    expect(await store.claims.heldOnAny([folder, rival, address])).toEqual([folder, address, rival]);
    expect(await store.claims.heldOnAny([address])).toEqual([address]);
    expect(await store.claims.heldOnAny([])).toEqual([]);
  });

  it('gives the claims that hold places, of the named accounts only', async () => {
    const active = claim(one.id, 'held.example', { state: 'active', assurance: 'verified' });
    const disputed = claim(one.id, 'held.example/a/', { kind: 'path', state: 'disputed' });
    const open = claim(one.id, 'open.example');
    const foreign = claim(two.id, 'foreign.example', { state: 'active' });
    for (const each of [active, disputed, open, foreign]) await store.claims.add(each);

    const places = [active, disputed, open, foreign].map(({ subjectDigest }) => subjectDigest);
    const held = await store.claims.holding(places, [one.id, 'no id']);
    expect(held).toHaveLength(2);
    expect(held).toEqual(expect.arrayContaining([active, disputed]));
    expect(await store.claims.holding([], [one.id])).toEqual([]);
  });

  it('refuses a second active holder of a place', async () => {
    const holder = claim(one.id, 'one.example', { state: 'active' });
    const rival = claim(two.id, 'one.example');
    await store.claims.add(holder);
    await store.claims.add(rival);
    const change = store.claims.update(rival.id, { state: 'active', verifiedAt: at('10:00:00') });
    await expect(change).rejects.toThrow(new UniqueViolation('claims_holder_key'));
    expect(await store.claims.byId(rival.id)).toStrictEqual(rival);
  });

  it('lets one of two proofs that arrive together hold the place, and refuses the other', async () => {
    const rivals = [claim(one.id, 'race.example'), claim(two.id, 'race.example')];
    for (const rival of rivals) await store.claims.add(rival);

    const results = await Promise.allSettled(
      rivals.map(({ id }) =>
        store.transact(async (stores) => {
          await stores.claims.update(id, { state: 'active', assurance: 'verified' });
        }),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([
      new UniqueViolation('claims_holder_key'),
    ]);
    const held = await store.claims.heldOn('domain', digestOf('race.example'));
    expect(held.map(({ state }) => state)).toEqual(['active']);
  });

  it('pages through the claims of an account, newest first, without missing or repeating any', async () => {
    const owner = account();
    await store.accounts.add(owner);
    // Three share their time: the id must settle their order.
    const claims = Array.from({ length: 7 }, (_, index) =>
      claim(owner.id, `page-${index}.example`, { createdAt: at(index < 3 ? '08:00:00' : `08:0${index}:00`) }),
    );
    for (const each of claims) await store.claims.add(each);

    const seen: string[] = [];
    let page = await store.claims.ofAccount(owner.id, { first: 2 });
    for (;;) {
      seen.push(...page.rows.map(({ row }) => row.id));
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) break;
      page = await store.claims.ofAccount(owner.id, { first: 2, after: last.cursor });
    }
    const newestFirst = [...claims].sort(
      (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
    );
    expect(seen).toEqual(newestFirst.map(({ id }) => id));
  });

  it('keeps its place in a list into which newer claims are put', async () => {
    const owner = account();
    await store.accounts.add(owner);
    const older = claim(owner.id, 'older.example', { createdAt: at('08:00:00') });
    const newer = claim(owner.id, 'newer.example', { createdAt: at('08:01:00') });
    await store.claims.add(older);
    await store.claims.add(newer);
    const first = await store.claims.ofAccount(owner.id, { first: 1 });
    await store.claims.add(claim(owner.id, 'newest.example', { createdAt: at('08:02:00') }));
    const second = await store.claims.ofAccount(owner.id, { first: 1, after: first.rows[0]?.cursor ?? '' });
    expect(second).toEqual({ rows: [{ cursor: expect.any(String), row: older }], hasNextPage: false });
  });
});
