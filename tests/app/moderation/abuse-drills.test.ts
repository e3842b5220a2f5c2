/**
 * What many accounts can and cannot do together. Small here; ASSENT_DRILL=large runs the numbers of docs/moderation.md, which takes long.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { placeDigest } from '../../../src/app/claims/place-digest.js';
import { verifyClaim } from '../../../src/app/claims/proofs/verify-claim.js';
import { lapseDisputes } from '../../../src/app/disputes/lapse-disputes.js';
import { closeDisputes } from '../../../src/app/moderation/close-disputes.js';
import { CLOSED_TOGETHER } from '../../../src/app/moderation/close-together.js';
import { decideClaims } from '../../../src/app/moderation/decide-claims.js';
import { answerProposals } from '../../../src/app/moderation/four-eyes/answer-proposals.js';
import { idsIn } from '../../../src/app/moderation/queue/describe-cases.js';
import { caseOf, readQueue, readQueueLoad } from '../../../src/app/moderation/queue/read-queue.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import { lineFor, openedClaim, provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import { anomaliesOf, answerFor, pseudonymOf, say } from '../disputes/answers-scenario.js';

const isLarge = process.env['ASSENT_DRILL'] === 'large';
const size = isLarge
  ? {
      accounts: 10_000,
      flood: 10_000,
      claims: 3_000,
      frauds: 150,
      rounds: 1_000,
      answerRounds: 1_000,
      clients: 64,
      patience: 3_600_000,
    }
  : {
      accounts: 21,
      flood: 60,
      claims: 48,
      frauds: 24,
      rounds: 1,
      answerRounds: 2,
      clients: 8,
      patience: 60_000,
    };
const RINGS = 12;

const hosts = [
  'anna.test',
  'never.test',
  'opposed.test',
  'flooded.test',
  ...Array.from({ length: size.rounds }, (_, index) => `round-${index}.test`),
];

let world: RegistryWithSite;
let moderator: SignedInActor;

beforeAll(async () => {
  world = await openRegistryWithSite(hosts);
  moderator = await signUp(world.registry, 'moderator');
}, size.patience);

afterAll(() => world.close());

function tell(text: string): void {
  if (isLarge) process.stdout.write(`${text}\n`);
}

describe('many fresh accounts', () => {
  it(
    'turn no answer to yes, deny no site, do not keep a verified yes denied, and do not drown the queue',
    async () => {
      const { registry, site, clock } = world;
      const anna = await signUp(registry);
      await provenClaim(registry, site, anna, 'domain', 'anna.test');
      await say(registry, anna, 'allow', 'anna.test', { kind: 'domain' });
      const picture = 'https://anna.test/1.png';
      expect(await answerFor(registry, picture)).toBe('ALLOWED');
      const begun = performance.now();
      for (let made = 0; made < size.accounts; made += 1) {
        const stranger = await signUp(registry);
        await say(registry, stranger, 'allow', 'https://never.test/1.png');
        await say(registry, stranger, 'deny', 'never.test', { kind: 'domain' });
        if (made % 20 === 0) await say(registry, stranger, 'deny', picture);
        const claim = await openedClaim(registry, stranger, 'url', `https://never.test/drawn/${made}.png`);
        await addEvidence(registry, stranger, { claimId: claim.id, text: `It is mine, number ${made}.` });
        if (made % 500 === 499) {
          const seconds = Math.round((performance.now() - begun) / 1_000);
          tell(`${made + 1} accounts in ${seconds} s, ${Math.round((made + 1) / seconds)} a second`);
        }
      }
      expect(await answerFor(registry, 'https://never.test/1.png')).toBe('UNKNOWN');
      expect(await answerFor(registry, 'https://never.test/other.png')).toBe('UNKNOWN');
      expect(await answerFor(registry, picture)).toBe('DENIED');
      clock.advance({ days: 14 });
      while ((await lapseDisputes(registry)) > 0);
      expect(await answerFor(registry, picture)).toBe('ALLOWED');

      const claim = await openedClaim(registry, anna, 'url', 'https://platform.test/anna/1.png');
      await addEvidence(registry, anna, { claimId: claim.id, text: 'See the link on my site.' });
      const mine = await caseOf(registry, `claim:${claim.id}`);
      const { rows } = await readQueue(registry, { first: 50_000 });
      const here = rows.map(({ row }) => row).filter(({ harm }) => harm === mine?.harm);
      tell(
        `${size.accounts} accounts: place ${here.findIndex(({ id }) => id === mine?.id) + 1} of ${here.length}`,
      );
      expect(here.findIndex(({ id }) => id === mine?.id)).toBeLessThan(2);
    },
    size.patience,
  );
});

describe('strangers who hand in evidence against a proven yes', () => {
  it(
    'keep it denied until a moderator has looked, and cost one decision however many they are',
    async () => {
      const { registry, site, clock } = world;
      const [anna, second] = [await signUp(registry), await signUp(registry, 'moderator')];
      await provenClaim(registry, site, anna, 'domain', 'flooded.test');
      await say(registry, anna, 'allow', 'flooded.test', { kind: 'domain' });
      const picture = 'https://flooded.test/1.png';
      for (let made = 0; made < size.flood; made += 1) {
        const stranger = await signUp(registry);
        await say(registry, stranger, 'deny', picture);
        const { rows } = await registry.store.claims.ofAccount(stranger.account.id, { first: 1 });
        await addEvidence(registry, stranger, { claimId: rows[0]?.row.id ?? '', text: honestText(made) });
        if (made % 500 === 499) tell(`${made + 1} strangers against one yes`);
      }
      clock.advance({ days: 15 });
      while ((await lapseDisputes(registry)) > 0);
      expect(await answerFor(registry, picture)).toBe('DENIED');

      const [dispute] = await registry.store.answerDisputes.openOf(pseudonymOf(anna));
      const waiting = await caseOf(registry, `dispute:${dispute?.id ?? ''}`);
      expect(waiting).toMatchObject({ harm: 'dispute', ties: ['yes'] });
      const disputeIds = waiting === undefined ? [] : idsIn(waiting, 'dispute');
      expect(disputeIds).toHaveLength(size.flood);
      const begun = performance.now();
      for (const part of inParts(disputeIds)) {
        const verdict = {
          outcome: 'yes-stands',
          reasonCode: 'abuse',
          note: 'Looked at side by side.',
        } as const;
        const proposed = await closeDisputes(registry, moderator, { disputeIds: part, ...verdict });
        expect(proposed.ok && proposed.results.every((one) => one.ok && one.proposal !== undefined)).toBe(
          true,
        );
      }
      expect(await answerFor(registry, picture)).toBe('DENIED');
      const { rows } = await readQueue(registry, { first: 50_000 });
      const confirming = rows.map(({ row }) => row).filter(({ harm }) => harm === 'confirmation');
      expect(confirming).toMatchObject([{ ties: ['decision'] }]);
      const proposalIds = confirming.flatMap((one) => idsIn(one, 'proposal'));
      for (const part of inParts(proposalIds)) {
        const own = await answerProposals(registry, moderator, { proposalIds: part, confirm: true });
        expect(own.ok && own.results.some(({ ok }) => ok)).toBe(false);
        const done = await answerProposals(registry, second, { proposalIds: part, confirm: true });
        expect(done.ok && done.results.every(({ ok }) => ok)).toBe(true);
      }
      tell(`${size.flood} disputes decided by two in ${Math.round((performance.now() - begun) / 1_000)} s`);
      expect(await answerFor(registry, picture)).toBe('ALLOWED');
      const left = (await readQueue(registry, { first: 50_000 })).rows.flatMap(({ row }) => row.items);
      expect(left.filter(({ against }) => against.includes(pseudonymOf(anna)))).toEqual([]);
      await say(registry, await signUp(registry), 'deny', picture);
      expect(await answerFor(registry, picture)).toBe('ALLOWED');
    },
    size.patience,
  );

  function* inParts(ids: readonly string[]): Generator<string[]> {
    for (let from = 0; from < ids.length; from += CLOSED_TOGETHER)
      yield ids.slice(from, from + CLOSED_TOGETHER);
  }
});

describe('rings of false claims among honest ones', () => {
  it(
    'are a case each, so that whoever decides them misses none and wrongs nobody',
    async () => {
      const claims = await seedClaims();
      const load = await readQueueLoad(world.registry);
      const waiting = await ringCases(claims);
      const begun = performance.now();
      let decisions = 0;
      for (const { items, ties } of waiting) {
        const isRing = ties.some((tie) => tie === 'wording' || tie === 'link');
        const claimIds = items.map(({ key }) => key.slice('claim:'.length));
        await decideClaims(world.registry, moderator, {
          claimIds,
          approve: !isRing,
          reasonCode: isRing ? 'abuse' : 'evidence-convincing',
          note: 'Looked at side by side.',
        });
        decisions += 1;
      }
      const hours = (performance.now() - begun) / 3_600_000;
      const states = new Map(
        (await world.registry.store.claims.byIds([...claims.keys()])).map(({ id, state }) => [id, state]),
      );
      const missed = [...claims].filter(([id, isFraud]) => isFraud && states.get(id) === 'active');
      const wronged = [...claims].filter(([id, isFraud]) => !isFraud && states.get(id) === 'rejected');
      tell(
        `${claims.size} claims, ${size.frauds} false in ${RINGS} rings: ${waiting.length} cases; ` +
          `${Math.round(decisions / hours)} decisions an hour by a script; ${missed.length} missed, ${wronged.length} wronged; ` +
          `load ${load.map((one) => `${one.harm} ${one.cases}/${one.items}`).join(', ')}`,
      );
      expect(waiting).toHaveLength(size.claims - size.frauds + RINGS);
      expect(missed).toEqual([]);
      expect(wronged).toEqual([]);
    },
    size.patience,
  );

  /** The claims by their ids, with whether they are false. */
  async function seedClaims(): Promise<Map<string, boolean>> {
    const { registry } = world;
    const made = new Map<string, boolean>();
    for (let index = 0; index < size.claims; index += 1) {
      const artist = await signUp(registry);
      const claim = await openedClaim(registry, artist, 'url', `https://platform.test/seeded/${index}.png`);
      const isFraud = index < size.frauds;
      const ring = index % RINGS;
      await addEvidence(registry, artist, {
        claimId: claim.id,
        text: isFraud && ring % 2 === 0 ? ringText(ring, index) : honestText(index),
        link: isFraud && ring % 2 === 1 ? `https://studio.test/ring-${ring}` : `https://studio.test/${index}`,
      });
      made.set(claim.id, isFraud);
    }
    return made;
  }

  async function ringCases(claims: ReadonlyMap<string, boolean>) {
    const { rows } = await readQueue(world.registry, { first: 50_000 });
    return rows
      .map(({ row }) => row)
      .filter(({ items }) => items.some(({ key }) => claims.has(key.slice('claim:'.length))));
  }
});

