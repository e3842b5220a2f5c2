import { expect } from '@jest/globals';
import type { ExpectedObject } from './expected-object.js';
import { a, EVERYBODY } from './expected-object.js';
import type { Scene } from './scene.js';
import { domainOf } from './scene.js';

const START = '2026-11-22T12:00:00.000Z';
const LATER = '2030-01-01T00:00:00.000Z';

/** Of A, who works there, in a browser. */
const STAFF = '0 v - - - - X F';

const ofAll = ({ organised }: Scene): string => `organisation(id: "${organised.collective.id}")`;
const byLink = ({ organised }: Scene): string => `membership(token: "${organised.member.token}")`;

export const EXPECTED_ORGANISATIONS: Readonly<Record<string, ExpectedObject>> = {
  Organisation: {
    way: (scene) => [ofAll(scene)],
    cells: EVERYBODY,
    fields: ({ organised: { collective }, number }) => ({
      id: collective.id,
      kind: 'COLLECTIVE',
      name: collective.name,
      state: 'UNVERIFIED',
      domain: domainOf('a', number),
      verifiedBy: null,
      verifiedAt: null,
      createdAt: START,
      members: 0,
      answers: [],
    }),
  },
  OrganisationConnection: {
    way: () => ['organisations(first: 1)'],
    cells: EVERYBODY,
    fields: () => ({ edges: [a('OrganisationEdge')], pageInfo: a('PageInfo') }),
  },
  OrganisationEdge: {
    way: () => ['organisations(first: 1)', 'edges'],
    cells: EVERYBODY,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Organisation') }),
  },
  OrganisationDesk: {
    way: () => ['viewer', 'organisations'],
    cells: STAFF,
    fields: () => ({
      organisation: a('Organisation'),
      role: 'OWNER',
      staff: [a('Colleague')],
      invitations: [a('StaffInvitation')],
      counts: a('MemberCounts'),
      members: a('MemberConnection'),
    }),
  },
  Colleague: {
    way: () => ['viewer', 'organisations', 'staff'],
    cells: STAFF,
    fields: ({ people: { artistA } }) => ({
      account: artistA.account.id,
      email: artistA.account.email,
      role: 'OWNER',
      since: START,
    }),
  },
  StaffInvitation: {
    way: () => ['viewer', 'organisations', 'invitations'],
    cells: STAFF,
    fields: ({ number }) => ({
      organisation: a('Organisation'),
      email: `invited-${number}@example.org`,
      role: 'EDITOR',
      expiresAt: LATER,
    }),
  },
  MemberCounts: {
    way: () => ['viewer', 'organisations', 'counts'],
    cells: STAFF,
    fields: () => ({ members: 0, confirmed: 0, left: 1, claims: 0 }),
  },
  MemberConnection: {
    way: () => ['viewer', 'organisations', 'members'],
    cells: STAFF,
    fields: () => ({ edges: [a('MemberEdge')], pageInfo: a('PageInfo') }),
  },
  MemberEdge: {
    way: () => ['viewer', 'organisations', 'members', 'edges'],
    cells: STAFF,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Member') }),
  },
  Member: {
    way: () => ['viewer', 'organisations', 'members', 'edges', 'node'],
    cells: STAFF,
    fields: ({ organised: { member } }) => ({
      id: member.id,
      reference: 'M-1',
      name: 'A member',
      email: member.email,
      createdAt: START,
      toldAt: START,
      leftAt: START,
      mandates: [a('Mandate')],
    }),
  },
  GivenMandate: {
    way: () => ['viewer', 'mandates'],
    cells: '0 v - - - - X v',
    fields: () => ({ organisation: a('Organisation'), mandate: a('Mandate') }),
  },
  Mandate: {
    way: (scene) => [byLink(scene), 'mandates'],
    cells: EVERYBODY,
    fields: () => ({
      id: expect.stringMatching(/./),
      grade: 'ATTESTED',
      grantedAt: START,
      expiresAt: LATER,
      revokedAt: START,
      revokedBy: 'MEMBER',
    }),
  },
  Membership: {
    way: (scene) => [byLink(scene)],
    cells: EVERYBODY,
    fields: () => ({
      organisation: a('Organisation'),
      mandates: [a('Mandate')],
      name: 'A member',
      leftAt: START,
      saysNo: false,
      refusesMail: false,
      addresses: [],
    }),
  },
};
