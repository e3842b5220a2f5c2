import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedInActor } from '../../../src/app/actor.js';
import { withdrawClaim } from '../../../src/app/claims/withdraw-claim.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { lookUpAddress } from '../../../src/app/consent/look-up-address.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { copiedLeaves } from '../../../src/app/log/copied-leaves.js';
import { copyLogFiles } from '../../../src/app/log/copy-log-files.js';
import { readLogFile } from '../../../src/app/log/log-files.js';
import { closeDispute } from '../../../src/app/moderation/close-dispute.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { parseLeaf } from '../../../src/core/log/leaf.js';
import { answerAsOf } from '../../../src/core/replay/answer-as-of.js';
import { digestItem } from '../../../src/core/replay/digested-item.js';
import { applyLeaf } from '../../../src/core/replay/replay.js';
import { emptyState, type ReplayState } from '../../../src/core/replay/replay-state.js';
import { logFolderAt } from '../../../src/log-folder/log-folder.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';

const HOSTS = ['one.test', 'two.test', 'three.test'];
const PLACES = HOSTS.flatMap((host) => [
  { kind: 'domain' as const, address: host },
  { kind: 'path' as const, address: `${host}/art/` },
  { kind: 'url' as const, address: `https://${host}/art/1.png` },
  { kind: 'url' as const, address: `https://${host}/2.png` },
]);
const ASKED = [
  ...HOSTS.flatMap((host) => [
    `https://${host}/`,
    `https://${host}/art/1.png`,
    `https://${host}/art/1.png?w=2`,
    `http://cdn.${host}/art/x`,
    `https://${host}/2.png`,
    `https://i0.wp.com/${host}/2.png`,
  ]),
  'https://nobody.test/',
];

let world: RegistryWithSite;
let folder: string;
let artists: SignedInActor[];

/** A fixed sequence that looks like chance: the scenario is the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

beforeAll(async () => {
  world = await openRegistryWithSite(HOSTS);
  folder = await mkdtemp(join(tmpdir(), 'rebuild-'));
  artists = await Promise.all([1, 2, 3].map(() => signUp(world.registry)));
  await liveThrough(dice(7));
  const files = { read: (path: string) => readLogFile(world.registry.store, path) };
  await copyLogFiles(files, logFolderAt(folder));
}, 120_000);

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

/** Artists claim, prove, answer, change their minds, meet each other, and are decided about. */
async function liveThrough(roll: (sides: number) => number): Promise<void> {
  const { registry, site, clock } = world;
  const moderator = await signUp(registry, 'moderator');
  // Somebody is known from the beginning, so that yeses and offers are heard too.
  await provenClaim(registry, site, artists[0] as SignedInActor, 'domain', 'one.test');
  await declareConsent(registry, artists[0] as SignedInActor, {
    kind: 'url',
    address: 'https://one.test/2.png',
    answers: [{ use: 'search', preference: 'conditional' }],
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    terms: { credit: 'Name me' },
  });
  const said: { artist: SignedInActor; statementId: Uint8Array }[] = [];
  for (let step = 0; step < 90; step += 1) {
    clock.advance({ hours: 1 });
    const artist = artists[roll(artists.length)] as SignedInActor;
    const place = PLACES[roll(PLACES.length)] as (typeof PLACES)[number];
    const deed = roll(10);
    if (deed < 6) {
      const preference = PREFERENCES[roll(PREFERENCES.length)] ?? 'deny';
      const declared = await declareConsent(registry, artist, {
        ...place,
        answers: [{ use: USES[roll(USES.length)] ?? 'train-ai', preference }],
        capacity: 'author',
        basis: 'own-right',
        ownWorks: true,
        ...(preference === 'conditional' ? { terms: { credit: 'Name me' } } : {}),
        ...(roll(4) === 0 ? { expiresAt: new Date(registry.clock().getTime() + 7_200_000) } : {}),
      });
      if (declared.ok) {
        said.push(...declared.statements.map(({ statement }) => ({ artist, statementId: statement.id })));
      }
    } else if (deed === 6) {
      await provenClaim(registry, site, artist, place.kind, place.address).catch(() => undefined);
    } else if (deed === 7) {
      const one = said[roll(said.length)];
      if (one) await withdrawStatement(registry, one.artist, one);
    } else if (deed === 8) {
      const own = await registry.store.claims.ofAccount(artist.account.id, { first: 50 });
      const claim = own.rows[roll(own.rows.length)]?.row;
      if (claim) await withdrawClaim(registry, artist, { claimId: claim.id });
    } else {
      const disputes = await registry.store.disputes.page({ first: 10 });
      const open = disputes.rows.find(({ row }) => row.closedAt === undefined)?.row;
      if (open) {
        const upheldClaimId = open.claimIds[roll(open.claimIds.length + 1)];
        await closeDispute(registry, moderator, {
          disputeId: open.id,
          upheldClaimId,
          reasonCode: 'evidence-convincing',
          note: 'Looked at both.',
        });
      }
    }
  }
}

