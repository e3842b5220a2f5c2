import { expect } from '@jest/globals';
import { type Part, personOf } from './cast.js';
import type { ExpectedObject } from './expected-object.js';
import { a, EVERYBODY } from './expected-object.js';
import type { Scene } from './scene.js';
import { domainOf } from './scene.js';

const START = '2026-11-22T12:00:00.000Z';
const claimOfA = ({ claimOfA: { id } }: Scene): string => `claim(id: "${id}")`;

/** Of A, who shows them to moderators and admins; what proves control, to nobody. */
const ONLY_A = 'U v 0 0 0 0 X v';
const A_AND_MODERATORS = 'U v 0 0 v v X v';
const BOTH_AND_MODERATORS = 'U v v 0 v v X v';
const MODERATORS = 'U F F F v v X F';
const OWN = '0 v v v v v X v';
/** Of A, and of those who decide, in what everybody may see. */
const NULL_BUT_FOR_A = '0 v 0 0 v v X v';

/** Of a side of the dispute; null to whoever only decides it. */
function pseudonymOf({ people }: Scene, part: Part): string | null {
  const person = personOf(part);
  return person === 'artistA' || person === 'artistB' ? people[person].account.pseudonym : null;
}

export const EXPECTED_CLAIMS: Readonly<Record<string, ExpectedObject>> = {
  Claim: {
    way: (scene) => [claimOfA(scene)],
    cells: A_AND_MODERATORS,
    but: { challenge: ONLY_A, history: 'U 0 0 0 v v X 0' },
    fields: (scene) => ({
      id: scene.claimOfA.id,
      kind: 'DOMAIN',
      address: domainOf('a', scene.number),
      capacity: 'AUTHOR',
      state: 'OPEN',
      assurance: 'ASSERTED',
      claimant: scene.people.artistA.account.pseudonym,
      isContested: false,
      knownEntries: 0,
      createdAt: START,
      verifiedAt: START,
      decidedAt: START,
      decisionReason: scene.secrets.decision,
      challenge: a('Challenge'),
      evidence: [a('Evidence')],
      files: [a('KeptFile')],
      signedOriginals: [a('SignedOriginal')],
      work: null,
      proof: a('Proof'),
      history: a('ClaimantHistory'),
    }),
  },
  ClaimantHistory: {
    way: (scene) => [claimOfA(scene), 'history'],
    cells: 'U 0 0 0 v v X 0',
    fields: () => ({
      since: START,
      made: expect.any(Number),
      held: expect.any(Number),
      rejected: expect.any(Number),
    }),
  },
  Challenge: {
    way: (scene) => [claimOfA(scene), 'challenge'],
    cells: ONLY_A,
    fields: (scene) => ({
      token: scene.challengeLine.replace('assent-challenge=', ''),
      fileUrl: `https://${domainOf('a', scene.number)}/.well-known/assent-challenge.txt`,
      ways: ['WELL_KNOWN_FILE', 'DNS_TXT', 'HTML_LINK', 'DOMAIN_MAIL'],
      fileContent: scene.challengeLine,
      recordName: `_assent-challenge.${domainOf('a', scene.number)}`,
      metaElement: expect.stringMatching(/^<meta name="assent-verification" content="[\w-]{43}">$/),
      profileLink: expect.stringMatching(/\/me\/[\w-]{43}$/),
      pageUrl: `https://${domainOf('a', scene.number)}/`,
      mailAddresses: ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'].map(
        (name) => `${name}@${domainOf('a', scene.number)}`,
      ),
      siteRefuses: false,
      expiresAt: '2026-11-29T12:00:00.000Z',
      lastCheckedAt: START,
      lastReason: 'ABSENT',
      lastProblem: 'Not there.',
    }),
  },
  Proof: {
    way: (scene) => [claimOfA(scene), 'proof'],
    cells: A_AND_MODERATORS,
    fields: (scene) => ({
      method: 'DNS_TXT',
      provenAt: START,
      checkedAt: START,
      nextCheckAt: START,
      failingSince: START,
      lapsesAt: '2026-12-06T12:00:00.000Z',
      lapsedAt: null,
      lastReason: 'SITE_REFUSES',
      lastProblem: `problem of A ${scene.claimOfA.id}`,
    }),
  },
  KeptFile: {
    way: (scene) => [claimOfA(scene), 'files'],
    cells: A_AND_MODERATORS,
    fields: (scene) => ({
      id: scene.fileOfA,
      kind: 'SCREENSHOT',
      contentType: 'image/png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 4,
      addedAt: START,
    }),
  },
  SignedOriginal: {
    way: (scene) => [claimOfA(scene), 'signedOriginals'],
    cells: A_AND_MODERATORS,
    fields: (scene) => ({
      id: scene.originalOfA,
      contentType: 'image/png',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 4,
      isRegisteredFile: null,
      state: 'UNCHANGED',
      signatures: [a('OriginalSignature')],
      answers: [a('OriginalAnswer')],
      readAt: START,
    }),
  },
  OriginalSignature: {
    way: (scene) => [claimOfA(scene), 'signedOriginals', 'signatures'],
    cells: A_AND_MODERATORS,
    fields: () => ({
      kind: 'CAWG',
      name: 'A name',
      organisation: 'A studio',
      domains: ['studio.example'],
      emails: ['a@studio.example'],
      provenNames: [],
      signedAt: null,
      doubt: 'UNLISTED',
    }),
  },
  OriginalAnswer: {
    way: (scene) => [claimOfA(scene), 'signedOriginals', 'answers'],
    cells: A_AND_MODERATORS,
    fields: () => ({ use: 'TRAIN_AI', preference: 'DENY' }),
  },
  Evidence: {
    way: (scene) => [claimOfA(scene), 'evidence'],
    cells: A_AND_MODERATORS,
    fields: (scene) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      text: scene.secrets.evidence,
      link: scene.secrets.link,
      submittedAt: START,
    }),
  },
  Dispute: {
    way: () => ['disputes(first: 1)', 'edges', 'node'],
    cells: MODERATORS,
    fields: (scene) => ({
      id: scene.dispute.id,
      cause: 'RIVAL_CLAIMS',
      kind: 'DOMAIN',
      address: domainOf('shared', scene.number),
      claims: [a('Claim'), a('Claim')],
      answers: null,
      openedAt: START,
      closedAt: null,
      outcome: null,
      closingReason: null,
      reason: null,
      exhibits: [a('Exhibit')],
    }),
  },
  DisputeFile: {
    way: (scene) => [`dispute(id: "${scene.dispute.id}")`],
    cells: BOTH_AND_MODERATORS,
    fields: (scene, part) => ({
      id: scene.dispute.id,
      cause: 'RIVAL_CLAIMS',
      kind: 'DOMAIN',
      address: domainOf('shared', scene.number),
      answers: null,
      openedAt: START,
      closedAt: null,
      outcome: null,
      closingReason: null,
      reason: null,
      ownClaimant: pseudonymOf(scene, part),
      exhibits: [a('Exhibit')],
      appeals: [],
      takesExhibits: true,
      canAppeal: false,
      appealUntil: null,
      lacksDecider: false,
      appealedFrom: null,
    }),
  },
  Exhibit: {
    way: (scene) => [`dispute(id: "${scene.dispute.id}")`, 'exhibits'],
    cells: BOTH_AND_MODERATORS,
    fields: (scene, part) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      claimant: scene.people.artistA.account.pseudonym,
      isOwn: personOf(part) === 'artistA',
      text: 'The layers of the file.',
      link: 'https://elsewhere.example/layers',
      file: a('ExhibitedFile'),
      submittedAt: START,
    }),
  },
  ExhibitedFile: {
    way: (scene) => [`dispute(id: "${scene.dispute.id}")`, 'exhibits', 'file'],
    cells: BOTH_AND_MODERATORS,
    fields: () => ({
      name: 'layers.psd',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 12_345,
    }),
  },
  Appeal: {
    way: (scene) => [`dispute(id: "${scene.appealed.disputeId}")`, 'appeals'],
    cells: BOTH_AND_MODERATORS,
    fields: (scene, part) => ({
      id: scene.appealed.appealId,
      claimant: scene.people.artistB.account.pseudonym,
      isOwn: personOf(part) === 'artistB',
      text: 'It was overlooked.',
      link: 'https://elsewhere.example/overlooked',
      madeAt: START,
      decidedAt: null,
      outcome: null,
      reason: null,
    }),
  },
  AppealCase: {
    way: (scene) => [`case(id: "appeal:${scene.appealed.appealId}")`, 'appeals'],
    cells: MODERATORS,
    fields: () => ({ appeal: a('Appeal'), dispute: a('Dispute') }),
  },
  DisputeFileConnection: {
    way: () => ['viewer', 'disputes(first: 1)'],
    cells: OWN,
    fields: () => ({ edges: expect.any(Array), pageInfo: a('PageInfo') }),
  },
  DisputeFileEdge: {
    way: () => ['viewer', 'disputes(first: 1)', 'edges'],
    cells: '0 v v - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('DisputeFile') }),
  },
  AnswerDispute: {
    way: (scene) => [`statement(id: "${scene.noOfA}")`, 'disputes'],
    cells: EVERYBODY,
    but: { awaitsModerator: NULL_BUT_FOR_A },
    fields: () => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      openedAt: START,
      lapsesAt: null,
      closedAt: START,
      outcome: 'NO_STANDS',
      closingReason: 'EVIDENCE_REVIEWED',
      statements: [a('Statement'), a('Statement')],
      awaitsModerator: false,
    }),
  },
  Case: {
    way: (scene) => [`case(id: "claim:${scene.claimOfA.id}")`],
    cells: MODERATORS,
    fields: (scene) => ({
      // With the dispute where A joined it last; both joined at the same moment.
      id: expect.stringMatching(/^(?:claim|dispute):/),
      harm: expect.stringMatching(/^(?:DISPUTE|NO|YES)$/),
      waitsSince: START,
      isProven: expect.any(Boolean),
      ties: expect.any(Array),
      claims: [a('Claim')],
      disputes: expect.any(Array),
      appeals: [],
      reports: [],
      proposals: [],
      works: expect.any(Array),
      claimIds: [scene.claimOfA.id],
      disputeIds: expect.any(Array),
      proposalIds: [],
      notes: [a('CaseNote')],
      heldBy: null,
      heldUntil: null,
    }),
  },
  CaseNote: {
    way: (scene) => [`case(id: "claim:${scene.claimOfA.id}")`, 'notes'],
    cells: MODERATORS,
    fields: (scene) => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      author: scene.people.moderator.account.id,
      text: 'Seen before.',
      writtenAt: START,
    }),
  },
  Report: {
    way: (scene) => [`case(id: "report:${scene.reportId}")`, 'reports'],
    cells: MODERATORS,
    fields: (scene) => ({
      id: scene.reportId,
      kind: 'FALSE_CLAIM',
      placeKind: 'DOMAIN',
      address: domainOf('a', scene.number),
      text: 'This site has been mine for years.',
      link: 'https://elsewhere.example/imprint',
      isFromAccount: false,
      madeAt: START,
      outcome: null,
    }),
  },
  Proposal: {
    way: (scene) => [`case(id: "proposal:${scene.proposalId}")`, 'proposals'],
    cells: MODERATORS,
    fields: (scene) => ({
      id: scene.proposalId,
      action: 'DECIDE_CLAIM',
      target: `claim:${scene.claimOfA.id}`,
      input: expect.stringMatching(/"reasonCode": ?"abuse"/),
      proposedBy: scene.people.moderator.account.id,
      proposedAt: START,
    }),
  },
  QueueLoad: {
    way: () => ['queueLoad'],
    cells: MODERATORS,
    fields: () => ({
      harm: 'CONFIRMATION',
      cases: expect.any(Number),
      items: expect.any(Number),
      waitsSince: START,
      ages: expect.any(Array),
    }),
  },
  CaseConnection: {
    way: () => ['moderationQueue(first: 1)'],
    cells: MODERATORS,
    fields: () => ({ edges: [a('CaseEdge')], pageInfo: a('PageInfo') }),
  },
  CaseEdge: {
    way: () => ['moderationQueue(first: 1)', 'edges'],
    cells: MODERATORS,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Case') }),
  },
  AuditEvent: {
    way: () => ['auditTrail(first: 1)', 'edges', 'node'],
    cells: MODERATORS,
    fields: () => ({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      actor: expect.stringMatching(/^[0-9a-f-]{36}$/),
      action: 'claim.rejected',
      target: expect.stringMatching(/^claim:[0-9a-f-]{36}$/),
      reason: 'abuse',
      details: '{}',
      createdAt: START,
    }),
  },
  AuditEventConnection: {
    way: () => ['auditTrail(first: 1)'],
    cells: MODERATORS,
    fields: () => ({ edges: [a('AuditEventEdge')], pageInfo: a('PageInfo') }),
  },
  AuditEventEdge: {
    way: () => ['auditTrail(first: 1)', 'edges'],
    cells: MODERATORS,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('AuditEvent') }),
  },
  DisputeConnection: {
    way: () => ['disputes(first: 1)'],
    cells: MODERATORS,
    fields: () => ({ edges: [a('DisputeEdge')], pageInfo: a('PageInfo') }),
  },
  DisputeEdge: {
    way: () => ['disputes(first: 1)', 'edges'],
    cells: MODERATORS,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Dispute') }),
  },
};
