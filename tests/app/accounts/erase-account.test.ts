import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eraseAccount } from '../../../src/app/accounts/erase-account.js';
import { eraseUser } from '../../../src/app/accounts/erase-user.js';
import { recogniseApiKey } from '../../../src/app/accounts/recognise-api-key.js';
import { recogniseSession } from '../../../src/app/accounts/recognise-session.js';
import { resetPassword } from '../../../src/app/accounts/reset-password.js';
import { signInWithPassword } from '../../../src/app/accounts/sign-in-with-password.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { renewChallenge } from '../../../src/app/claims/proofs/renew-challenge.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { OwnClaim } from '../../../src/app/claims/own-claim.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { AuditEvent } from '../../../src/app/ports/log.js';
import { logged } from '../../support/logged-leaves.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import { namesFound, tracesInTables } from '../../support/traces.js';
import { actorBy, from, PASSWORD, registered, settled } from './accounts-scenario.js';
import {
  answersAbout,
  emailOf,
  type ErasureScenario,
  hostOf,
  type Name,
  openErasureScenario,
  roots,
  somebody,
  type Somebody,
} from './erasure-scenario.js';
import { closedByTwo, decidedByTwo } from '../../support/decided-by-two.js';

let scenario: ErasureScenario;

beforeAll(async () => {
  scenario = await openErasureScenario('erasures');
});

afterAll(() => scenario.close());

const erase = (who: Somebody, noes: 'keep' | 'withdraw') =>
  eraseAccount(scenario.registry, who.actor, { noes, currentPassword: PASSWORD });

async function now(claim: Claim): Promise<Claim | undefined> {
  return scenario.store.claims.byId(claim.id);
}

/** The clock stands still, so that what was done last is told by what it was. */
async function lastDone(action: string, target?: string): Promise<AuditEvent | undefined> {
  const { rows } = await scenario.store.audit.page({ first: 100 });
  return rows
    .map(({ row }) => row)
    .find((event) => event.action === action && event.target === (target ?? event.target));
}

