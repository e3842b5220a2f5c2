import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { contestedOf } from '../../../src/app/claims/describe-claims.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { viewClaim } from '../../../src/app/claims/view-claim.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { Registry } from '../../../src/app/registry.js';
import { logged } from '../../support/logged-leaves.js';
import { lineFor, openedClaim, provenClaim, putLine } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { closedByTwo } from '../../support/decided-by-two.js';

const hosts = Array.from({ length: 20 }, (_, index) => `host-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

let world: RegistryWithSite;
let anna: SignedInActor;
let bert: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  [anna, bert] = [await signUp(world.registry), await signUp(world.registry)];
});

afterAll(() => world.close());

async function now(claim: Claim): Promise<Claim | undefined> {
  return world.registry.store.claims.byId(claim.id);
}

async function openDispute(claim: Claim) {
  return world.registry.store.disputes.openOn(
    claim.kind === 'content' ? 'url' : claim.kind,
    claim.subjectDigest,
  );
}

describe('two accounts that prove the same place', () => {
  it('are both in dispute, and both keep what they proved', async () => {
    const host = newHost();
    const first = await provenClaim(world.registry, world.site, anna, 'domain', host);
    const second = await provenClaim(world.registry, world.site, bert, 'domain', host);
    expect(second).toMatchObject({ state: 'disputed', assurance: 'verified' });
    expect(await now(first)).toMatchObject({ state: 'disputed', assurance: 'verified' });
    const dispute = await openDispute(first);
    expect(new Set(dispute?.claimIds)).toEqual(new Set([first.id, second.id]));
  });

  it('leave a leaf that names the place by digest and both claims', async () => {
    const host = newHost();
    const first = await provenClaim(world.registry, world.site, anna, 'domain', host);
    const size = await world.registry.store.log.size();
    const second = await provenClaim(world.registry, world.site, bert, 'domain', host);
    const ids = [first, second].map(({ id }) => id.replaceAll('-', ''));
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'claim', claim: ids[1] }),
      expect.objectContaining({
        kind: 'assurance',
        claim: ids[1],
        level: 'verified',
        method: 'well-known-file',
      }),
      expect.objectContaining({ kind: 'dispute', action: 'open', cause: 'rival-claims', claims: ids.sort() }),
    ]);
  });

  it('see that somebody else holds the place, before they prove anything', async () => {
    const host = newHost();
    const open = await openedClaim(world.registry, bert, 'domain', host);
    expect(await contestedOf(world.registry, [open])).toEqual([false]);
    const active = await provenClaim(world.registry, world.site, anna, 'domain', host);
    expect(await contestedOf(world.registry, [open, active])).toEqual([true, false]);
  });

  it('are joined by a third in the same dispute', async () => {
    const host = newHost();
    const claims = [
      await provenClaim(world.registry, world.site, anna, 'path', `${host}/work/`),
      await provenClaim(world.registry, world.site, bert, 'path', `${host}/work/`),
      await provenClaim(world.registry, world.site, await signUp(world.registry), 'path', `${host}/work/`),
    ] as const;
    expect(claims[2].state).toBe('disputed');
    expect((await openDispute(claims[0]))?.claimIds).toHaveLength(3);
  });

  it('are at peace again when one of them withdraws', async () => {
    const host = newHost();
    const first = await provenClaim(world.registry, world.site, anna, 'domain', host);
    const second = await provenClaim(world.registry, world.site, bert, 'domain', host);
    const dispute = await openDispute(first);
    const size = await world.registry.store.log.size();
    expect(await withdrawClaim(world.registry, anna, { claimId: first.id })).toMatchObject({
      ok: true,
      claim: { state: 'withdrawn' },
    });
    expect(await now(second)).toMatchObject({ state: 'active', assurance: 'verified' });
    expect(await world.registry.store.disputes.byId(dispute?.id ?? '')).toMatchObject({
      outcome: 'claim-upheld',
      closingReason: 'claimant-withdrew',
      closedBy: anna.account.id,
    });
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'assurance', state: 'withdrawn' }),
      expect.objectContaining({
        kind: 'dispute',
        action: 'close',
        cause: 'rival-claims',
        outcome: 'claim-upheld',
        upheld: second.id.replaceAll('-', ''),
        reason: 'claimant-withdrew',
      }),
    ]);
  });

  it('hold different places without a dispute: a folder and the domain around it', async () => {
    const host = newHost();
    const folder = await provenClaim(world.registry, world.site, anna, 'path', `${host}/anna/`);
    const domain = await provenClaim(world.registry, world.site, bert, 'domain', host);
    expect([folder.state, domain.state]).toEqual(['active', 'active']);
  });
});

describe('a claim', () => {
  it('is shown to whoever made it and to moderators, and to nobody else', async () => {
    const claim = await openedClaim(world.registry, anna, 'domain', newHost());
    const moderator = await signUp(world.registry, 'moderator');
    expect(await viewClaim(world.registry, anna, claim.id)).toEqual(claim);
    expect(await viewClaim(world.registry, moderator, claim.id)).toEqual(claim);
    expect(await viewClaim(world.registry, bert, claim.id)).toBeUndefined();
    expect(await viewClaim(world.registry, moderator, 'nonsense')).toBeUndefined();
  });

  it('that is withdrawn twice is withdrawn once', async () => {
    const claim = await openedClaim(world.registry, anna, 'domain', newHost());
    const size = await world.registry.store.log.size();
    const results = await Promise.all(
      [1, 2, 3].map(() => withdrawClaim(world.registry, anna, { claimId: claim.id })),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await logged(world.registry, size)).toEqual([
      expect.objectContaining({ kind: 'assurance', state: 'withdrawn', method: 'declaration' }),
    ]);
  });

  it('on a wider place raises and lowers the claims within it by leaves, as digests cannot tell', async () => {
    const host = newHost();
    const narrow = await openedClaim(world.registry, anna, 'url', `${host}/1.png`);
    const wide = await openedClaim(world.registry, anna, 'domain', host);
    await putLine(world.registry, world.site, wide);
    const size = await world.registry.store.log.size();
    await verifyClaim(world.registry, anna, { claimId: wide.id });
    const later = await openedClaim(world.registry, anna, 'path', `${host}/work/`);
    await withdrawClaim(world.registry, anna, { claimId: wide.id });
    const [narrowId, wideId, laterId] = [narrow, wide, later].map(({ id }) => id.replaceAll('-', ''));
    const leaves = await logged(world.registry, size);
    expect(leaves.slice(0, 4)).toEqual([
      expect.objectContaining({ claim: wideId, level: 'verified', method: 'well-known-file' }),
      expect.objectContaining({ claim: narrowId, level: 'verified', method: 'wider-claim' }),
      expect.objectContaining({ kind: 'claim', claim: laterId }),
      expect.objectContaining({ claim: laterId, level: 'verified', method: 'wider-claim' }),
    ]);
    expect(leaves[4]).toMatchObject({ claim: wideId, state: 'withdrawn' });
    expect(new Set(leaves.slice(5).map((leaf) => ('claim' in leaf ? leaf.claim : undefined)))).toEqual(
      new Set([narrowId, laterId]),
    );
    expect(leaves.slice(5)).toEqual([
      expect.objectContaining({ level: 'asserted', method: 'wider-claim' }),
      expect.objectContaining({ level: 'asserted', method: 'wider-claim' }),
    ]);
  });
});

describe('64 verifications at once', () => {
  it('of one claim make one holder and one leaf', async () => {
    const claim = await openedClaim(world.registry, anna, 'domain', newHost());
    await putLine(world.registry, world.site, claim);
    const size = await world.registry.store.log.size();
    const results = await Promise.all(
      Array.from({ length: 64 }, () => verifyClaim(world.registry, anna, { claimId: claim.id })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(64);
    expect(await logged(world.registry, size)).toHaveLength(1);
  });

  it('of one place by 64 accounts make one dispute of all, never two holders', async () => {
    const host = newHost();
    const actors = await Promise.all(Array.from({ length: 64 }, () => signUp(world.registry)));
    const claims: { actor: SignedInActor; claim: Claim }[] = [];
    for (const actor of actors) {
      const claim = await openedClaim(world.registry, actor, 'domain', host);
      await putLine(world.registry, world.site, claim);
      claims.push({ actor, claim });
    }
    const results = await Promise.all(
      claims.map(({ actor, claim }) => verifyClaim(world.registry, actor, { claimId: claim.id })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(64);
    const states = await Promise.all(claims.map(async ({ claim }) => (await now(claim))?.state));
    expect(new Set(states)).toEqual(new Set(['disputed']));
    const [first] = claims;
    expect(first && (await openDispute(first.claim))?.claimIds).toHaveLength(64);
  });
});

describe('claims on one place that are verified, withdrawn and decided all at once', () => {
  it('end with one holder, or one open dispute of at least two, or nobody', async () => {
    const moderator = await signUp(world.registry, 'moderator');
    const actors = await Promise.all(Array.from({ length: 6 }, () => signUp(world.registry)));
    for (let round = 0; round < 12; round += 1) {
      const host = `round-${round}.test`;
      const claims = await Promise.all(
        actors.map((actor) => openedClaim(world.registry, actor, 'domain', host)),
      );
      const proving = { ...world.registry, outgoing: await answering(claims) };
      const verify = (index: number) =>
        act(index, (actor, claimId) => verifyClaim(proving, actor, { claimId }));
      const withdraw = (index: number) =>
        act(index, (actor, claimId) => withdrawClaim(world.registry, actor, { claimId }));
      const act = async <T>(index: number, verb: (actor: SignedInActor, claimId: string) => Promise<T>) => {
        const [actor, claim] = [actors[index], claims[index]];
        return actor && claim && verb(actor, claim.id);
      };
      const close = async () => {
        const [claim] = claims;
        const dispute = claim && (await openDispute(claim));
        return (
          dispute &&
          closedByTwo(world.registry, moderator, {
            disputeId: dispute.id,
            upheldClaimId: dispute.claimIds[round % 2],
            reasonCode: 'public-record',
            note: 'Decided in a hurry.',
          })
        );
      };
      await Promise.all([verify(0), verify(1)]);
      await Promise.all([
        verify(2),
        withdraw(0),
        close(),
        verify(3),
        withdraw(1),
        close(),
        verify(4),
        verify(5),
      ]);
      const [claim] = claims;
      const standing = claim && (await world.registry.store.claims.heldOn('domain', claim.subjectDigest));
      const states = standing?.map(({ state }) => state).sort() ?? [];
      const isDisputed = claim !== undefined && (await openDispute(claim)) !== undefined;
      expect({ states, isDisputed }).toEqual(
        isDisputed
          ? { isDisputed, states: states.length < 2 ? ['too few'] : states.map(() => 'disputed') }
          : { isDisputed, states: states.slice(0, 1).map(() => 'active') },
      );
    }
  });
});

/** A web on which each of these claims has its file. */
async function answering(claims: readonly Claim[]): Promise<Registry['outgoing']> {
  const lines = await Promise.all(claims.map((claim) => lineFor(world.registry, claim)));
  const body = Buffer.from(lines.join('\n'));
  return {
    ...world.registry.outgoing,
    get: (url) => Promise.resolve({ url, status: 200, headers: {}, body }),
  };
}
