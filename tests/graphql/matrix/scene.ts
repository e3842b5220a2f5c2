import { bytesToHex } from '@noble/hashes/utils.js';
import { addEvidence } from '../../../src/app/claims/add-evidence.js';
import { declareConsent } from '../../../src/app/consent/declare-consent.js';
import type { DeclareConsentInput } from '../../../src/app/consent/declaration.js';
import { withdrawStatement } from '../../../src/app/consent/withdraw-statement.js';
import type { Claim } from '../../../src/app/ports/claims.js';
import type { Dispute } from '../../../src/app/ports/disputes.js';
import type { Registry } from '../../../src/app/registry.js';
import { lineFor, openedClaim, provenClaim } from '../../support/prove-claim.js';
import type { TestSite } from '../../support/test-site.js';
import type { Cast } from './cast.js';
import { makeCast } from './cast.js';

export const PASSWORD = 'three unrelated words';

/** A cast with things of A and B to try fields on. */
export interface Scene extends Cast {
  /** Open, with evidence and a looked-for challenge; decided once before, so that every field holds something. */
  readonly claimOfA: Claim;
  /** The line of its challenge file. */
  readonly challengeLine: string;
  /** On terms, superseded, then withdrawn, so that every field holds something. Ids in hexadecimal digits. */
  readonly statementOfA: { readonly id: string; readonly supersededBy: string };
  /** What A would not want others to read. */
  readonly secrets: { readonly evidence: string; readonly link: string; readonly decision: string };
  /** A and B have both proven to hold the place. */
  readonly dispute: Dispute;
  /** A's no to an address of that place, which B's yes contested until A had proven it. Id in hexadecimal digits. */
  readonly noOfA: string;
}

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
  };
  const claimOfA = await openedClaim(registry, cast.people.artistA, 'domain', domainOf('a', number));
  const challengeLine = await lineFor(registry, claimOfA);
  await lookAtClaim(registry, cast, claimOfA, secrets);
  const statementOfA = await stateThrice(registry, cast);
  const { dispute, noOfA } = await openDispute(registry, site, cast);
  return { ...cast, claimOfA, challengeLine, statementOfA, secrets, dispute, noOfA };
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
  const terms = {
    licenceUrl: 'https://terms.example/',
    credit: 'By A',
    feeUrl: 'https://pay.example/',
    contact: 'A',
  };
  const first = await state({ ...about, answers: [{ use: 'train-ai', preference: 'conditional' }], terms });
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
