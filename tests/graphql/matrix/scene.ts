import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { recordAction } from '../../../src/app/audit/record-action.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import { nameRun } from '../../../src/app/receipts/name-run.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { Dispute } from '../../../src/app/ports/disputes.js';
import type { Collection } from '../../../src/app/ports/collections.js';
import type { Work, WorkMatch } from '../../../src/app/ports/works.js';
import type { Registry } from '../../../src/app/registry.js';
import { recordMatches } from '../../../src/app/works/record-matches.js';
import { registerWorks } from '../../../src/app/works/register-works.js';
import { ORIENTATIONS } from '../../../src/core/likeness/orientation.js';
import { acceptOffer } from '../../support/accept-offer.js';
import { ownReceipt } from '../../support/own-receipt.js';
import { digestOf } from '../../support/store-records.js';
import { lineFor, openedClaim, provenClaim } from '../../support/prove-claim.js';
import type { TestSite } from '../../support/test-site.js';
import { addOrganisations, type Organised } from './add-organisations.js';
import type { Cast } from './cast.js';
import { makeCast } from './cast.js';

export const PASSWORD = 'three unrelated words';

/** A cast with things of A and B to try fields on. */
export interface Scene extends Cast {
  /** Open, with evidence and a looked-for challenge; decided once before, so that every field holds something. */
  readonly claimOfA: Claim;
  /** A screenshot that was left with it. */
  readonly fileOfA: string;
  /** What A's signed file says. */
  readonly originalOfA: string;
  /** The line of its challenge file. */
  readonly challengeLine: string;
  /** On terms, superseded, then withdrawn, so that every field holds something. Ids in hexadecimal digits. */
  readonly statementOfA: { readonly id: string; readonly supersededBy: string };
  /** Registered, with everything that a work can have. */
  readonly workOfA: Work;
  /** That work is in it; with an answer that holds everything that one can. */
  readonly collectionOfA: Collection;
  /** Where it was found; nobody has said yet that it is. */
  readonly matchOfA: WorkMatch;
  /** What A would not want others to read. */
  readonly secrets: {
    readonly evidence: string;
    readonly link: string;
    readonly decision: string;
    readonly title: string;
  };
  /** About A's place, without an account. */
  readonly reportId: string;
  /** To take down A's claim. */
  readonly proposalId: string;
  /** A and B have both proven to hold the place. */
  readonly dispute: Dispute;
  /** From another dispute of A and B, by B. */
  readonly appealed: { readonly disputeId: string; readonly appealId: string };
  readonly organised: Organised;
  /** Of A, who chose to be named. */
  readonly runOfA: bigint;
  /** A's no to an address of that place, which B's yes contested until A had proven it. Id in hexadecimal digits. */
  readonly noOfA: string;
}

const TERMS = {
  licenceUrl: 'https://terms.example/',
  credit: 'By A',
  feeUrl: 'https://pay.example/',
  contact: 'A',
};

export const domainOf = (who: 'a' | 'shared', number: number): string => `${who}-${number}.example`;

/** Names that the test site answers under, for this many scenes. */
export function sceneHosts(scenes: number): string[] {
  return Array.from({ length: scenes }, (_, number) => [
    domainOf('a', number),
    domainOf('shared', number),
  ]).flat();
}