describe('opposite claims at the same moment', () => {
  it(
    'give a place one owner or one dispute, and never two owners',
    async () => {
      const { registry, site } = world;
      const people = await Promise.all(Array.from({ length: size.clients }, () => signUp(registry)));
      for (let round = 0; round < size.rounds; round += 1) {
        const host = `round-${round}.test`;
        const claims = await Promise.all(people.map((one) => openedClaim(registry, one, 'domain', host)));
        const lines = await Promise.all(claims.map((claim) => lineFor(registry, claim)));
        site.files.set(`//${host}/.well-known/assent-challenge.txt`, lines.join('\n'));
        await Promise.all(
          claims.map((claim, index) =>
            verifyClaim(registry, people[index] ?? moderator, { claimId: claim.id }),
          ),
        );
        await expectOneOwnerOrDispute(claims);
        if (round % 50 === 49) tell(`${round + 1} rounds of ${size.clients} clients`);
      }
    },
    size.patience,
  );

  async function expectOneOwnerOrDispute(claims: readonly Claim[]): Promise<void> {
    const { store } = world.registry;
    const states = (await store.claims.byIds(claims.map(({ id }) => id))).map(({ state }) => state);
    const owners = states.filter((state) => state === 'active').length;
    const disputed = states.filter((state) => state === 'disputed').length;
    const dispute = await store.disputes.openOn('domain', claims[0]?.subjectDigest ?? new Uint8Array());
    expect({ owners, disputed, claims: dispute?.claimIds.length }).toEqual({
      owners: 0,
      disputed: claims.length,
      claims: claims.length,
    });
  }
});

