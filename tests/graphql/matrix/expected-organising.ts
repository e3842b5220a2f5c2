import { verifyOrganisationsOfA } from './add-organisations.js';
import type { ExpectedMutation, Stage } from './expected-mutation.js';
import { domainOf } from './scene.js';

const ONLY_A = 'U P N N N N X F';

const organisationOf = ({ scene }: Stage) => ({ id: scene.organised.collective.id });
const verified = async ({ theatre, scene }: Stage): Promise<Stage['scene']['organised']> => {
  await verifyOrganisationsOfA(theatre.registry, scene.claimOfA);
  return scene.organised;
};

/** Mutations about organisations. A owns one of each kind. */
export const EXPECTED_ORGANISING: Readonly<Record<string, ExpectedMutation>> = {
  createOrganisation: {
    input: async (stage) => {
      await verified(stage);
      return { name: ' Makers  of maps ', kind: 'COLLECTIVE', claim: stage.scene.claimOfA.id };
    },
    cells: ONLY_A,
    payload: () => ({ organisation: { name: 'Makers of maps', kind: 'COLLECTIVE', state: 'VERIFIED' } }),
  },
  verifyOrganisation: {
    input: async (stage) => {
      const { collective } = await verified(stage);
      return { organisation: collective.id, claim: stage.scene.claimOfA.id };
    },
    cells: ONLY_A,
    payload: (stage) => ({ organisation: { ...organisationOf(stage), state: 'VERIFIED' } }),
  },
  inviteStaff: {
    input: ({ scene }) => ({
      organisation: scene.organised.collective.id,
      email: 'colleague@example.org',
      role: 'VIEWER',
    }),
    cells: ONLY_A,
    payload: (stage) => ({ organisation: organisationOf(stage) }),
  },
  answerInvitation: {
    input: async ({ theatre: { registry }, scene }) => {
      const { id, email } = scene.people.artistA.account;
      await registry.store.accounts.update(id, { emailConfirmedAt: registry.clock() });
      await registry.store.organisations.invite({
        organisationId: scene.organised.platform.id,
        email: email ?? '',
        role: 'owner',
        invitedAt: registry.clock(),
        expiresAt: new Date('2030-01-01T00:00:00.000Z'),
      });
      return { organisation: scene.organised.platform.id, accept: true };
    },
    cells: ONLY_A,
    payload: ({ scene }) => ({ organisation: { id: scene.organised.platform.id } }),
  },
  changeStaff: {
    input: ({ scene }) => ({
      organisation: scene.organised.collective.id,
      account: scene.people.artistA.account.id,
      role: 'OWNER',
    }),
    cells: ONLY_A,
    payload: (stage) => ({ organisation: organisationOf(stage) }),
  },
  sayForMembers: {
    input: async (stage) => {
      const { collective } = await verified(stage);
      return { organisation: collective.id, use: 'TRAIN_AI', preference: 'DENY' };
    },
    cells: ONLY_A,
    payload: (stage) => ({
      statement: {
        subjectKind: 'ACCOUNT',
        basis: 'MANDATE',
        capacity: 'AGENT',
        preference: 'DENY',
        organisation: organisationOf(stage),
      },
    }),
  },
  addMembers: {
    input: async (stage) => {
      const { collective } = await verified(stage);
      const member = { reference: 'M-2', email: 'new@example.org', address: 'https://shop.example/1.png' };
      return { organisation: collective.id, members: [member, { reference: 'M-3' }] };
    },
    cells: ONLY_A,
    payload: () => ({ results: [{ status: 'ADDED', problem: null }, { status: 'REFUSED' }] }),
  },
  passOnNoes: {
    input: async (stage) => {
      const { platform } = await verified(stage);
      const address = `https://${domainOf('a', stage.scene.number)}/1.png`;
      return { organisation: platform.id, noes: [{ reference: '17', address }] };
    },
    cells: ONLY_A,
    payload: () => ({ results: [{ status: 'ADDED' }] }),
  },
  removeMember: {
    input: ({ scene: { organised } }) => ({
      organisation: organised.collective.id,
      member: organised.member.id,
    }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ member: { id: scene.organised.member.id } }),
  },
  revokeMandate: {
    input: ({ scene }) => ({ mandate: scene.organised.mandateOfA }),
    cells: ONLY_A,
    payload: ({ scene }) => ({ mandate: { id: scene.organised.mandateOfA, revokedBy: 'MEMBER' } }),
  },
  answerMembership: {
    input: ({ scene }) => ({ token: scene.organised.member.token, answer: 'NO_MORE_MAIL' }),
    cells: 'P P P P P P X F',
    changesOnlyOwn: true,
    payload: () => ({ membership: { refusesMail: true, saysNo: false } }),
  },
  suspendOrganisation: {
    input: ({ scene }) => ({ organisation: scene.organised.collective.id, reason: 'ABUSE' }),
    cells: 'U F F F P P X F',
    payload: (stage) => ({ organisation: { ...organisationOf(stage), state: 'SUSPENDED' } }),
  },
};
