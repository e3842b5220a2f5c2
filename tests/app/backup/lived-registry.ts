import { randomUUID } from 'node:crypto';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import { eraseOpening } from '../../../src/app/consent/erase-opening.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { ORIENTATIONS } from '../../../src/core/likeness/orientation.js';
import { WHOLE_REGION } from '../../../src/core/likeness/region.js';
import type { SignedInActor } from '../../../src/app/actor.js';
import { decideClaim } from '../../../src/app/moderation/decide-claim.js';
import { makeReport } from '../../../src/app/moderation/reports/make-report.js';
import { nameRun } from '../../../src/app/receipts/name-run.js';
import type { Registry } from '../../../src/app/registry.js';
import { recordMatches } from '../../../src/app/works/record-matches.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import type { NewEntry } from '../../../src/app/ports/catalogue.js';
import type { NewPictureLook } from '../../../src/app/ports/fingerprints.js';
import type { Stores } from '../../../src/app/ports/registry-store.js';
import { acceptOffer } from '../../support/accept-offer.js';
import { ownReceipt } from '../../support/own-receipt.js';
import { openedClaim, provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';
import {
  account,
  apiKey,
  at,
  dataset,
  digestOf,
  entry,
  ingestion,
  oneTimeCode,
  session,
  someBytes,
  webhook,
} from '../../support/store-records.js';
import { appendAny } from '../log/log-scenario.js';
import { decidedByTwo } from '../../support/decided-by-two.js';

/** What COPY has to write in another way, and what text can hold besides. */
const AWKWARD = 'tab\tline\nreturn\rback\\slash \\N "quotes" ünïcødé 🎨\u2028end';

/** Slug of the dataset that is being filled for the first time. */
export const BEING_FILLED = 'being-filled';

/** A registry in which something stands in every table. */
export async function openLivedRegistry(): Promise<RegistryWithSite> {
  const world = await openRegistryWithSite(['one.test', 'two.test', 'three.test']);
  const { registry, site } = world;
  const [artist, other, moderator] = [
    await signUp(registry),
    await signUp(registry),
    await signUp(registry, 'moderator'),
  ];
  const claim = await provenClaim(registry, site, artist, 'domain', 'one.test');
  await addEvidence(registry, artist, {
    claimId: claim.id,
    text: AWKWARD,
    link: 'https://archive.example/1',
  });
  const open = await openedClaim(registry, other, 'domain', 'two.test');
  await decidedByTwo(registry, moderator, {
    claimId: open.id,
    approve: false,
    reasonCode: 'evidence-missing',
    note: AWKWARD,
  });
  await moderated(registry, moderator, other, claim.id);
  await asked(registry);
  // Whoever else can put up the file opens a dispute.
  await provenClaim(registry, site, other, 'domain', 'one.test').catch(() => undefined);
  await exchanged(registry, other);
  const about = { kind: 'url', capacity: 'author', basis: 'own-right', ownWorks: true } as const;
  const said = await declareConsent(registry, artist, {
    ...about,
    address: 'https://one.test/2.png',
    answers: [
      { use: 'search', preference: 'conditional' },
      { use: 'train-ai', preference: 'deny' },
    ],
    terms: { credit: AWKWARD },
  });
  if (!said.ok || said.statements[0] === undefined) throw new Error('Nothing was said.');
  const offered = await declareConsent(registry, artist, {
    ...about,
    address: 'https://one.test/4.png',
    answers: [{ use: 'search', preference: 'conditional' }],
    terms: { credit: AWKWARD },
  });
  if (!offered.ok || offered.statements[0] === undefined) throw new Error('Nothing was offered.');
  await acceptOffer(registry, offered.statements[0].statement.id, 'ünïcødé "quotes" \\N');
  await declareConsent(registry, artist, {
    ...about,
    address: 'https://one.test/3.png',
    answers: [{ use: 'search', preference: 'allow' }],
    idempotencyKey: randomUUID(),
  });
  await provenClaim(registry, site, artist, 'domain', 'three.test');
  // A yes that counts, and a no that nobody proved against it.
  for (const [who, preference] of [
    [artist, 'allow'],
    [other, 'deny'],
  ] as const) {
    const answers = [{ use: 'search', preference }] as const;
    await declareConsent(registry, who, { ...about, address: 'https://three.test/1.png', answers });
  }
  await withdrawStatement(registry, artist, { statementId: said.statements[0].statement.id });
  await registry.log.sequence((stores, time) => appendAny(stores, time, 300));
  await eraseOpening(registry, artist, { statementId: said.statements[0].statement.id });
  await fillRest(world, artist.account.id, claim.id);
  await registerWork(world, artist);
  return world;
}

/** A work with everything that one can have, found at an address. */
async function registerWork({ registry }: RegistryWithSite, artist: SignedInActor): Promise<void> {
  const oriented = ORIENTATIONS.map(() => PRINT.hash);
  const regions = [{ ...PRINT, region: WHOLE_REGION }];
  const meaning = { model: 'ViT-B/32', revision: 'openai', vector: Float32Array.of(0.5, -0.5) };
  const of = { medium: 'image', width: 320, height: 240, whole: PRINT, oriented, regions, meaning } as const;
  const registered = await registerWorks(registry, artist, {
    capacity: 'author',
    works: [
      {
        title: AWKWARD,
        locations: ['https://one.test/4.png'],
        identifiers: [{ kind: 'isbn', value: '978-0-306-40615-7' }],
        prints: { sha256: digestOf('work'), md5: new Uint8Array(16), of },
      },
    ],
  });
  const [one] = registered.ok ? registered.works : [];
  if (one === undefined) throw new Error('No work was registered.');
  const id = randomUUID();
  await registry.store.collections.add({
    ...{ id, accountId: artist.account.id, name: AWKWARD, revision: 1, createdAt: at('10:00:00') },
    answer: {
      answers: [{ use: 'train-ai', preference: 'conditional' }],
      ...{ capacity: 'author', basis: 'own-right', ownWorks: true, terms: { credit: AWKWARD } },
    },
  });
  await registry.store.collections.put(id, [one.work.id], at('10:00:00'));
  const put = { workId: one.work.id, collectionId: id, addedAt: at('10:00:00') };
  await registry.store.collections.saveWorks([{ ...put, said: [digestOf('said')], revision: 1 }]);
  const how = { kind: 'same-file', method: 'sha256' } as const;
  await recordMatches(registry, [
    { ...how, workId: one.work.id, canonical: 'elsewhere.test/1.png', entry: undefined },
  ]);
}

async function fillRest(
  { registry: { store } }: RegistryWithSite,
  accountId: string,
  claimId: string,
): Promise<void> {
  await store.sessions.add(session(accountId, { userAgent: AWKWARD }));
  await store.apiKeys.add(apiKey(accountId, { name: AWKWARD }));
  await store.artistNames.replace(accountId, [{ name: AWKWARD, folded: 'awkward' }]);
  const news = { accountId, mails: true, language: 'es', leaving: AWKWARD, feedHash: someBytes() } as const;
  const told = { mailedAt: at('10:00:00'), toldUntil: at('10:00:00') };
  await store.matchNews.save({ ...news, ...told, feedSince: at('10:00:00') });
  const kept = { id: randomUUID(), claimId, kind: 'original', contentType: 'image/png' } as const;
  const sized = { sha256: someBytes(), size: 32, addedAt: at('10:00:00') };
  await store.keptFiles.add({ ...kept, ...sized }, someBytes());
  await store.originalFindings.put({
    ...{ id: randomUUID(), claimId, sha256: someBytes(), size: 32, readAt: at('10:00:00') },
    finding: { contentType: 'image/png', state: 'unbound', signatures: [], answers: { 'train-ai': 'deny' } },
  });
  await store.webhooks.add(webhook(accountId, { url: `https://one.test/${AWKWARD}` }));
  await store.recoveryCodes.replace(accountId, [someBytes(), someBytes()]);
  const turnedOnAt = at('10:00:00');
  const app = { accountId, secret: someBytes(), createdAt: turnedOnAt, turnedOnAt, lastStep: 58_000_000 };
  await store.secondFactors.put(app);
  await store.halfSignIns.add({
    tokenHash: someBytes(),
    accountId,
    passwordHash: 'a hash',
    attempts: 1,
    expiresAt: turnedOnAt,
  });
  await store.oneTimeCodes.add(oneTimeCode('somebody@example.org'));
  const code = { email: 'webmaster@one.test', codeHash: someBytes(), guesses: 0, expiresAt: at('10:00:00') };
  await store.claimCodes.put({ ...code, claimId });
  const seen = { linkedAt: at('10:00:00'), seenAt: at('10:00:00') };
  await store.identities.add({
    ...{ issuer: 'https://provider.example', subject: AWKWARD, accountId, profile: undefined },
    ...seen,
  });
  await store.signInFlows.add({
    ...{ handleHash: someBytes(), provider: 'one', accountId: undefined, expiresAt: at('10:00:00') },
    ...{ state: 'state', nonce: 'nonce', verifier: 'verifier' },
  });
  await store.attempts.count(someBytes(), at('10:00:00'), at('11:00:00'));
  await store.logTree.cosign({
    size: 1,
    witness: 'witness.example/w1',
    line: '— w1',
    receivedAt: at('10:00:00'),
  });
  await fillOrganisations(store, accountId, claimId);
  await fillCatalogue(store);
}

async function fillOrganisations(
  { accounts, members, organisations }: Stores,
  accountId: string,
  claimId: string,
): Promise<void> {
  const [own, made] = [account(), account()];
  await accounts.addAll([own, made]);
  const organisation = {
    id: randomUUID(),
    accountId: own.id,
    kind: 'collective',
    name: 'Makers',
    claimId,
  } as const;
  const since = at('10:00:00');
  await organisations.add({ ...organisation, createdAt: since, pause: undefined, suspendedAt: undefined });
  const { id: organisationId } = organisation;
  await organisations.putStaff({ organisationId, accountId, role: 'owner', since });
  const invited = { organisationId, email: 'invited@example.org', role: 'viewer' } as const;
  await organisations.invite({ ...invited, invitedAt: since, expiresAt: at('11:00:00') });
  const memberId = randomUUID();
  const told = { tellAt: since, toldAt: undefined, leftAt: undefined };
  await members.addAll([
    {
      ...{ id: memberId, organisationId, accountId: made.id, reference: AWKWARD, name: AWKWARD },
      ...{ email: 'member@example.org', emailDigest: someBytes(), tokenHash: someBytes(), createdAt: since },
      ...told,
    },
  ]);
  const over = { expiresAt: undefined, revokedAt: undefined, revokedBy: undefined };
  await members.grantAll([
    {
      ...{ id: randomUUID(), organisationId, memberId, principalId: made.id, grade: 'attested' },
      ...{ grantedAt: since, ...over },
    },
  ]);
  await members.refuseMail(someBytes(), since);
}

/** What a picture is recognised by. */
const PRINT = { algorithm: 'pdq', version: 1, hash: new Uint8Array(32).fill(0xa5), quality: 90 } as const;

function lookAt({ urlKey, rowId }: NewEntry): NewPictureLook {
  const picture = { byteCount: 9, width: 320, height: 240, whole: PRINT };
  const regions = [{ ...PRINT, region: WHOLE_REGION }];
  return {
    urlKey,
    rowId,
    lookedAt: at('10:00:00'),
    origin: 'address',
    picture: { ...picture, sha256: digestOf('seen'), md5: new Uint8Array(16), regions },
  };
}

async function fillCatalogue({
  datasets,
  ingestions,
  unmetRows,
  entries,
  embeddings,
  fingerprints,
}: Stores): Promise<void> {
  const model = await embeddings.ensureModel({ name: 'some-model', revision: AWKWARD, dimensions: 2 });
  const rows = [
    entry('example.com/a.jpg', AWKWARD),
    entry('example.com/b.jpg', 'Taken back'),
    entry('example.com/c.jpg', 'A lighthouse', { extra: { tab: AWKWARD } }),
  ];
  const vectors = rows.map(({ urlKey, rowId }) => ({ urlKey, rowId, vector: Uint16Array.of(1, 0xbc00) }));
  for (const made of [dataset({ title: AWKWARD }), dataset({ slug: BEING_FILLED, isClosed: true })]) {
    const { id } = await datasets.ensure(made);
    await ingestions.begin(ingestion(id, { fileName: AWKWARD, identity: someBytes() }));
    const added = [{ from: 0n, to: 2n }];
    await unmetRows.add({
      id: randomUUID(),
      datasetId: id,
      added,
      lookedAt: [someBytes(16)],
      since: at('10:00:00'),
    });
    const { ordinals } = await entries.addBatch(id, rows);
    await embeddings.addBatch(id, model.id, vectors);
    await fingerprints.addBatch(id, rows.map(lookAt));
    await entries.takeBack(id, [{ from: ordinals.from + 1n, to: ordinals.from + 2n }]);
  }
}

/** A run whose builder chose to be named. */
async function asked(registry: Registry): Promise<void> {
  const { account } = await signUp(registry, 'builder');
  const known = { ...account, email: 'builder@mail.test', emailConfirmedAt: registry.clock() };
  await registry.store.accounts.update(account.id, known);
  const receipt = await ownReceipt(registry, { UNKNOWN: 1 });
  const named = await nameRun(registry, known, { name: 'Example Lab', receipt });
  if (!named.ok) throw new Error(named.message);
}

/** Something in every table of the moderators. */
async function moderated(
  registry: Registry,
  moderator: SignedInActor,
  artist: SignedInActor,
  claimId: string,
): Promise<void> {
  const place = {
    placeKind: 'url',
    address: 'https://one.test/2.png',
    text: `${AWKWARD} It is mine.`,
  } as const;
  await makeReport(registry, { kind: 'anonymous', address: '192.0.2.7' }, { kind: 'objection', ...place });
  const item = `claim:${claimId}` as const;
  const at = registry.clock();
  await registry.store.queue.addNote({
    id: randomUUID(),
    item,
    authorId: moderator.account.id,
    text: AWKWARD,
    writtenAt: at,
  });
  await registry.store.queue.hold([`dispute:${randomUUID()}`], moderator.account.id, at, at);
  await decideClaim(registry, moderator, { claimId, approve: false, reasonCode: 'abuse', note: AWKWARD });
  await registry.store.hidden.add({
    id: registry.random.uuid(),
    hashes: [{ algorithm: 'address', hex: 'ab'.repeat(32) }],
    hiddenAt: registry.clock(),
    liftedAt: undefined,
  });
  await registry.store.suspensions.add({
    id: randomUUID(),
    claimant: artist.account.pseudonym,
    statementIds: undefined,
    cause: 'abuse',
    suspendedAt: at,
    liftedAt: at,
  });
}

/** What a side of a dispute showed, and said against a decision. */
async function exchanged(registry: Registry, { account }: SignedInActor): Promise<void> {
  const { rows } = await registry.store.disputes.page({ first: 1 });
  const disputeId = rows[0]?.row.id ?? '';
  const at = registry.clock();
  const about = {
    disputeId,
    accountId: account.id,
    claimant: account.pseudonym,
    text: AWKWARD,
    link: undefined,
  };
  const file = { name: AWKWARD, sha256: someBytes(), bytes: 12_345 };
  await registry.store.exhibits.add({ ...about, id: randomUUID(), file, submittedAt: at });
  const undecided = { decidedAt: undefined, decidedBy: undefined, outcome: undefined, reason: undefined };
  await registry.store.appeals.add({ ...about, ...undecided, id: randomUUID(), madeAt: at });
}
