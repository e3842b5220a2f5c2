import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { evidenceOf } from '../../../src/app/claims/describe-claims.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { readQueue } from '../../../src/app/moderation/queue/read-queue.js';
import { openedClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';

let world: RegistryWithSite;
let artist: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite([]);
  artist = await signUp(world.registry);
});

afterAll(() => world.close());

async function waitingIds(): Promise<string[]> {
  const page = await readQueue(world.registry, { first: 50 });
  return page.rows.flatMap(({ row }) => row.items.map(({ key }) => key.replace('claim:', '')));
}

describe('evidence', () => {
  it('puts an open claim into the queue of the moderators', async () => {
    const claim = await openedClaim(world.registry, artist, 'url', 'https://platform.test/art/1');
    expect(await waitingIds()).not.toContain(claim.id);
    const added = await addEvidence(world.registry, artist, {
      claimId: claim.id,
      text: '  The signed original hangs in my studio.  ',
      link: 'https://platform.test/anna',
    });
    expect(added).toMatchObject({ ok: true, claim: { id: claim.id } });
    expect(await waitingIds()).toContain(claim.id);
    expect(await evidenceOf(world.registry, [claim])).toMatchObject([
      [{ text: 'The signed original hangs in my studio.', link: 'https://platform.test/anna' }],
    ]);
  });

  it.each([
    ['nothing but blanks', { text: '   ' }, 'text'],
    ['a text that is too long', { text: 'x'.repeat(5_001) }, 'text'],
    ['a link that a browser would run', { text: 'See there.', link: 'javascript:alert(1)' }, 'link'],
    ['a link that is a page itself', { text: 'See there.', link: 'data:text/html,x' }, 'link'],
    ['a link with a password in it', { text: 'See there.', link: 'https://anna:s3cret@a.test/' }, 'link'],
    ['a link that is none', { text: 'See there.', link: 'my page' }, 'link'],
    [
      'a link that no server takes',
      { text: 'See there.', link: `https://a.test/${'x'.repeat(3_000)}` },
      'link',
    ],
  ])('is refused for %s', async (_, piece, field) => {
    const claim = await openedClaim(
      world.registry,
      await signUp(world.registry),
      'url',
      'platform.test/art/2',
    );
    expect(await addEvidence(world.registry, artist, { claimId: claim.id, ...piece })).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('is taken from nobody but the claimant, and for no claim that ended', async () => {
    const claim = await openedClaim(world.registry, artist, 'url', 'https://platform.test/art/3');
    const other = await signUp(world.registry);
    const input = { claimId: claim.id, text: 'It is mine, believe me.' };
    expect(await addEvidence(world.registry, other, input)).toMatchObject({ code: 'NOT_FOUND' });
    await withdrawClaim(world.registry, artist, { claimId: claim.id });
    expect(await addEvidence(world.registry, artist, input)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await evidenceOf(world.registry, [claim])).toEqual([[]]);
  });

  it('is bounded in number', async () => {
    const claim = await openedClaim(world.registry, artist, 'url', 'https://platform.test/art/4');
    for (let piece = 1; piece <= 20; piece += 1) {
      const text = `Piece ${piece} of many.`;
      expect(await addEvidence(world.registry, artist, { claimId: claim.id, text })).toMatchObject({
        ok: true,
      });
    }
    expect(await addEvidence(world.registry, artist, { claimId: claim.id, text: 'One more.' })).toMatchObject(
      {
        code: 'INVALID_INPUT',
      },
    );
  });
});
