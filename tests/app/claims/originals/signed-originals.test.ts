import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../../src/app/actor.js';
import { forgetAccount } from '../../../../src/app/accounts/forget-account.js';
import { forgetExpired } from '../../../../src/app/accounts/forget-expired.js';
import { readSignedOriginal } from '../../../../src/app/claims/originals/read-signed-original.js';
import { removeSignedOriginal } from '../../../../src/app/claims/originals/remove-signed-original.js';
import { signedOriginalsOf } from '../../../../src/app/claims/originals/view-signed-originals.js';
import { withdrawClaim } from '../../../../src/app/claims/withdraw-claim.js';
import { readQueue } from '../../../../src/app/moderation/queue/read-queue.js';
import type { OriginalFinding } from '../../../../src/app/ports/signed-originals.js';
import { createSignedOriginalReader } from '../../../../src/originals/signed-original-reader.js';
import { NO_TRUST } from '../../../../src/originals/trust-lists.js';
import { openedClaim, provenClaim } from '../../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../../support/registry-with-site.js';
import { signUp } from '../../../support/sign-up.js';
import {
  authority,
  der,
  type Holder,
  picture,
  signedPicture,
  signer,
} from '../../../support/signed-files.js';
import { ORIGINALS_PROGRAM } from '../../../support/signed-original-program.js';

let world: RegistryWithSite;
let artist: SignedInActor;
let root: Holder;
let one: Holder;
let signed: Uint8Array;

beforeAll(async () => {
  root = await authority('CN=Demo root');
  one = await signer(root, {
    names: [
      { type: 'dns', value: 'studio.test' },
      { type: 'dns', value: 'elsewhere.test' },
      { type: 'email', value: 'Ink@studio.test' },
    ],
  });
  signed = await signedPicture({ signer: one });
  const trust = { ...NO_TRUST, c2pa: [der(root)] };
  const originals = createSignedOriginalReader({ trust, program: ORIGINALS_PROGRAM, timeLimitMs: 60_000 });
  world = await openRegistryWithSite(['studio.test'], { originals });
  artist = await signUp(world.registry);
});

afterAll(() => world.close());

const read = (claimId: string, bytes: Uint8Array, by = artist) =>
  readSignedOriginal(world.registry, by, { claimId, bytes });

/** As a file of an unknown signer would be found. */
function unlisted(finding: OriginalFinding): OriginalFinding {
  return {
    ...finding,
    signatures: finding.signatures.map((each) => ({ ...each, doubt: 'unlisted' as const })),
  };
}

describe('a signed file that is given with a claim', () => {
  it('is shown as what it says, and gives the claim no weight, no place in the queue and no leaf', async () => {
    const { registry, store } = world;
    const claim = await openedClaim(registry, artist, 'url', 'https://platform.test/art/1');
    const size = await store.log.size();
    const kept = await read(claim.id, signed);
    expect(kept).toMatchObject({ ok: true });
    expect(await signedOriginalsOf(registry, [claim])).toMatchObject([
      [
        {
          size: signed.length,
          isRegisteredFile: undefined,
          finding: { state: 'unchanged' },
          signatures: [{ doubt: null, name: 'Signing key one', provenNames: [] }],
        },
      ],
    ]);
    expect(await store.claims.byId(claim.id)).toEqual(claim);
    expect(await store.log.size()).toBe(size);
    expect((await readQueue(registry, { first: 50 })).rows).toEqual([]);
    expect(await read(claim.id, signed)).toEqual(kept);
  });

  it('shows which names in a certificate on the list its claimant has proven here, and of any other certificate none', async () => {
    const { registry, store, site } = world;
    const holder = await signUp(registry);
    const mail = { email: 'ink@studio.test', emailConfirmedAt: registry.clock() };
    await store.accounts.update(holder.account.id, mail);
    await provenClaim(registry, site, holder, 'domain', 'studio.test');
    const claim = await openedClaim(registry, holder, 'url', 'https://platform.test/art/2');
    await read(claim.id, signed, holder);
    const names = async () =>
      (await signedOriginalsOf(registry, [claim]))[0]?.[0]?.signatures[0]?.provenNames;
    expect(await names()).toEqual(['studio.test', 'Ink@studio.test']);
    const [found] = await store.originalFindings.ofClaims([claim.id]);
    if (found === undefined) throw new Error('Nothing was kept.');
    await store.originalFindings.put({ ...found, finding: unlisted(found.finding) });
    expect(await names()).toEqual([]);
  });

  it("is refused with what to do where it tells nothing, is one too many, or the claim is somebody else's", async () => {
    const { registry, store } = world;
    const claim = await openedClaim(registry, artist, 'url', 'https://platform.test/art/3');
    expect(await read(claim.id, await picture())).toMatchObject({ code: 'INVALID_INPUT', field: 'file' });
    expect(await read(claim.id, signed, await signUp(registry))).toMatchObject({ code: 'NOT_FOUND' });
    const finding: OriginalFinding = {
      contentType: 'image/png',
      state: 'unbound',
      signatures: [],
      answers: {},
    };
    for (let other = 0; other < 5; other += 1) {
      const sha256 = registry.sha256(new Uint8Array([other]));
      const found = { claimId: claim.id, sha256, size: 1, finding, readAt: registry.clock() };
      await store.originalFindings.put({ id: registry.random.uuid(), ...found });
    }
    expect(await read(claim.id, signed)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is deleted by its claimant, with the account, and once the claim is over', async () => {
    const { registry, store } = world;
    const leaving = await signUp(registry);
    const claims = await Promise.all(
      ['4', '5', '6'].map((name) =>
        openedClaim(registry, leaving, 'url', `https://platform.test/art/${name}`),
      ),
    );
    const [first, second] = claims.map(({ id }) => id);
    const ids = await Promise.all(
      claims.map(async ({ id }) => (await read(id, signed, leaving)) as { readonly id: string }),
    );
    expect(await removeSignedOriginal(registry, artist, ids[0]?.id ?? '')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await removeSignedOriginal(registry, leaving, ids[0]?.id ?? '')).toMatchObject({
      ok: true,
      claim: { id: first },
    });
    await withdrawClaim(registry, leaving, { claimId: second ?? '' });
    const left = async () =>
      (await store.originalFindings.ofClaims(claims.map(({ id }) => id))).map(({ id }) => id);
    expect(await left()).toEqual([ids[2]?.id]);
    expect((await forgetExpired(registry)).originals).toBe(1);
    await forgetAccount(registry, leaving.account.id, 'keep');
    expect(await left()).toEqual([]);
  });
});
