import { bytesToHex } from '@noble/hashes/utils.js';
import { createApiKey } from '../../../src/app/accounts/create-api-key.js';
import { setArtistNames } from '../../../src/app/accounts/set-artist-names.js';
import { requestSignIn } from '../../../src/app/accounts/request-sign-in.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import type { OwnClaim } from '../../../src/app/claims/own-claim.js';
import { checkConsent } from '../../../src/app/consent/check-consent.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Use } from '../../../src/core/consent/use.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { appendLeafHash, EMPTY_FRONTIER, rootOf } from '../../../src/core/merkle/frontier.js';
import { acceptOffer } from '../../support/accept-offer.js';
import { lineFor, openedClaim, provenClaim } from '../../support/prove-claim.js';
import { signUp } from '../../support/sign-up.js';
import { fetchReaching, openTestSite, type TestSite } from '../../support/test-site.js';
import {
  type AccountsScenario,
  actorBy,
  from,
  openAccountsScenario,
  registered,
  settled,
} from './accounts-scenario.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

/** People with names that stand nowhere else; the number of them that a scenario may have. */
const NAMES = [
  'quast',
  'oberlin',
  'farkas',
  'ylvisaker',
  'ndiaye',
  'tamura',
  'brandao',
  'kowalczyk',
] as const;
export type Name = (typeof NAMES)[number];

export interface ErasureScenario extends AccountsScenario {
  readonly site: TestSite;
}

export async function openErasureScenario(seed: string): Promise<ErasureScenario> {
  const site = await openTestSite();
  const outgoing = fetchReaching(site, ...NAMES.map(hostOf));
  const scenario = await openAccountsScenario(seed, { outgoing });
  return {
    ...scenario,
    site,
    close: async () => {
      await scenario.close();
      await outgoing.close();
      await site.close();
    },
  };
}

export const hostOf = (name: Name): string => `${name}-prints.example`;
export const pictureOf = (name: Name): string => `https://${hostOf(name)}/plates/${name}-7.jpg`;
export const emailOf = (name: Name): string => `odilia.${name}@example.org`;

/** Somebody who has used everything there is to use, and each value that a search for them could find. */
export interface Somebody {
  readonly actor: SignedInActor;
  readonly token: string;
  readonly recoveryCode: string;
  readonly apiKey: string;
  readonly domain: OwnClaim;
  readonly values: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * Proves a site and says no to training there, yes to searching, and to giving one picture to a model no unless on terms; hands in
 * evidence for a folder elsewhere, which a moderator looks at.
 */
export async function somebody(scenario: ErasureScenario, name: Name): Promise<Somebody> {
  const { registry, site } = scenario;
  const { session, recoveryCodes } = await registered(registry, emailOf(name));
  const actor = await actorBy(registry, session);
  settled(await requestSignIn(registry, from(), { email: emailOf(name) }));
  const keyName = `plates of ${name}`;
  const apiKey = settled(await createApiKey(registry, actor, { name: keyName, scopes: ['declare'] }));
  const penName = `Odilia of ${name}`;
  settled(await setArtistNames(registry, actor, [penName]));
  const domain = await provenClaim(registry, site, actor, 'domain', hostOf(name));
  const looked = await lookedAt(registry, actor, name);
  const said = await sayEverything(registry, actor, name);
  return {
    actor,
    token: session.token,
    recoveryCode: recoveryCodes[0] ?? '',
    apiKey: apiKey.secret,
    domain,
    values: {
      email: emailOf(name),
      account: actor.account.id,
      'name of a key': keyName,
      'pen name': penName,
      ...looked,
      ...said,
    },
  };
}

async function lookedAt(
  registry: Registry,
  actor: SignedInActor,
  name: Name,
): Promise<Readonly<Record<string, string>>> {
  const folder = `platform.example/~${name}/`;
  const evidence = `The colophon names ${name}.`;
  const link = `https://archive.example/${name}-1998`;
  const note = `Showed the plates of ${name}.`;
  const claim = await openedClaim(registry, actor, 'path', `https://${folder}`);
  const challenge = await lineFor(registry, claim);
  settled(await addEvidence(registry, actor, { claimId: claim.id, text: evidence, link }));
  const moderator = await signUp(registry, 'moderator');
  const approval = { claimId: claim.id, approve: true, reasonCode: 'evidence-convincing', note };
  settled(await decidedByTwo(registry, moderator, approval));
  return { folder, evidence, link, note, challenge };
}

async function sayEverything(
  registry: Registry,
  actor: SignedInActor,
  name: Name,
): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const about = { capacity: 'author', basis: 'own-right', ownWorks: true } as const;
  const whole: DeclareConsentInput = {
    ...about,
    kind: 'domain',
    address: hostOf(name),
    answers: [
      { use: 'train-ai', preference: 'deny' },
      { use: 'search', preference: 'allow' },
    ],
    idempotencyKey: `key-of-${name}`,
  };
  const offer: DeclareConsentInput = {
    ...about,
    kind: 'url',
    address: pictureOf(name),
    answers: [{ use: 'ai-inference', preference: 'conditional' }],
    terms: { credit: `Plates by O. ${name}`, contact: `agent-of-${name}` },
  };
  const ids: Uint8Array[] = [];
  for (const input of [whole, offer]) {
    const { statements } = settled(await declareConsent(registry, actor, input));
    ids.push(...statements.map(({ statement }) => statement.id));
  }
  const lab = `Laboratory of ${name}`;
  await acceptOffer(registry, ids.at(-1) ?? new Uint8Array(), lab);
  const openings = await registry.store.statements.openings(ids);
  return {
    site: hostOf(name),
    picture: pictureOf(name),
    credit: `Plates by O. ${name}`,
    contact: `agent-of-${name}`,
    'idempotency key': `key-of-${name}`,
    'who accepted': lab,
    ...Object.fromEntries(openings.map(({ salt }, index) => [`salt ${index}`, salt])),
  };
}

/** The answers about the picture of somebody, by use. */
export async function answersAbout(
  registry: Registry,
  name: Name,
): Promise<Readonly<Partial<Record<Use, string>>>> {
  const uses = ['train-ai', 'search', 'ai-inference'] as const;
  const report = settled(await checkConsent(registry, { items: [{ url: pictureOf(name) }], uses }));
  const decisions = report.answers[0]?.decisions ?? [];
  return Object.fromEntries(
    uses.map((use, index) => {
      const { answer = '', assurance = null } = decisions[index] ?? {};
      return [use, assurance === null ? answer : `${answer}, ${assurance}`];
    }),
  );
}

/** The root over all leaves as they stand in the table, hashed anew, beside the one that was signed. */
export async function roots({ store, sha256 }: Registry): Promise<{ hashed: string; signed: string }> {
  const leaves = await store.log.byIndex(0n, 100_000);
  const frontier = leaves.reduce(
    (tree, { leaf }) => appendLeafHash(tree, leafHash(leaf, sha256), sha256),
    EMPTY_FRONTIER,
  );
  const signed = (await store.logTree.latest())?.root ?? new Uint8Array();
  return { hashed: bytesToHex(rootOf(frontier, sha256)), signed: bytesToHex(signed) };
}