describe('erasing an account and keeping its noes', () => {
  let who: Somebody;
  let before: bigint;

  beforeAll(async () => {
    who = await somebody(scenario, 'quast');
    expect(await answersAbout(scenario.registry, 'quast')).toEqual({
      'train-ai': 'DENIED, verified',
      search: 'ALLOWED, verified',
      'ai-inference': 'CONDITIONAL, verified',
    });
    // Everything is where the search looks for it; a session and codes are kept as hashes alone.
    const found = namesFound(await tracesInTables(scenario.store.dataSource, who.values));
    expect(found).toEqual(
      Object.keys(who.values)
        .filter((name) => name !== 'challenge')
        .sort(),
    );
    before = await scenario.store.log.size();
    expect(await erase(who, 'keep')).toEqual({
      ok: true,
      logIndex: before,
      answers: { ended: 1, standing: 2 },
    });
  });

  it('leaves nothing that anybody could read, nor the account, in any table', async () => {
    expect(await tracesInTables(scenario.store.dataSource, who.values)).toEqual([]);
  });

  it('is one leaf, and the log verifies as before', async () => {
    expect(await logged(scenario.registry, before)).toEqual([
      expect.objectContaining({
        kind: 'erasure',
        scope: 'account',
        claimant: who.actor.account.pseudonym,
        noes: 'keep',
      }),
    ]);
    const { hashed, signed } = await roots(scenario.registry);
    expect(hashed).toBe(signed);
  });

  it('ends the yes, leaves the no its weight, and makes a plain no of the offer', async () => {
    expect(await answersAbout(scenario.registry, 'quast')).toEqual({
      'train-ai': 'DENIED, verified',
      search: 'UNKNOWN',
      'ai-inference': 'DENIED, verified',
    });
  });

  it('lets nobody in any more, by whatever opened the account before', async () => {
    const { registry } = scenario;
    const proof = { email: emailOf('quast'), password: PASSWORD };
    expect(await recogniseSession(registry, who.token)).toBeUndefined();
    expect(await recogniseApiKey(registry, who.apiKey)).toBeUndefined();
    expect(await signInWithPassword(registry, from(), proof)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
    const reset = { email: proof.email, code: who.recoveryCode, newPassword: 'nine blue tits' };
    expect(await resetPassword(registry, from(), reset)).toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('takes nothing from a request that was under way', async () => {
    const { registry, store } = scenario;
    const { actor, domain } = who;
    const size = await store.log.size();
    const evidence = { claimId: domain.id, text: 'One more piece.' };
    expect(
      await store.evidence.add({
        ...evidence,
        id: registry.random.uuid(),
        link: undefined,
        submittedAt: registry.clock(),
      }),
    ).toBe(false);
    expect(await addEvidence(registry, actor, evidence)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await renewChallenge(registry, actor, { claimId: domain.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const yes = {
      kind: 'domain',
      address: hostOf('quast'),
      capacity: 'author',
      basis: 'own-right',
      ownWorks: true,
      answers: [{ use: 'search', preference: 'allow' }],
    } as const;
    await expect(declareConsent(registry, actor, yes)).rejects.toThrow('foreign key');
    expect(await erase(who, 'withdraw')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await store.log.size()).toBe(size);
  });

  it('frees the address for another account, which is nobody that the log knows', async () => {
    const again = await registered(scenario.registry, emailOf('quast'));
    expect(again.account.pseudonym).not.toBe(who.actor.account.pseudonym);
    const actor = await actorBy(scenario.registry, again.session);
    const page = { first: 10 };
    expect((await scenario.store.statements.ofAccount(actor.account.id, page)).rows).toEqual([]);
    expect((await scenario.store.claims.ofAccount(actor.account.id, page)).rows).toEqual([]);
  });

  it('leaves the claim in its place, so that whoever proves it too has a moderator decide', async () => {
    const { registry, site } = scenario;
    const other = await signUp(registry);
    const claim = await provenClaim(registry, site, other, 'domain', hostOf('quast'));
    expect(claim.state).toBe('disputed');
    expect(await now(who.domain)).toMatchObject({
      claimant: who.actor.account.pseudonym,
      accountId: undefined,
      expression: undefined,
      state: 'disputed',
      assurance: 'verified',
    });
    const moderator = await signUp(registry, 'moderator');
    const dispute = await scenario.store.disputes.openOn('domain', claim.subjectDigest);
    const decision = { reasonCode: 'public-record', note: 'The imprint names them.' };
    const closing = { disputeId: dispute?.id ?? '', upheldClaimId: claim.id, ...decision };
    settled(await closedByTwo(registry, moderator, closing));
    expect(await now(claim)).toMatchObject({ state: 'active', assurance: 'reviewed' });
    // The no for the whole site rested on the claim that was turned down.
    expect(await answersAbout(registry, 'quast')).toMatchObject({ 'train-ai': 'UNKNOWN' });
  });
});

describe('erasing an account and withdrawing its noes', () => {
  it('ends everything that it said, and its claims', async () => {
    const { registry, store, site } = scenario;
    const who = await somebody(scenario, 'oberlin');
    const before = await store.log.size();
    expect(await erase(who, 'withdraw')).toMatchObject({ ok: true, answers: { ended: 3, standing: 0 } });
    expect(await tracesInTables(store.dataSource, who.values)).toEqual([]);
    expect(await answersAbout(registry, 'oberlin')).toEqual({
      'train-ai': 'UNKNOWN',
      search: 'UNKNOWN',
      'ai-inference': 'UNKNOWN',
    });
    const leaves = await logged(registry, before);
    expect(leaves.map(({ kind }) => kind)).toEqual(['assurance', 'assurance', 'assurance', 'erasure']);
    const other = await signUp(registry);
    expect(await provenClaim(registry, site, other, 'domain', hostOf('oberlin'))).toMatchObject({
      state: 'active',
    });
  });

  it('leaves a place in dispute to the one who is left, with what is theirs', async () => {
    const { registry, store, site } = scenario;
    const who = await somebody(scenario, 'farkas');
    const rival = await signUp(registry);
    const theirs = await provenClaim(registry, site, rival, 'domain', hostOf('farkas'));
    const dispute = await store.disputes.openOn('domain', theirs.subjectDigest);
    settled(await erase(who, 'withdraw'));
    expect(await now(theirs)).toMatchObject({ state: 'active', expression: hostOf('farkas') });
    expect(await store.disputes.byId(dispute?.id ?? '')).toMatchObject({
      outcome: 'claim-upheld',
      closingReason: 'claimant-withdrew',
      closedBy: undefined,
      expression: hostOf('farkas'),
    });
  });
});

describe('what a moderator wrote', () => {
  async function noteOn(claim: OwnClaim | Claim): Promise<string | undefined> {
    return (await now(claim))?.decisionReason;
  }

  it('goes with the account of any claim that it is about, and leaves the reason as a code', async () => {
    const { registry, store, site } = scenario;
    const who = await somebody(scenario, 'ylvisaker');
    const rival = await signUp(registry);
    const theirs = await provenClaim(registry, site, rival, 'domain', hostOf('ylvisaker'));
    const moderator = await signUp(registry, 'moderator');
    const dispute = await store.disputes.openOn('domain', theirs.subjectDigest);
    const decision = { reasonCode: 'public-record', note: 'The register names O. Ylvisaker.' };
    const closing = { disputeId: dispute?.id ?? '', upheldClaimId: who.domain.id, ...decision };
    settled(await closedByTwo(registry, moderator, closing));
    const event = await lastDone('dispute.closed', `dispute:${closing.disputeId}`);
    expect(await store.decisionNotes.ofEvents([event?.id ?? ''])).toMatchObject([{ note: decision.note }]);
    expect(await noteOn(theirs)).toBe('public-record: The register names O. Ylvisaker.');

    settled(await erase(who, 'keep'));
    expect(await store.decisionNotes.ofEvents([event?.id ?? ''])).toEqual([]);
    expect(await noteOn(theirs)).toBe('public-record');
    expect(await noteOn(who.domain)).toBe('public-record');
    expect(await store.disputes.byId(dispute?.id ?? '')).toMatchObject({
      reason: 'public-record',
      expression: hostOf('ylvisaker'),
    });
    expect(await tracesInTables(store.dataSource, { note: decision.note })).toEqual([]);
  });

  it('about others stays', async () => {
    const { registry, store } = scenario;
    const who = await somebody(scenario, 'ndiaye');
    const other = await signUp(registry);
    const moderator = await signUp(registry, 'moderator');
    const claim = await openedClaim(registry, other, 'url', 'https://platform.example/another.jpg');
    const decision = {
      claimId: claim.id,
      approve: true,
      reasonCode: 'public-record',
      note: 'Listed since 1980.',
    };
    settled(await decidedByTwo(registry, moderator, decision));
    settled(await erase(who, 'keep'));
    expect(await noteOn(claim)).toBe('public-record: Listed since 1980.');
    expect(await tracesInTables(store.dataSource, { note: decision.note })).toEqual([
      'note in claims',
      'note in decision_notes',
    ]);
  });

  it('cannot raise a claim that is nobody’s, but can end it', async () => {
    const { registry } = scenario;
    const who = await somebody(scenario, 'tamura');
    settled(await erase(who, 'keep'));
    const moderator = await signUp(registry, 'moderator');
    const decision = { claimId: who.domain.id, note: 'Looked at again.' };
    expect(
      await decidedByTwo(registry, moderator, { ...decision, approve: true, reasonCode: 'public-record' }),
    ).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('erased') });
    settled(await decidedByTwo(registry, moderator, { ...decision, approve: false, reasonCode: 'abuse' }));
    expect(await answersAbout(registry, 'tamura')).toMatchObject({ 'train-ai': 'UNKNOWN' });
  });
});

describe('erasing an account is refused, with nothing done,', () => {
  it.each([
    ['without the password', {}, 'WRONG_CREDENTIALS'],
    ['with another one', { currentPassword: 'not this one' }, 'WRONG_CREDENTIALS'],
  ])('%s', async (_how, proof, code) => {
    const { registry, store } = scenario;
    const { session, account } = await registered(
      registry,
      `cautious-${code.length + Object.keys(proof).length}@example.org`,
    );
    const size = await store.log.size();
    const actor = await actorBy(registry, session);
    expect(await eraseAccount(registry, actor, { noes: 'keep', ...proof })).toMatchObject({ code });
    expect(await store.accounts.byId(account.id)).toStrictEqual(account);
    expect(await store.log.size()).toBe(size);
  });

  it('by an API key', async () => {
    const { registry } = scenario;
    const actor = { ...(await signUp(registry)), via: 'api-key' } as const;
    expect(await eraseAccount(registry, actor, { noes: 'keep' })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });

  it.each(['moderator', 'admin'] as const)('of a %s, as long as they are one', async (role) => {
    const { registry, store } = scenario;
    const actor = await signUp(registry, role);
    expect(await eraseAccount(registry, actor, { noes: 'keep' })).toMatchObject({ code: 'ROLE_HELD' });
    await store.accounts.update(actor.account.id, { role: 'artist' });
    expect(await eraseAccount(registry, actor, { noes: 'keep' })).toMatchObject({ ok: true });
  });
});

describe('an operator who was asked to erase an account', () => {
  it('does so by its address, and the audit trail names the pseudonym alone', async () => {
    const { registry, store } = scenario;
    const name: Name = 'brandao';
    const who = await somebody(scenario, name);
    expect(await eraseUser(registry, { email: emailOf(name).toUpperCase(), noes: 'withdraw' })).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await tracesInTables(store.dataSource, who.values)).toEqual([]);
    expect(await lastDone('erase-user')).toMatchObject({
      target: `claimant:${who.actor.account.pseudonym}`,
      actorId: undefined,
      details: { noes: 'withdraw' },
    });
    expect(await eraseUser(registry, { email: emailOf(name), noes: 'keep' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await eraseUser(registry, { email: 'no address', noes: 'keep' })).toMatchObject({
      code: 'INVALID_EMAIL',
    });
  });
});

describe('a database that was put back to before an erasure', () => {
  it('is rid of the account again as soon as the log is refilled', async () => {
    const name: Name = 'kowalczyk';
    // The same seed and clock make the same leaves: one of them is the other as it was before.
    const [original, copy] = [await openErasureScenario('a copy'), await openErasureScenario('a copy')];
    try {
      const who = await somebody(original, name);
      settled(await eraseAccount(original.registry, who.actor, { noes: 'keep', currentPassword: PASSWORD }));
      const { values } = await somebody(copy, name);
      expect(namesFound(await tracesInTables(copy.store.dataSource, values))).toContain('credit');
      await copy.registry.log.refill(leavesOf(original));
      expect(await roots(copy.registry)).toEqual(await roots(original.registry));
      expect(await tracesInTables(copy.store.dataSource, values)).toEqual([]);
      expect(await answersAbout(copy.registry, name)).toMatchObject({ search: 'UNKNOWN' });
    } finally {
      await original.close();
      await copy.close();
    }
  });

  async function* leavesOf({ store }: ErasureScenario) {
    for (const { index, leaf } of await store.log.byIndex(0n, 1_000)) yield { index: Number(index), leaf };
  }
});
