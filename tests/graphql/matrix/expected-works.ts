import { bytesToHex } from '@noble/hashes/utils.js';
import { expect } from '@jest/globals';
import type { Person } from './cast.js';
import { personOf } from './cast.js';
import type { ExpectedObject } from './expected-object.js';
import { a } from './expected-object.js';
import type { Scene } from './scene.js';
import { domainOf } from './scene.js';
import { ENTRY } from './theatre.js';

const START = '2026-11-22T12:00:00.000Z';
const workOfA = ({ workOfA: { id } }: Scene): string => `work(id: "${id}")`;

const collectionOfA = ({ collectionOfA: { id } }: Scene): string => `collection(id: "${id}")`;

const ONLY_A = 'U v 0 0 0 0 X v';
/** Of A, who shows them to moderators and admins. */
const A_AND_MODERATORS = 'U v 0 0 v v X v';
/** How many works people of a scene have registered. */
const WORKS: Readonly<Partial<Record<Person, number>>> = { artistA: 1 };

export const EXPECTED_WORKS: Readonly<Record<string, ExpectedObject>> = {
  Work: {
    way: (scene) => [workOfA(scene)],
    cells: A_AND_MODERATORS,
    but: { collection: 'U v 0 0 0 0 X v' },
    fields: (scene) => ({
      id: scene.workOfA.id,
      medium: 'IMAGE',
      title: scene.secrets.title,
      width: 640,
      height: 480,
      sha256: bytesToHex(scene.workOfA.sha256 ?? new Uint8Array()),
      pdq: bytesToHex(scene.workOfA.picture?.hash ?? new Uint8Array()),
      isPlain: false,
      identifiers: [a('WorkIdentifier')],
      waitsSince: START,
      createdAt: START,
      claim: a('Claim'),
      locations: [a('WorkLocation')],
      otherHolders: 0,
      matchCounts: [a('WorkMatchCount')],
      matches: a('WorkMatchConnection'),
      meaning: a('WorkMeaning'),
      statements: a('StatementConnection'),
      collection: a('Collection'),
    }),
  },
  WorkIdentifier: {
    way: (scene) => [workOfA(scene), 'identifiers'],
    cells: A_AND_MODERATORS,
    fields: () => ({ kind: 'DOI', value: '10.5555/12345678' }),
  },
  WorkLocation: {
    way: (scene) => [workOfA(scene), 'locations'],
    cells: A_AND_MODERATORS,
    fields: ({ number }) => ({
      url: `https://${domainOf('a', number)}/work.png`,
      canonicalUrl: `${domainOf('a', number)}/work.png`,
    }),
  },
  WorkMeaning: {
    way: (scene) => [workOfA(scene), 'meaning'],
    cells: A_AND_MODERATORS,
    fields: () => ({
      state: 'OFF',
      models: [],
      message: expect.stringMatching(/off/),
      nextStep: expect.stringMatching(/./),
    }),
  },
  WorkMatchCount: {
    way: (scene) => [workOfA(scene), 'matchCounts'],
    cells: A_AND_MODERATORS,
    fields: () => ({ state: 'SUGGESTED', count: 1, unseen: 1 }),
  },
  WorkMatch: {
    way: (scene) => [workOfA(scene), 'matches(first: 1)', 'edges', 'node'],
    cells: A_AND_MODERATORS,
    fields: (scene) => ({
      id: scene.matchOfA.id,
      address: ENTRY.canonical,
      entry: a('Entry'),
      kind: 'PROBABLY_SAME',
      method: 'PARTS',
      distance: 40,
      orientation: 'UPRIGHT',
      partsAlike: 5,
      score: 3.5,
      state: 'SUGGESTED',
      confirmedBy: null,
      foundAt: START,
      decidedAt: null,
      isNew: true,
    }),
  },
  WorkMatchConnection: {
    way: (scene) => [workOfA(scene), 'matches(first: 1)'],
    cells: A_AND_MODERATORS,
    fields: () => ({ edges: [a('WorkMatchEdge')], pageInfo: a('PageInfo') }),
  },
  WorkMatchEdge: {
    way: (scene) => [workOfA(scene), 'matches(first: 1)', 'edges'],
    cells: A_AND_MODERATORS,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('WorkMatch') }),
  },
  Collection: {
    way: (scene) => [collectionOfA(scene)],
    cells: ONLY_A,
    fields: (scene) => ({
      id: scene.collectionOfA.id,
      name: 'Plates',
      answers: [a('CollectionAnswer')],
      createdAt: START,
      counts: a('CollectionCounts'),
      works: a('CollectionWorkConnection'),
    }),
  },
  CollectionAnswer: {
    way: (scene) => [collectionOfA(scene), 'answers'],
    cells: ONLY_A,
    fields: () => ({
      use: 'SEARCH',
      preference: 'CONDITIONAL',
      terms: a('Terms'),
      expiresAt: '2030-01-01T00:00:00.000Z',
    }),
  },
  CollectionCounts: {
    way: (scene) => [collectionOfA(scene), 'counts'],
    cells: ONLY_A,
    fields: () => ({ follows: 1, excepted: 0, waiting: 0 }),
  },
  CollectionWork: {
    way: (scene) => [collectionOfA(scene), 'works(first: 1)', 'edges', 'node'],
    cells: ONLY_A,
    fields: () => ({ work: a('Work'), standing: 'FOLLOWS' }),
  },
  CollectionWorkConnection: {
    way: (scene) => [collectionOfA(scene), 'works(first: 1)'],
    cells: ONLY_A,
    fields: () => ({ edges: [a('CollectionWorkEdge')], pageInfo: a('PageInfo') }),
  },
  CollectionWorkEdge: {
    way: (scene) => [collectionOfA(scene), 'works(first: 1)', 'edges'],
    cells: ONLY_A,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('CollectionWork') }),
  },
  CollectionConnection: {
    way: () => ['viewer', 'collections'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => ({
      edges: personOf(part) === 'artistA' ? [a('CollectionEdge')] : [],
      pageInfo: a('PageInfo'),
    }),
  },
  CollectionEdge: {
    way: () => ['viewer', 'collections(first: 1)', 'edges'],
    cells: '0 v - - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Collection') }),
  },
  WorkConnection: {
    way: () => ['viewer', 'works'],
    cells: '0 v v v v v X v',
    fields: (_scene, part) => {
      const works = WORKS[personOf(part) ?? 'builder'] ?? 0;
      return { edges: Array.from({ length: works }, () => a('WorkEdge')), pageInfo: a('PageInfo') };
    },
  },
  WorkEdge: {
    way: () => ['viewer', 'works(first: 1)', 'edges'],
    cells: '0 v - - - - X v',
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Work') }),
  },
};