describe('opposite answers at the same moment', () => {
  it(
    'leave a no in force and each of those who said it in one dispute, and never a yes',
    async () => {
      const { registry, site } = world;
      const people = await Promise.all(Array.from({ length: size.clients }, () => signUp(registry)));
      const [holder = moderator, ...strangers] = people;
      await provenClaim(registry, site, holder, 'domain', 'opposed.test');
      for (let round = 0; round < size.answerRounds; round += 1) {
        const address = `https://opposed.test/${round}.png`;
        await Promise.all(
          people.map((one, index) =>
            say(registry, one, one === holder || index % 2 === 0 ? 'allow' : 'deny', address),
          ),
        );
        expect(await answerFor(registry, address)).toBe('DENIED');
        const deniers = strangers.filter((_, index) => index % 2 === 0);
        const digest = placeDigest(address.slice('https://'.length), registry.sha256);
        for (const denier of deniers) {
          const open = await registry.store.answerDisputes.openOf(pseudonymOf(denier), digest);
          expect(open.map(({ yesBy }) => yesBy)).toEqual([pseudonymOf(holder)]);
        }
        if (round % 50 === 49) tell(`${round + 1} rounds of ${size.clients} answers`);
      }
      expect(await anomaliesOf(registry)).toEqual([]);
    },
    size.patience,
  );
});

const RING_TEXTS = [
  'my work for the last ten years, which I made by hand and photographed myself with the camera that my parents gave to me',
  'a commission for a customer who asked me to publish it, and I have kept all the letters and every one of the invoices',
  'drawn with ink on paper in the winter, scanned at the library of my school and sent to the competition in the next spring',
  'one of forty sheets that hang in my kitchen, where my neighbours have seen me paint them on most evenings of that year',
  'printed from a lino block that I cut at the workshop in the old mill, where three other printers can tell you about it',
  'made for the cover of a record by the band of my brother, who still has the first proofs of it in a drawer in his flat',
];

function ringText(ring: number, index: number): string {
  return `Hello, I am number ${index}. This is ${RING_TEXTS[(ring / 2) % RING_TEXTS.length] ?? ''}. Please confirm it soon.`;
}

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tus',
  'vel',
  'dor',
  'shi',
  'pan',
  'gre',
  'ulf',
  'ost',
  'bir',
  'nay',
  'cem',
];

/** A text that no other is like. */
function honestText(seed: number): string {
  let state = seed * 2_654_435_761 + 12_345;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const word = () =>
    Array.from(
      { length: 2 + ((next() >>> 28) % 3) },
      () => SYLLABLES[(next() >>> 16) % SYLLABLES.length],
    ).join('');
  return Array.from({ length: 30 }, word).join(' ');
}
