import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Claim } from '../../src/app/ports/claims.js';
import { account, at, claim, digestOf, dispute } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const moderator = account({ role: 'moderator' });
const artists = [account(), account(), account()];

beforeAll(async () => {
  for (const each of [moderator, ...artists]) await store.accounts.add(each);
});
afterAll(() => store.close());

async function claimsOn(expression: string): Promise<Claim[]> {
  const claims = artists.map(({ id }, index) =>
    claim(id, expression, { state: 'disputed', createdAt: at(`0${index + 1}:00:00`) }),
  );
  for (const each of claims) await store.claims.add(each);
  return claims;
}

const closing = {
  closedAt: at('15:00:00'),
  closedBy: moderator.id,
  outcome: 'claim-upheld',
  closingReason: 'evidence-reviewed',
  reason: 'older proof',
} as const;

describe('the dispute store', () => {
  it('opens a dispute with its claims, and finds it by id and by place', async () => {
    const opened = dispute(await claimsOn('open.example'));
    expect(await store.disputes.open(opened)).toStrictEqual(opened);
    expect(await store.disputes.byId(opened.id)).toStrictEqual(opened);
    expect(await store.disputes.openOn('domain', digestOf('open.example'))).toStrictEqual(opened);
    expect(await store.disputes.openOn('path', digestOf('open.example'))).toBeUndefined();
    expect(await store.disputes.byId('no id')).toBeUndefined();
  });

  it('joins claims to the dispute that is already open about the place', async () => {
    const claims = await claimsOn('join.example');
    const first = await store.disputes.open(dispute(claims.slice(0, 2)));
    const joined = await store.disputes.open(dispute(claims.slice(1)));
    expect(joined).toStrictEqual({ ...first, claimIds: claims.map(({ id }) => id) });
  });

  it('makes one dispute of two that are opened together', async () => {
    const claims = await claimsOn('race.example');
    const [one, two] = await Promise.all([
      store.transact((stores) => stores.disputes.open(dispute(claims.slice(0, 2)))),
      store.transact((stores) => stores.disputes.open(dispute(claims.slice(1)))),
    ]);
    expect(one.id).toBe(two.id);
    expect((await store.disputes.byId(one.id))?.claimIds).toEqual(claims.map(({ id }) => id));
  });

  it('closes a dispute once, after which another may be opened about the place', async () => {
    const claims = await claimsOn('closed.example');
    const first = await store.disputes.open(dispute(claims));
    await store.disputes.close([first.id], closing);
    await store.disputes.close([first.id], { ...closing, outcome: 'none-upheld' });
    expect(await store.disputes.byId(first.id)).toStrictEqual({ ...first, ...closing });
    expect(await store.disputes.openOn('domain', digestOf('closed.example'))).toBeUndefined();

    const second = await store.disputes.open(dispute(claims));
    expect(second.id).not.toBe(first.id);
  });

  it('lists open disputes before closed ones, each newest first, page by page', async () => {
    const own = await openTestStore();
    try {
      const artist = account();
      await own.accounts.add(moderator);
      await own.accounts.add(artist);
      const times = ['10:00:00', '11:00:00', '12:00:00', '13:00:00'];
      const made = [];
      for (const [index, time] of times.entries()) {
        const place = claim(artist.id, `list-${index}.example`, { state: 'disputed' });
        await own.claims.add(place);
        made.push(await own.disputes.open(dispute([place], { openedAt: at(time) })));
      }
      const [first, second, third, fourth] = made;
      await own.disputes.close([second?.id ?? ''], closing);
      await own.disputes.close([fourth?.id ?? ''], closing);

      const seen: string[] = [];
      let page = await own.disputes.page({ first: 1 });
      for (;;) {
        seen.push(...page.rows.map(({ row }) => row.id));
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) break;
        page = await own.disputes.page({ first: 1, after: last.cursor });
      }
      expect(seen).toEqual([third?.id, first?.id, fourth?.id, second?.id]);
    } finally {
      await own.close();
    }
  });
});