export async function setScene(
  registry: Registry,
  site: TestSite,
  number: number,
  passwordHash: string,
): Promise<Scene> {
  const cast = await makeCast(registry, number, passwordHash);
  const secrets = {
    evidence: `evidence of A ${number}`,
    link: `https://private.example/${number}`,
    decision: `evidence-missing: note for A ${number}`,
    title: `title of a work of A ${number}`,
  };
  const claimOfA = await openedClaim(registry, cast.people.artistA, 'domain', domainOf('a', number));
  const challengeLine = await lineFor(registry, claimOfA);
  const fileOfA = await leaveScreenshot(registry, claimOfA);
  const originalOfA = await leaveSignedFile(registry, claimOfA);
  await lookAtClaim(registry, cast, claimOfA, secrets);
  const statementOfA = await stateThrice(registry, cast);
  const { dispute, noOfA } = await openDispute(registry, site, cast);
  await registry.log.sequence((stores, at) =>
    recordAction(
      registry,
      stores,
      {
        actorId: cast.people.moderator.account.id,
        action: 'claim.rejected',
        target: `claim:${dispute.id}`,
        reason: 'abuse',
        details: {},
      },
      at,
    ),
  );
  const queued = await fillQueue(registry, cast, claimOfA);
  const work = await registerWork(registry, cast, secrets.title);
  const organised = await addOrganisations(registry, cast, claimOfA);
  const appealed = await exchange(registry, cast, dispute, noOfA);
  const runOfA = await nameRunOf(registry, cast);
  const said = { runOfA, challengeLine, statementOfA, secrets, dispute, noOfA, appealed };
  return {
    fileOfA,
    originalOfA,
    ...cast,
    organised,
    claimOfA,
    ...said,
    ...queued,
    ...work,
  };
}

async function fillQueue(
  { store, clock, random }: Registry,
  { people, number }: Cast,
  { id, subjectDigest }: Claim,
): Promise<Pick<Scene, 'reportId' | 'proposalId'>> {
  const [reportId, proposalId] = [random.uuid(), random.uuid()];
  await store.reports.add({
    id: reportId,
    kind: 'false-claim',
    placeKind: 'domain',
    expression: domainOf('a', number),
    subjectDigest,
    accountId: undefined,
    text: 'This site has been mine for years.',
    link: 'https://elsewhere.example/imprint',
    email: undefined,
    madeAt: clock(),
    decidedAt: undefined,
    decidedBy: undefined,
    outcome: undefined,
    reason: undefined,
  });
  await store.proposals.put({
    id: proposalId,
    action: 'decide-claim',
    target: `claim:${id}`,
    claimIds: [id],
    input: { reasonCode: 'abuse', note: 'Made against better knowledge.' },
    proposedBy: people.moderator.account.id,
    proposedAt: clock(),
  });
  const note = { author: people.moderator.account.id, text: 'Seen before.' };
  await store.queue.addNote({
    id: random.uuid(),
    item: `claim:${id}`,
    authorId: note.author,
    text: note.text,
    writtenAt: clock(),
  });
  return { reportId, proposalId };
}

async function registerWork(
  registry: Registry,
  { people, number }: Cast,
  title: string,
): Promise<Pick<Scene, 'workOfA' | 'matchOfA' | 'collectionOfA'>> {
  const hash = digestOf(`the picture of A ${number}`);
  const whole = { algorithm: 'pdq', version: 1, hash, quality: 80 } as const;
  const region = { left: 0, top: 0, width: 10_000, height: 10_000 };
  const registered = await registerWorks(registry, people.artistA, {
    capacity: 'author',
    works: [
      {
        title,
        locations: [`https://${domainOf('a', number)}/work.png`],
        identifiers: [{ kind: 'doi', value: '10.5555/12345678' }],
        prints: {
          sha256: digestOf(`a file of A ${number}`),
          md5: new Uint8Array(16).fill(number),
          of: {
            medium: 'image',
            width: 640,
            height: 480,
            whole,
            oriented: ORIENTATIONS.map(() => hash),
            regions: [{ ...whole, region }],
          },
        },
      },
    ],
  });
  const [one] = registered.ok ? registered.works : [];
  const [dataset] = await registry.store.datasets.all();
  const [entry] = dataset === undefined ? [] : await registry.store.entries.byOrdinals(dataset.id, [0n]);
  if (one === undefined || entry === undefined) throw new Error('No work was registered.');
  const { canonical, datasetId, rowId } = entry;
  const how = {
    kind: 'probably-same',
    method: 'parts',
    orientation: 'upright',
    parts: 5,
    score: 3.5,
  } as const;
  await recordMatches(registry, [
    { ...how, distance: 40, workId: one.work.id, canonical, entry: { datasetId, rowId } },
  ]);
  await registry.store.works.update(one.work.id, { waitsSince: registry.clock() });
  const { rows } = await registry.store.works.matchesOf(one.work.id, ['suggested'], { first: 1 });
  const [match] = rows;
  if (match === undefined) throw new Error('The work was not found.');
  const collectionOfA = await collect(registry, people.artistA.account.id, one.work);
  return { workOfA: one.work, matchOfA: match.row, collectionOfA };
}