async function rebuilt(): Promise<ReplayState> {
  const state = emptyState();
  const size = Number(await world.registry.store.log.size());
  for await (const { index, leaf: bytes } of copiedLeaves(logFolderAt(folder), 0, size)) {
    const read = parseLeaf(bytes);
    if (!read.ok) throw new Error(read.problem.message);
    applyLeaf(state, { index, leafHash: leafHash(bytes, nodeSha256), leaf: read.leaf });
  }
  return state;
}

describe('decisions rebuilt from the files of the log alone', () => {
  it('equal those of the running registry, now and at every earlier size', async () => {
    const { registry } = world;
    const state = await rebuilt();
    expect(state.anomalies).toEqual([]);
    expect(state.size).toBeGreaterThan(100);
    const seen = new Set<string>();
    for (let size = 0; size <= state.size; size += 3) {
      const checker = await createConsentChecker(registry, { uses: USES, asOf: { size } });
      const answers = await checker.check(ASKED);
      for (const [index, url] of ASKED.entries()) {
        const looked = lookUpAddress(url);
        if (!looked.ok) throw new Error(looked.reason);
        const item = digestItem(looked.item, nodeSha256);
        const expected = USES.map(
          (use) =>
            answerAsOf(state, item, { use, at: checker.moment.getTime(), policy: {} }, { size }).decision,
        );
        expect(answers[index]?.decisions).toEqual(expected);
        for (const { answer } of expected) seen.add(answer);
      }
    }
    expect([...seen].sort()).toEqual(['ALLOWED', 'CONDITIONAL', 'DENIED', 'UNKNOWN']);
  }, 120_000);

  it('by time are those of the last size that the log had then', async () => {
    const { registry } = world;
    const state = await rebuilt();
    const times = (await registry.store.log.byIndex(0n, 1_000)).map(({ loggedAt }) => loggedAt);
    const time = new Date((times[Math.floor(times.length / 2)]?.getTime() ?? 0) + 1);
    const checker = await createConsentChecker(registry, { uses: ['train-ai'], asOf: { time } });
    expect(Number(checker.logSize)).toBe(times.filter((logged) => logged <= time).length);
    const [answer] = await checker.check(['https://one.test/art/1.png']);
    const looked = lookUpAddress('https://one.test/art/1.png');
    if (!looked.ok) throw new Error(looked.reason);
    const expected = answerAsOf(
      state,
      digestItem(looked.item, nodeSha256),
      { use: 'train-ai', at: time.getTime(), policy: {} },
      { time: time.getTime() },
    );
    expect(answer?.decisions).toEqual([expected.decision]);
  });

  it('are refused for what is not signed yet, and for times to come', async () => {
    const { registry } = world;
    const size = Number(await registry.store.log.size());
    await expect(
      createConsentChecker(registry, { uses: ['search'], asOf: { size: size + 1 } }),
    ).rejects.toMatchObject({ name: 'AsOfNotReached' });
    const time = new Date(registry.clock().getTime() + 1);
    await expect(createConsentChecker(registry, { uses: ['search'], asOf: { time } })).rejects.toMatchObject({
      name: 'AsOfNotReached',
    });
  });
});
