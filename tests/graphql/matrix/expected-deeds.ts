import { expect } from '@jest/globals';
import { putLine } from '../../support/prove-claim.js';
import { personOf } from './cast.js';
import type { ExpectedMutation, Stage } from './expected-mutation.js';
import { domainOf } from './scene.js';

const WHOEVER_IS_SIGNED_IN = 'U P P P P P X F';
const ONLY_A = 'U P N N N N X F';
const MODERATORS = 'U F F F P P X F';

const claimOfA = ({ scene }: Stage) => ({ id: scene.claimOfA.id, address: domainOf('a', scene.number) });
const pseudonymOf = ({ scene }: Stage, part: Parameters<typeof personOf>[0]): string =>
  scene.people[personOf(part) ?? 'artistA'].account.pseudonym;

/** Mutations that change what the registry answers. A's keys have no scope for them. */
export const EXPECTED_DEEDS: Readonly<Record<string, ExpectedMutation>> = {
  withdrawRunName: {
    input: ({ scene }) => ({ run: scene.runOfA.toString() }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ logIndex: scene.runOfA.toString() }),
  },
  hideBuilderName: {
    input: ({ scene }) => ({
      ...{ run: scene.runOfA.toString(), isHidden: true },
      ...{ reasonCode: 'SOMEONE_ELSE', note: 'Another studio has that name.' },
    }),
    cells: MODERATORS,
    payload: () => ({ runs: 1 }),
  },
  openClaim: {
    input: () => ({ kind: 'PATH', address: 'https://folder.example/mine/', capacity: 'HEIR' }),
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: (stage, part) => ({
      claim: {
        address: 'folder.example/mine/',
        capacity: 'HEIR',
        state: 'OPEN',
        claimant: pseudonymOf(stage, part),
        challenge: { fileUrl: 'https://folder.example/mine/assent-challenge.txt' },
        evidence: [],
      },
    }),
  },
  renewChallenge: {
    input: ({ scene }) => ({ claimId: scene.claimOfA.id }),
    cells: ONLY_A,
    payload: (stage) => ({
      claim: {
        ...claimOfA(stage),
        challenge: { fileContent: expect.not.stringMatching(stage.scene.challengeLine) },
      },
    }),
  },
  verifyClaim: {
    input: async ({ theatre, scene }) => {
      await putLine(theatre.registry, theatre.house.site, scene.claimOfA);
      return { claimId: scene.claimOfA.id };
    },
    cells: ONLY_A,
    payload: (stage) => ({
      claim: { ...claimOfA(stage), state: 'ACTIVE', assurance: 'VERIFIED', challenge: null },
    }),
  },
  mailClaimCode: {
    input: ({ scene }) => ({ claimId: scene.claimOfA.id, to: `webmaster@${domainOf('a', scene.number)}` }),
    cells: ONLY_A,
    payload: (stage) => ({
      claim: claimOfA(stage),
      sentTo: `webmaster@${domainOf('a', stage.scene.number)}`,
    }),
  },
  removeFile: {
    input: ({ scene }) => ({ id: scene.fileOfA }),
    cells: ONLY_A,
    payload: (stage) => ({ claim: { ...claimOfA(stage), files: [] } }),
  },
  removeSignedOriginal: {
    input: ({ scene }) => ({ id: scene.originalOfA }),
    cells: ONLY_A,
    payload: (stage) => ({ claim: { ...claimOfA(stage), signedOriginals: [] } }),
  },
  addEvidence: {
    input: ({ scene }) => ({ claimId: scene.claimOfA.id, text: 'One more piece.', link: null }),
    cells: ONLY_A,
    payload: (stage) => ({
      claim: {
        ...claimOfA(stage),
        evidence: [{ text: stage.scene.secrets.evidence }, { text: 'One more piece.' }],
      },
    }),
  },
  addExhibit: {
    input: ({ scene }) => ({ disputeId: scene.dispute.id, text: 'One more piece.', link: null, file: null }),
    cells: 'U P P N N N X F',
    payload: ({ scene }, part) => ({
      dispute: {
        id: scene.dispute.id,
        ownClaimant: scene.people[personOf(part) ?? 'artistA'].account.pseudonym,
        takesExhibits: true,
      },
    }),
  },
  appealDispute: {
    input: async ({ theatre, scene }) => {
      const { store, clock } = theatre.registry;
      await store.disputes.close([scene.dispute.id], {
        closedAt: clock(),
        closedBy: scene.people.moderator.account.id,
        outcome: 'none-upheld',
        closingReason: 'evidence-reviewed',
        reason: 'evidence-missing: Neither showed anything.',
      });
      return { disputeId: scene.dispute.id, text: 'It was overlooked.', link: null };
    },
    cells: 'U P P N N N X F',
    payload: ({ scene }) => ({ dispute: { id: scene.dispute.id, canAppeal: false } }),
  },
  decideAppeal: {
    input: ({ scene }) => ({
      appealId: scene.appealed.appealId,
      outcome: 'DISMISSED',
      upheldClaimId: null,
      reasonCode: 'EVIDENCE_MISSING',
      note: 'Nothing new was shown.',
    }),
    cells: MODERATORS,
    payload: ({ scene }) => ({ appeal: { id: scene.appealed.appealId, outcome: 'DISMISSED' } }),
    lacks: ['proposal'],
  },
  withdrawClaim: {
    input: ({ scene }) => ({ claimId: scene.claimOfA.id }),
    cells: ONLY_A,
    payload: (stage) => ({ claim: { ...claimOfA(stage), state: 'WITHDRAWN' } }),
  },
  declareConsent: {
    input: () => ({
      kind: 'URL',
      address: 'https://folder.example/2.jpg',
      capacity: 'AUTHOR',
      answers: [{ use: 'SEARCH', preference: 'DENY' }],
    }),
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: (stage, part) => ({
      statements: [
        {
          address: 'folder.example/2.jpg',
          use: 'SEARCH',
          preference: 'DENY',
          basis: 'OWN_RIGHT',
          ownWorks: false,
          claimant: pseudonymOf(stage, part),
          isMine: true,
        },
      ],
      countsNow: true,
      nextStep: expect.stringMatching(/./),
    }),
  },
  registerWorks: {
    input: () => ({
      capacity: 'AUTHOR',
      works: [{ prints: { medium: 'TEXT', sha256: 'ab'.repeat(32), md5: 'ab'.repeat(16) }, title: 'Mine' }],
    }),
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: (stage, part) => ({
      works: [{ isNew: true, work: { title: 'Mine', claim: { claimant: pseudonymOf(stage, part) } } }],
    }),
  },
  registerWorkAt: {
    input: ({ theatre, scene }) => {
      const host = domainOf('a', scene.number);
      theatre.house.site.files.set('/text.txt', 'A text.');
      return { capacity: 'AUTHOR', url: `http://${host}/text.txt`, medium: 'TEXT', title: 'There' };
    },
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: (stage, part) => ({
      works: [{ work: { title: 'There', claim: { claimant: pseudonymOf(stage, part) } } }],
    }),
  },
  createCollection: {
    input: () => ({ name: 'Etchings' }),
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: () => ({ collection: { name: 'Etchings' } }),
  },
  sortWorks: {
    input: ({ scene }) => ({ works: [scene.workOfA.id] }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ sortedIds: [scene.workOfA.id] }),
  },
  answerCollection: {
    input: ({ scene }) => ({
      collection: scene.collectionOfA.id,
      answers: [{ use: 'TRAIN_AI', preference: 'CONDITIONAL' }],
      capacity: 'AUTHOR',
      ownWorks: true,
      terms: scene.collectionOfA.answer?.terms,
      expiresAt: '2031-01-01T00:00:00.000Z',
    }),
    cells: ONLY_A,
    payload: ({ scene }) => ({
      collection: {
        id: scene.collectionOfA.id,
        answers: [{ use: 'TRAIN_AI', preference: 'CONDITIONAL', expiresAt: '2031-01-01T00:00:00.000Z' }],
        counts: { follows: 1, excepted: 0, waiting: 0 },
      },
    }),
  },
  endExceptions: {
    input: ({ scene }) => ({ collection: scene.collectionOfA.id, works: [scene.workOfA.id] }),
    cells: ONLY_A,
    payload: ({ scene }) => ({
      collection: { id: scene.collectionOfA.id, counts: { follows: 1, excepted: 0, waiting: 0 } },
    }),
  },
  renameCollection: {
    input: ({ scene }) => ({ collection: scene.collectionOfA.id, name: 'Late works' }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ collection: { id: scene.collectionOfA.id, name: 'Late works' } }),
  },
  removeCollection: {
    input: ({ scene }) => ({ collection: scene.collectionOfA.id }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ removedId: scene.collectionOfA.id }),
  },
  withdrawWork: {
    input: ({ scene }) => ({ work: scene.workOfA.id }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ work: { id: scene.workOfA.id, claim: { state: 'WITHDRAWN' } } }),
  },
  importAddresses: {
    input: () => ({ addresses: ['https://folder.example/list/1.jpg'], uses: ['SEARCH'], capacity: 'AUTHOR' }),
    cells: WHOEVER_IS_SIGNED_IN,
    changesOnlyOwn: true,
    payload: () => ({
      rows: [
        {
          address: 'https://folder.example/list/1.jpg',
          kind: 'URL',
          status: 'RECORDED',
          countsNow: true,
          message: null,
        },
      ],
    }),
  },
  lookForWork: {
    input: ({ scene }) => ({ work: scene.workOfA.id }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ work: { id: scene.workOfA.id } }),
  },
  markMatchesSeen: {
    input: ({ scene }) => ({ work: scene.workOfA.id }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ work: { id: scene.workOfA.id, matchCounts: [{ unseen: 0 }] } }),
  },
  decideMatches: {
    input: ({ scene }) => ({ matchIds: [scene.matchOfA.id], confirm: true }),
    cells: ONLY_A,
    payload: ({ scene }) => ({
      matches: [{ id: scene.matchOfA.id, state: 'CONFIRMED', confirmedBy: 'CLAIMANT' }],
    }),
  },
  withdrawStatement: {
    input: ({ scene }) => ({ statementId: scene.statementOfA.supersededBy }),
    cells: ONLY_A,
    payload: ({ theatre, scene }) => ({
      statement: {
        id: scene.statementOfA.supersededBy,
        withdrawnAt: theatre.registry.clock().toISOString(),
        isMine: true,
      },
    }),
  },
  eraseStatementDetails: {
    input: ({ scene }) => ({ statementId: scene.statementOfA.supersededBy }),
    cells: ONLY_A,
    payload: ({ scene }) => ({
      statement: { id: scene.statementOfA.supersededBy, address: null, terms: null, isMine: true },
    }),
  },
  decideClaim: {
    lacks: ['proposal'],
    input: ({ scene }) => ({
      claimId: scene.claimOfA.id,
      approve: true,
      reasonCode: 'EVIDENCE_CONVINCING',
      note: 'The name stands on every sheet.',
    }),
    cells: MODERATORS,
    payload: (stage) => ({
      claim: {
        ...claimOfA(stage),
        state: 'ACTIVE',
        assurance: 'REVIEWED',
        challenge: null,
        decisionReason: 'evidence-convincing: The name stands on every sheet.',
        evidence: [{ text: stage.scene.secrets.evidence }],
      },
    }),
  },
  decideClaims: {
    input: ({ scene }) => ({
      claimIds: [scene.claimOfA.id],
      approve: false,
      reasonCode: 'EVIDENCE_MISSING',
      note: 'Nothing that could be looked at.',
    }),
    cells: MODERATORS,
    payload: ({ scene }) => ({
      results: [{ __typename: 'DecideClaimPayload', claim: { id: scene.claimOfA.id, state: 'REJECTED' } }],
    }),
  },
  closeDisputes: {
    input: ({ scene }) => ({
      disputeIds: [scene.dispute.id],
      outcome: 'YES_STANDS',
      reasonCode: 'ABUSE',
      note: 'It is not between answers.',
    }),
    cells: MODERATORS,
    payload: () => ({ results: [{ __typename: 'InvalidInputError' }] }),
  },
  answerProposals: {
    input: ({ scene }) => ({ proposalIds: [scene.proposalId], confirm: false }),
    cells: MODERATORS,
    payload: ({ scene }) => ({
      results: [{ __typename: 'AnswerProposalPayload', proposal: { id: scene.proposalId } }],
    }),
  },
  answerProposal: {
    input: ({ scene }) => ({ proposalId: scene.proposalId, confirm: false }),
    cells: MODERATORS,
    payload: ({ scene }) => ({ proposal: { id: scene.proposalId } }),
  },
  setAside: {
    input: ({ scene }) => ({
      statementIds: [scene.noOfA],
      reasonCode: 'ABUSE',
      note: 'Made against better knowledge.',
    }),
    cells: MODERATORS,
    payload: () => ({ proposal: { action: 'SET_ASIDE' } }),
  },
  letSpeak: {
    input: async ({ theatre, scene }) => {
      const { store, random, clock } = theatre.registry;
      const id = random.uuid();
      await store.suspensions.add({
        id,
        claimant: scene.people.artistA.account.pseudonym,
        statementIds: undefined,
        cause: 'abuse',
        suspendedAt: clock(),
        liftedAt: undefined,
      });
      return { suspensionId: id, reasonCode: 'EVIDENCE_CONVINCING', note: 'It was another account.' };
    },
    cells: MODERATORS,
    payload: () => ({ proposal: { action: 'LET_SPEAK' } }),
  },
  holdCase: {
    input: ({ scene }) => ({ caseId: `claim:${scene.claimOfA.id}`, hold: true }),
    cells: MODERATORS,
    payload: ({ scene }, part) => ({
      case: { heldBy: scene.people[part === 'admin' ? 'admin' : 'moderator'].account.id },
    }),
  },
  addCaseNote: {
    input: ({ scene }) => ({ caseId: `claim:${scene.claimOfA.id}`, text: 'Ask for the originals.' }),
    cells: MODERATORS,
    payload: () => ({ note: { text: 'Ask for the originals.' } }),
  },
  decideReport: {
    input: ({ scene }) => ({
      reportId: scene.reportId,
      outcome: 'DISMISSED',
      reasonCode: 'EVIDENCE_MISSING',
      note: 'Nothing that could be looked at.',
    }),
    cells: MODERATORS,
    payload: ({ scene }) => ({ report: { id: scene.reportId, outcome: 'DISMISSED' } }),
  },
  hideIllegal: {
    input: ({ scene }) => ({ address: `https://${domainOf('shared', scene.number)}/hidden.jpg` }),
    cells: MODERATORS,
    payload: () => ({ id: expect.any(String) }),
  },
  showAgain: {
    input: async ({ theatre }) => {
      const { store, random, clock } = theatre.registry;
      const id = random.uuid();
      await store.hidden.add({ id, hashes: [], hiddenAt: clock(), liftedAt: undefined });
      return { hiddenId: id, reasonCode: 'EVIDENCE_CONVINCING', note: 'It was another picture.' };
    },
    cells: MODERATORS,
    payload: () => ({ proposal: { action: 'SHOW_AGAIN' } }),
  },
  closeDispute: {
    input: ({ scene }) => ({
      disputeId: scene.dispute.id,
      upheldClaimId: null,
      reasonCode: 'EVIDENCE_MISSING',
      note: 'Neither of them showed anything.',
    }),
    cells: MODERATORS,
    payload: ({ scene }) => ({
      dispute: {
        id: scene.dispute.id,
        address: domainOf('shared', scene.number),
        outcome: null,
        claims: [{ state: 'DISPUTED' }, { state: 'DISPUTED' }],
      },
      proposal: { action: 'CLOSE_DISPUTE', target: `dispute:${scene.dispute.id}` },
    }),
  },
};