async function collect(
  { store, clock, random }: Registry,
  accountId: string,
  work: Work,
): Promise<Collection> {
  const collection: Collection = {
    id: random.uuid(),
    accountId,
    name: 'Plates',
    answer: {
      answers: [{ use: 'search', preference: 'conditional' }],
      capacity: 'author',
      basis: 'own-right',
      ownWorks: true,
      terms: TERMS,
      expiresAt: '2030-01-01T00:00:00.000Z',
    },
    revision: 0,
    createdAt: clock(),
  };
  await store.collections.add(collection);
  await store.collections.put(collection.id, [work.id], clock());
  return collection;
}

async function lookAtClaim(
  registry: Registry,
  { people }: Cast,
  claim: Claim,
  { evidence, link, decision }: Scene['secrets'],
): Promise<void> {
  const { store, clock } = registry;
  await addEvidence(registry, people.artistA, { claimId: claim.id, text: evidence, link });
  const [challenge] = await store.challenges.latestOf([claim.id]);
  if (challenge === undefined) throw new Error('The claim has no challenge.');
  await store.challenges.update(challenge.id, {
    lastCheckedAt: clock(),
    lastReason: 'absent',
    lastProblem: 'Not there.',
  });
  await store.proofs.put({
    claimId: claim.id,
    method: 'dns-txt',
    token: 'a token',
    provenAt: clock(),
    checkedAt: clock(),
    dueAt: clock(),
    failingSince: clock(),
    lastReason: 'site-refuses',
    lastProblem: `problem of A ${claim.id}`,
    lapsedAt: undefined,
  });
  await store.claims.update(claim.id, { verifiedAt: clock(), decidedAt: clock(), decisionReason: decision });
}

async function stateThrice(registry: Registry, cast: Cast): Promise<Scene['statementOfA']> {
  const about: Omit<DeclareConsentInput, 'answers'> = {
    kind: 'url',
    address: `https://${domainOf('a', cast.number)}/work/1.jpg`,
    capacity: 'author',
    basis: 'own-right',
    ownWorks: true,
    expiresAt: new Date('2030-01-01T00:00:00.000Z'),
  };
  const first = await state({
    ...about,
    answers: [{ use: 'train-ai', preference: 'conditional' }],
    terms: TERMS,
  });
  await acceptOffer(registry, first, `Lab ${cast.number}`);
  const second = await state({ ...about, answers: [{ use: 'train-ai', preference: 'deny' }] });
  // Of the whole domain, which A has not proven to hold: it does not count.
  const wide = { kind: 'domain', address: domainOf('a', cast.number) } as const;
  await state({ ...about, ...wide, answers: [{ use: 'train-ai', preference: 'deny' }] });
  const withdrawn = await withdrawStatement(registry, cast.people.artistA, { statementId: first });
  if (!withdrawn.ok) throw new Error(withdrawn.message);
  return { id: bytesToHex(first), supersededBy: bytesToHex(second) };

  async function state(input: DeclareConsentInput): Promise<Uint8Array> {
    const declared = await declareConsent(registry, cast.people.artistA, input);
    const [view] = declared.ok ? declared.statements : [];
    if (view === undefined) throw new Error('Nothing was declared.');
    return view.statement.id;
  }
}

