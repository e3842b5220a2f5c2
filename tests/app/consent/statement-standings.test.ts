import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { forgetAccount } from '../../../src/app/accounts/forget-account.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { eraseOpening } from '../../../src/app/consent/erase-opening.js';
import { listStatementsAbout } from '../../../src/app/consent/list-statements-about.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import type { PlaceKind } from '../../../src/app/ports/claims.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { closedByTwo } from '../../support/decided-by-two.js';

const hosts = Array.from({ length: 20 }, (_, index) => `standing-${index}.test`);
let nextHost = 0;
const newHost = (): string => hosts[nextHost++] ?? 'out-of-hosts.test';

let world: RegistryWithSite;
let registry: Registry;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  registry = world.registry;
});

afterAll(() => world.close());

async function say(
  actor: SignedInActor,
  preference: Preference,
  kind: PlaceKind,
  address: string,
  change: Partial<DeclareConsentInput> = {},
): Promise<Uint8Array> {
  const declared = await declareConsent(registry, actor, {
    kind,
    address,
    answers: [{ use: 'train-ai', preference }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
    ...change,
  });
  const [view] = declared.ok ? declared.statements : [];
  if (view === undefined) throw new Error(JSON.stringify(declared));
  return view.statement.id;
}

/** Whether each statement about a place stands, the oldest first, with what it rests on. */
async function standing(kind: PlaceKind, address: string): Promise<string[]> {
  const listed = await listStatementsAbout(registry, { kind, address }, { first: 100 });
  if (!listed.ok) throw new Error(listed.message);
  return listed.rows
    .map(({ row }) => `${row.statement.preference} ${row.isInForce ? 'stands' : 'is over'}, ${row.assurance}`)
    .reverse();
}

const inDays = (days: number) => new Date(registry.clock().getTime() + days * 86_400_000);

describe('a statement', () => {
  it('is over once it was withdrawn, and so is what its claimant had said before it', async () => {
    const [artist, host] = [await signUp(registry), newHost()];
    await say(artist, 'deny', 'url', `${host}/1.png`);
    const last = await say(artist, 'deny', 'url', `${host}/1.png`);
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny is over, asserted',
      'deny stands, asserted',
    ]);
    await withdrawStatement(registry, artist, { statementId: last });
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny is over, asserted',
      'deny is over, asserted',
    ]);
  });

  it('that says no stands on beside a later yes that is worth nothing, until the yes is proven', async () => {
    const [artist, host] = [await signUp(registry), newHost()];
    await say(artist, 'deny', 'url', `${host}/1.png`);
    await say(artist, 'allow', 'url', `${host}/1.png`);
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny stands, asserted',
      'allow stands, asserted',
    ]);
    await provenClaim(registry, world.site, artist, 'domain', host);
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny is over, verified',
      'allow stands, verified',
    ]);
  });

  it('that has run out is over; an offer that has run out leaves its no', async () => {
    const [artist, host] = [await signUp(registry), newHost()];
    await say(artist, 'deny', 'url', `${host}/1.png`, { expiresAt: inDays(1) });
    await say(await signUp(registry), 'conditional', 'url', `${host}/1.png`, { expiresAt: inDays(1) });
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny stands, asserted',
      'conditional stands, asserted',
    ]);
    world.clock.advance({ days: 1 });
    expect(await standing('url', `${host}/1.png`)).toEqual([
      'deny is over, asserted',
      'conditional stands, asserted',
    ]);
  });

  it('of somebody who lost a dispute about the place is set aside', async () => {
    const [right, wrong, host] = [await signUp(registry), await signUp(registry), newHost()];
    const claim = await provenClaim(registry, world.site, right, 'domain', host);
    await provenClaim(registry, world.site, wrong, 'domain', host);
    await say(wrong, 'deny', 'domain', host);
    expect(await standing('domain', host)).toEqual(['deny stands, verified']);
    const dispute = await registry.store.disputes.openOn('domain', claim.subjectDigest);
    const closed = await closedByTwo(registry, await signUp(registry, 'moderator'), {
      disputeId: dispute?.id ?? '',
      upheldClaimId: claim.id,
      reasonCode: 'evidence-convincing',
      note: 'The imprint names the first of them.',
    });
    expect(closed.ok).toBe(true);
    expect(await standing('domain', host)).toEqual([expect.stringContaining('deny is over')]);
  });

  it('whose details were erased stands as before, a yes of an erased account does not', async () => {
    const [artist, host] = [await signUp(registry), newHost()];
    await provenClaim(registry, world.site, artist, 'domain', host);
    const offer = await say(artist, 'conditional', 'url', `${host}/1.png`, { expiresAt: inDays(1) });
    await say(artist, 'allow', 'url', `${host}/1.png`, { answers: [{ use: 'search', preference: 'allow' }] });
    await eraseOpening(registry, artist, { statementId: offer });
    world.clock.advance({ days: 2 });
    expect(await standing('url', `${host}/1.png`)).toEqual([
      expect.stringContaining('conditional stands'),
      'allow stands, verified',
    ]);
    await forgetAccount(registry, artist.account.id, 'keep');
    expect(await standing('url', `${host}/1.png`)).toEqual([
      expect.stringContaining('conditional stands'),
      'allow is over, asserted',
    ]);
  });
});
