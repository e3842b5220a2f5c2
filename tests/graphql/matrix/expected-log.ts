import { expect } from '@jest/globals';
import { TEST_ORIGIN } from '../../support/test-log.js';
import type { ExpectedObject } from './expected-object.js';
import { CONTINUED } from './theatre.js';
import { a, EVERYBODY } from './expected-object.js';

const START = '2026-11-22T12:00:00.000Z';
const A_SIZE = expect.stringMatching(/^[1-9][0-9]*$/);
const A_NAME = expect.stringMatching(/^[A-Z_]+$/);
const A_HASH = expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/);
const A_STUDIO = expect.stringMatching(/^Studio of A \d+$/);
const A_PROOF = expect.stringMatching(/^c2sp\.org\/tlog-proof@v1\nextra .+\nindex 0\n/);
const FIRST_LEAF = {
  index: '0',
  leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  kind: 'KEY',
  leaf: expect.stringMatching(/^\{"action":"add".*"kind":"key".*\}$/),
  loggedAt: START,
  proof: A_PROOF,
};

/** The log is everybody's to read. */
export const EXPECTED_LOG: Readonly<Record<string, ExpectedObject>> = {
  Log: {
    way: () => ['log'],
    cells: EVERYBODY,
    calls: () => ({
      entry: 'entry(index: "0")',
      entries: 'entries(first: 2)',
      inclusionProof: 'inclusionProof(index: "0", size: "2")',
      consistencyProof: 'consistencyProof(oldSize: "1")',
    }),
    fields: () => ({
      origin: TEST_ORIGIN,
      verifierKeys: [expect.stringMatching(/^registry\.example\/log\+[0-9a-f]{8}\+A.{43}$/)],
      trouble: null,
      continues: [a('LogContinuation')],
      figures: a('Figures'),
      namedBuilders: a('NamedBuilderConnection'),
      namelessRuns: expect.stringMatching(/^\d+$/),
      checkpoint: a('Checkpoint'),
      entry: a('LogEntry'),
      entries: a('LogEntryConnection'),
      inclusionProof: a('InclusionProof'),
      consistencyProof: a('ConsistencyProof'),
    }),
  },
  Figures: {
    way: () => ['log', 'figures'],
    cells: EVERYBODY,
    fields: () => ({
      answers: expect.arrayContaining([a('AnswerCount')]),
      leaves: expect.arrayContaining([a('LeafCount')]),
    }),
  },
  NamedBuilder: {
    way: () => ['log', 'namedBuilders(first: 1)', 'edges', 'node'],
    cells: EVERYBODY,
    fields: () => ({
      ...{ name: A_STUDIO, isProven: false, runs: '1', lastAt: START, rows: '10', denied: '2' },
      latest: [a('NamedRun')],
    }),
  },
  NamedRun: {
    way: () => ['log', 'namedBuilders(first: 1)', 'edges', 'node', 'latest'],
    cells: EVERYBODY,
    fields: () => ({
      ...{ logIndex: A_SIZE, leafHash: FIRST_LEAF.leafHash, statedAt: START, size: A_SIZE },
      ...{ uses: ['TRAIN_AI'], allowed: '1', denied: '2', conditional: '3', unanswered: '4' },
      salt: FIRST_LEAF.leafHash,
    }),
  },
  NamedBuilderConnection: {
    way: () => ['log', 'namedBuilders(first: 1)'],
    cells: EVERYBODY,
    fields: () => ({ edges: [a('NamedBuilderEdge')], pageInfo: a('PageInfo') }),
  },
  NamedBuilderEdge: {
    way: () => ['log', 'namedBuilders(first: 1)', 'edges'],
    cells: EVERYBODY,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('NamedBuilder') }),
  },
  RunsWithAnswer: {
    way: (scene) => [`statement(id: "${scene.noOfA}")`, 'runs'],
    cells: EVERYBODY,
    fields: () => ({ runs: A_SIZE, builders: expect.arrayContaining([a('BuilderRuns')]) }),
  },
  BuilderRuns: {
    way: (scene) => [`statement(id: "${scene.noOfA}")`, 'runs', 'builders'],
    cells: EVERYBODY,
    fields: () => ({ name: A_STUDIO, isProven: false, runs: A_SIZE }),
  },
  AnswerCount: {
    way: () => ['log', 'figures', 'answers'],
    cells: EVERYBODY,
    fields: () => ({ use: A_NAME, preference: A_NAME, count: A_SIZE }),
  },
  LeafCount: {
    way: () => ['log', 'figures', 'leaves'],
    cells: EVERYBODY,
    fields: () => ({ month: '2026-11-01', kind: A_NAME, count: A_SIZE }),
  },
  LogContinuation: {
    way: () => ['log', 'continues'],
    cells: EVERYBODY,
    fields: () => ({
      origin: CONTINUED.origin,
      size: String(CONTINUED.size),
      root: CONTINUED.root,
      held: String(CONTINUED.held),
    }),
  },
  Checkpoint: {
    way: () => ['log', 'checkpoint'],
    cells: EVERYBODY,
    fields: () => ({
      size: A_SIZE,
      root: A_HASH,
      note: expect.stringMatching(/^registry\.example\/log\n[0-9]+\n.{44}\n\n— registry\.example\/log .+\n$/),
      signedAt: expect.stringMatching(/Z$/),
    }),
  },
  LogEntry: { way: () => ['log', 'entry(index: "0")'], cells: EVERYBODY, fields: () => FIRST_LEAF },
  LogEntryConnection: {
    way: () => ['log', 'entries(first: 2)'],
    cells: EVERYBODY,
    fields: () => ({ edges: [a('LogEntryEdge'), a('LogEntryEdge')], pageInfo: a('PageInfo') }),
  },
  LogEntryEdge: {
    way: () => ['log', 'entries(first: 2)', 'edges'],
    cells: EVERYBODY,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('LogEntry') }),
  },
  InclusionProof: {
    way: () => ['log', 'inclusionProof(index: "0", size: "2")'],
    cells: EVERYBODY,
    fields: () => ({ index: '0', size: '2', leafHash: FIRST_LEAF.leafHash, hashes: [A_HASH], root: A_HASH }),
  },
  ConsistencyProof: {
    way: () => ['log', 'consistencyProof(oldSize: "1", newSize: "2")'],
    cells: EVERYBODY,
    fields: () => ({ oldSize: '1', newSize: '2', hashes: [A_HASH], oldRoot: A_HASH, newRoot: A_HASH }),
  },
};