async function openDispute(
  registry: Registry,
  site: TestSite,
  { people: { artistA, artistB }, number }: Cast,
): Promise<Pick<Scene, 'dispute' | 'noOfA'>> {
  const place = domainOf('shared', number);
  const said = { capacity: 'author', basis: 'own-right', ownWorks: true } as const;
  await provenClaim(registry, site, artistB, 'domain', place);
  await declareConsent(registry, artistB, {
    ...said,
    kind: 'domain',
    address: place,
    answers: [{ use: 'search', preference: 'allow' }],
  });
  const no = await declareConsent(registry, artistA, {
    ...said,
    kind: 'url',
    address: `https://${place}/1.jpg`,
    answers: [{ use: 'search', preference: 'deny' }],
  });
  const claim = await provenClaim(registry, site, artistA, 'domain', place);
  const dispute = await registry.store.disputes.openOn('domain', claim.subjectDigest);
  const [view] = no.ok ? no.statements : [];
  if (dispute === undefined || view === undefined) throw new Error('There is no dispute.');
  return { dispute, noOfA: bytesToHex(view.statement.id) };
}

/** A run of A's, by the name of a studio; answers the place of its leaf. */
async function nameRunOf(registry: Registry, { people, number }: Cast): Promise<bigint> {
  const reachable = { ...people.artistA.account, emailConfirmedAt: registry.clock() };
  const receipt = await ownReceipt(registry, { ALLOWED: 1, DENIED: 2, CONDITIONAL: 3, UNKNOWN: 4 });
  const named = await nameRun(registry, reachable, { name: `Studio of A ${number}`, receipt });
  const entry = named.ok ? await registry.store.log.byHash(named.leafHash) : undefined;
  if (entry === undefined) throw new Error('No run was named.');
  return entry.index;
}

/** A shows something in the open dispute, and B appeals from the other one. */
async function exchange(
  { store, clock, random }: Registry,
  { people: { artistA, artistB } }: Cast,
  dispute: Dispute,
  noOfA: string,
): Promise<Scene['appealed']> {
  await store.exhibits.add({
    id: random.uuid(),
    disputeId: dispute.id,
    accountId: artistA.account.id,
    claimant: artistA.account.pseudonym,
    text: 'The layers of the file.',
    link: 'https://elsewhere.example/layers',
    file: { name: 'layers.psd', sha256: digestOf('layers'), bytes: 12_345 },
    submittedAt: clock(),
  });
  const [answers] = await store.answerDisputes.ofStatements([hexToBytes(noOfA)], 1);
  if (answers === undefined) throw new Error('The two answers never met.');
  const appealId = random.uuid();
  await store.appeals.add({
    id: appealId,
    disputeId: answers.dispute.id,
    accountId: artistB.account.id,
    claimant: artistB.account.pseudonym,
    text: 'It was overlooked.',
    link: 'https://elsewhere.example/overlooked',
    madeAt: clock(),
    decidedAt: undefined,
    decidedBy: undefined,
    outcome: undefined,
    reason: undefined,
  });
  return { disputeId: answers.dispute.id, appealId };
}

/** A screenshot that A left with a claim; answers its id. */
async function leaveScreenshot({ store, random, sha256, clock }: Registry, claim: Claim): Promise<string> {
  const content = new Uint8Array(4);
  const id = random.uuid();
  await store.keptFiles.add(
    {
      ...{ id, claimId: claim.id, kind: 'screenshot', contentType: 'image/png', size: content.length },
      ...{ sha256: sha256(content), addedAt: clock() },
    },
    content,
  );
  return id;
}

/** What was found in a signed file that A gave with a claim; answers its id. */
async function leaveSignedFile({ store, random, sha256, clock }: Registry, claim: Claim): Promise<string> {
  const id = random.uuid();
  const signature = {
    kind: 'cawg',
    name: 'A name',
    organisation: 'A studio',
    signedAt: null,
    doubt: 'unlisted',
  } as const;
  await store.originalFindings.put({
    ...{ id, claimId: claim.id, sha256: sha256(new Uint8Array(4)), size: 4, readAt: clock() },
    finding: {
      contentType: 'image/png',
      state: 'unchanged',
      signatures: [{ ...signature, domains: ['studio.example'], emails: ['a@studio.example'] }],
      answers: { 'train-ai': 'deny' },
    },
  });
  return id;
}
