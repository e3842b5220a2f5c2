import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { account, at, challenge, claim, evidence } from '../support/store-records.js';
import { openTestStore } from '../support/test-store.js';

const store = await openTestStore();
const owner = account();
const [first, second] = [claim(owner.id, 'a.example'), claim(owner.id, 'b.example')];

beforeAll(async () => {
  await store.accounts.add(owner);
  await store.claims.add(first);
  await store.claims.add(second);
});
afterAll(() => store.close());

describe('the challenge store', () => {
  it('gives the newest challenge of each claim, and none of a claim without', async () => {
    const older = challenge(first.id, { createdAt: at('08:00:00') });
    const newer = challenge(first.id, { createdAt: at('09:00:00') });
    await store.challenges.add(newer);
    await store.challenges.add(older);
    expect(await store.challenges.latestOf([first.id, second.id, 'no id'])).toEqual([newer]);
  });

  it('notes what a check found, and empties what is named as undefined', async () => {
    const issued = challenge(second.id);
    await store.challenges.add(issued);
    const failed = { lastCheckedAt: at('10:00:00'), lastProblem: 'The file was not there.' };
    await store.challenges.update(issued.id, failed);
    expect(await store.challenges.latestOf([second.id])).toEqual([{ ...issued, ...failed }]);

    const met = { lastProblem: undefined, metAt: at('10:05:00') };
    await store.challenges.update(issued.id, met);
    expect(await store.challenges.latestOf([second.id])).toEqual([{ ...issued, ...failed, ...met }]);
  });
});

describe('the evidence store', () => {
  it('gives all evidence of the named claims, each claim’s in the order it came', async () => {
    const later = evidence(first.id, { submittedAt: at('11:00:00'), link: 'https://example.org/proof' });
    const earlier = evidence(first.id, { submittedAt: at('10:00:00') });
    const other = evidence(second.id);
    for (const each of [later, earlier, other]) await store.evidence.add(each);

    expect(await store.evidence.ofClaims([first.id])).toEqual([earlier, later]);
    expect(await store.evidence.ofClaims([first.id, second.id, 'no id'])).toHaveLength(3);
    expect(await store.evidence.ofClaims([])).toEqual([]);
  });

  it('keeps text that PostgreSQL refuses, with a mark in place of what cannot be kept', async () => {
    const place = claim(owner.id, 'hostile.example');
    await store.claims.add(place);
    await store.evidence.add(evidence(place.id, { text: 'a\0b \uD800 \u{1F58C}' }));
    const [kept] = await store.evidence.ofClaims([place.id]);
    expect(kept?.text).toBe('a\uFFFDb \uFFFD \u{1F58C}');
  });
});
