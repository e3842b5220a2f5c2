import { expect } from '@jest/globals';
import { bytesToHex } from '@noble/hashes/utils.js';
import { personOf } from './cast.js';
import type { ExpectedObject } from './expected-object.js';
import { a, EVERYBODY } from './expected-object.js';
import type { Scene } from './scene.js';
import { domainOf } from './scene.js';
import { DATASET, ENTRY, INGESTION, LOOK } from './theatre.js';

const START = '2026-11-22T12:00:00.000Z';
const USES = ['TEXT_AND_DATA_MINING', 'TRAIN_AI', 'TRAIN_GENERATIVE_AI', 'AI_INFERENCE', 'SEARCH'];
const SEARCH = 'searchEntries(input: { host: "pictures.example" })';
const ENTRY_ID = `${DATASET.slug}:${bytesToHex(ENTRY.rowId)}`;
const NEAR = `searchByMeaning(input: { entry: "${ENTRY_ID}" })`;
const NEAREST = '... on MeaningMatches';
const FOUND = '... on EntryConnection';
const ONE_DATASET = `dataset(slug: "${DATASET.slug}")`;
const BY_PICTURE = `searchByPicture(input: { entry: "${ENTRY_ID}" })`;
const MATCHED = '... on PictureMatches';
const TOGETHER = `searchTogether(input: { entry: "${ENTRY_ID}" })`;
const REPORT = 'catalogueReport(subjects: ["pictures.example"])';
const REPORTED = '... on CatalogueReport';
const FUSED = '... on TogetherMatches';
const PREVIEW = `previewConsent(input: { declare: { kind: URL, address: "${ENTRY.url}", answers: [{ use: TRAIN_AI, preference: DENY }], capacity: AUTHOR } })`;
const PREVIEWED = '... on ConsentPreview';
/** Whoever is signed in, by a session or with a key that may declare. */
const WHOEVER_DECLARES = 'U v v v v v X F';
const NOT_FOR_A_READ_KEY = 'v v v v v v X F';

const pictureOfA = ({ number }: Scene): string => `https://${domainOf('a', number)}/work/1.jpg`;
const check = (scene: Scene): string =>
  `checkConsent(input: { items: [{ url: "${pictureOfA(scene)}" }], uses: [TRAIN_AI] })`;
const statementsAbout = (scene: Scene): string =>
  `statements(subject: { kind: URL, address: "${pictureOfA(scene)}" })`;
const statementOfA = ({ statementOfA: { id } }: Scene): string => `statement(id: "${id}")`;

/** What anybody may read, except that a key reads nothing beyond its scopes. */
export const EXPECTED_PUBLIC: Readonly<Record<string, ExpectedObject>> = {
  Query: {
    way: () => [],
    cells: EVERYBODY,
    but: {
      checkConsent: NOT_FOR_A_READ_KEY,
      claim: 'U v 0 0 v v X v',
      work: 'U v 0 0 v v X v',
      dispute: 'U v v 0 v v X v',
      collection: 'U v 0 0 0 0 X v',
      auditTrail: 'U F F F v v X F',
      disputes: 'U F F F v v X F',
      case: 'U F F F v v X F',
      moderationQueue: 'U F F F v v X F',
      previewConsent: WHOEVER_DECLARES,
      queueLoad: 'U F F F v v X F',
      findings: 'U F F F v v X F',
      decisions: 'U F F F v v X F',
      viewer: '0 v v v v v X v',
    },
    calls: (scene) => ({
      decisions: 'decisions(by: DAY)',
      findings: `findings(of: "claim:${scene.claimOfA.id}")`,
      checkConsent: check(scene),
      previewConsent: PREVIEW,
      dataset: ONE_DATASET,
      claim: `claim(id: "${scene.claimOfA.id}")`,
      dispute: `dispute(id: "${scene.dispute.id}")`,
      case: `case(id: "claim:${scene.claimOfA.id}")`,
      work: `work(id: "${scene.workOfA.id}")`,
      collection: `collection(id: "${scene.collectionOfA.id}")`,
      entry: `entry(id: "${ENTRY_ID}")`,
      entries: `entries(ids: ["${ENTRY_ID}"])`,
      searchByPicture: BY_PICTURE,
      searchTogether: TOGETHER,
      catalogueReport: REPORT,
      searchByMeaning: NEAR,
      searchEntries: SEARCH,
      statement: statementOfA(scene),
      organisation: `organisation(id: "${scene.organised.collective.id}")`,
      membership: `membership(token: "${scene.organised.member.token}")`,
      statements: statementsAbout(scene),
    }),
    fields: () => ({
      checkConsent: a('ConsentReport'),
      claim: a('Claim'),
      work: a('Work'),
      dispute: a('DisputeFile'),
      collection: a('Collection'),
      dataset: a('Dataset'),
      datasets: [a('Dataset')],
      auditTrail: a('AuditEventConnection'),
      disputes: a('DisputeConnection'),
      given: a('StatementConnection'),
      entry: a('Entry'),
      log: a('Log'),
      previewConsent: a('ConsentPreview'),
      moderationQueue: a('CaseConnection'),
      case: a('Case'),
      queueLoad: expect.arrayContaining([a('QueueLoad')]),
      findings: [a('SideFindings')],
      decisions: expect.arrayContaining([a('DecidedThen')]),
      registry: a('Registry'),
      entries: [a('Entry')],
      searchByPicture: a('PictureMatches'),
      searchTogether: a('TogetherMatches'),
      catalogueReport: a('CatalogueReport'),
      searchByMeaning: a('MeaningMatches'),
      searchEntries: a('EntryConnection'),
      statement: a('Statement'),
      organisation: a('Organisation'),
      organisations: a('OrganisationConnection'),
      membership: a('Membership'),
      statements: a('StatementConnection'),
      viewer: a('Account'),
    }),
  },
  Registry: {
    way: () => ['registry'],
    cells: EVERYBODY,
    fields: () => ({
      name: 'Assent',
      logSize: expect.stringMatching(/^[1-9][0-9]*$/),
      mailEnabled: true,
      signInProviders: [a('SignInProvider')],
      isDemo: false,
      rulesVersion: 1,
      canonicalUrlVersion: 1,
      uses: USES,
      meaning: a('MeaningStatus'),
    }),
  },
  SignInProvider: {
    way: () => ['registry', 'signInProviders'],
    cells: EVERYBODY,
    fields: () => ({ id: 'studio', name: 'Studio' }),
  },
  MeaningStatus: {
    way: () => ['registry', 'meaning'],
    cells: EVERYBODY,
    fields: () => ({
      state: 'OFF',
      model: null,
      trainedOn: null,
      message: 'Search by meaning is off.',
      nextStep: 'Set ASSENT_MEANING_MODEL.',
    }),
  },
  MeaningMatches: {
    way: () => [NEAR, NEAREST],
    cells: EVERYBODY,
    fields: () => ({
      matches: [a('MeaningMatch')],
      model: 'ViT-B/32',
      revision: 'openai',
      searched: a('Searched'),
      vectorsSearched: '1',
    }),
  },
  MeaningMatch: {
    way: () => [NEAR, NEAREST, 'matches'],
    cells: EVERYBODY,
    fields: () => ({ entry: a('Entry'), similarity: 1, method: 'EXACT' }),
  },
  Dataset: {
    way: () => ['datasets'],
    cells: EVERYBODY,
    fields: () => ({
      ...DATASET,
      medium: 'IMAGE',
      isOpen: true,
      rowsHeld: '1',
      rowsPublished: '4',
      createdAt: START,
      vectors: [a('DatasetVectors')],
      pictures: a('DatasetPictures'),
      facets: a('SearchFacets'),
      files: a('DatasetFileConnection'),
    }),
  },
  CatalogueReport: {
    way: () => [REPORT, REPORTED],
    cells: EVERYBODY,
    fields: () => ({
      lines: [a('ReportLine')],
      searched: a('Searched'),
      askedAt: expect.stringMatching(/Z$/),
    }),
  },
  ReportLine: {
    way: () => [REPORT, REPORTED, 'lines'],
    cells: EVERYBODY,
    fields: () => ({
      subject: 'pictures.example',
      kind: 'PLACE',
      rows: '1',
      pictures: '1',
      areEstimates: false,
      counts: [a('ReportCount')],
      artists: 0,
      claimed: [],
      matched: [],
    }),
  },
  ReportCount: {
    way: () => [REPORT, REPORTED, 'lines', 'counts'],
    cells: EVERYBODY,
    fields: () => ({ dataset: a('Dataset'), rows: '1', pictures: '1', areEstimates: false }),
  },
  DatasetVectors: {
    way: () => [ONE_DATASET, 'vectors'],
    cells: EVERYBODY,
    fields: () => ({ model: 'ViT-B/32', revision: 'openai', dimensions: 1, rows: '1' }),
  },
  DatasetPictures: {
    way: () => [ONE_DATASET, 'pictures'],
    cells: EVERYBODY,
    fields: () => ({ read: '1', missed: '0' }),
  },
  DatasetFileConnection: {
    way: () => [ONE_DATASET, 'files'],
    cells: EVERYBODY,
    fields: () => ({ edges: [a('DatasetFileEdge')], pageInfo: a('PageInfo') }),
  },
  DatasetFileEdge: {
    way: () => [ONE_DATASET, 'files', 'edges'],
    cells: EVERYBODY,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('DatasetFile') }),
  },
  DatasetFile: {
    way: () => [ONE_DATASET, 'files', 'edges', 'node'],
    cells: EVERYBODY,
    fields: () => ({
      id: INGESTION.id,
      name: INGESTION.fileName,
      rowsRead: '3',
      rowsAdded: '1',
      rowsKnown: '0',
      rejected: [a('RejectedRows')],
      startedAt: START,
      finishedAt: null,
    }),
  },
  RejectedRows: {
    way: () => [ONE_DATASET, 'files', 'edges', 'node', 'rejected'],
    cells: EVERYBODY,
    fields: () => ({ reason: 'empty', rows: 2 }),
  },
  EntryConnection: {
    way: () => [SEARCH, FOUND],
    cells: EVERYBODY,
    fields: () => ({
      edges: [a('EntryEdge')],
      pageInfo: a('PageInfo'),
      searched: a('Searched'),
      foundBy: 'ASKED',
      widenings: [],
      suggestions: [],
      hasUnseen: false,
      facets: a('SearchFacets'),
    }),
  },
  SearchWidening: {
    way: () => ['searchEntries(input: { words: "acuarelas" })', FOUND, 'widenings'],
    cells: EVERYBODY,
    fields: () => ({ typed: 'acuarelas', also: expect.arrayContaining(['watercolor']), hasOwnNames: false }),
  },
  SearchFacets: {
    way: () => [SEARCH, FOUND, 'facets'],
    cells: EVERYBODY,
    fields: () => ({
      hits: '1',
      areEstimates: false,
      datasets: [a('DatasetCount')],
      hosts: [a('HostCount')],
      sizes: [a('SizeCount')],
      aesthetic: [a('ScoreCount')],
    }),
  },
  DatasetCount: {
    way: () => [SEARCH, FOUND, 'facets', 'datasets'],
    cells: EVERYBODY,
    fields: () => ({ dataset: a('Dataset'), count: '1' }),
  },
  HostCount: {
    way: () => [SEARCH, FOUND, 'facets', 'hosts'],
    cells: EVERYBODY,
    fields: () => ({ host: 'pictures.example', count: '1' }),
  },
  SizeCount: {
    way: () => [SEARCH, FOUND, 'facets', 'sizes'],
    cells: EVERYBODY,
    fields: () => ({ size: 'MEDIUM', count: '1' }),
  },
  ScoreCount: {
    way: () => [SEARCH, FOUND, 'facets', 'aesthetic'],
    cells: EVERYBODY,
    fields: () => ({ from: 6, count: '1' }),
  },
  EntryEdge: {
    way: () => [SEARCH, FOUND, 'edges'],
    cells: EVERYBODY,
    fields: () => ({ cursor: expect.stringMatching(/./), node: a('Entry') }),
  },
  PageInfo: {
    way: () => [SEARCH, FOUND, 'pageInfo'],
    cells: EVERYBODY,
    fields: () => ({ endCursor: expect.stringMatching(/./), hasNextPage: false }),
  },
  Searched: {
    way: () => [SEARCH, FOUND, 'searched'],
    cells: EVERYBODY,
    fields: () => ({ datasets: [a('Dataset')], rowsHeld: '1', rowsPublished: '4', share: 0.25 }),
  },
  Entry: {
    way: () => [`entry(id: "${ENTRY_ID}")`],
    cells: EVERYBODY,
    fields: () => ({
      id: ENTRY_ID,
      dataset: a('Dataset'),
      url: ENTRY.url,
      host: 'pictures.example',
      caption: ENTRY.caption,
      author: ENTRY.author,
      width: ENTRY.width,
      height: ENTRY.height,
      language: ENTRY.language,
      licence: ENTRY.licence,
      similarity: ENTRY.similarity,
      aesthetic: ENTRY.aesthetic,
      unsafeProbability: ENTRY.punsafe,
      watermarkProbability: ENTRY.pwatermark,
      isHidden: false,
      isRated: true,
      isReported: false,
      thumbnailUrl: `/thumbnails/${encodeURIComponent(ENTRY_ID)}?edge=320`,
      picture: a('EntryPicture'),
      similar: [],
      answers: USES.map(() => a('UseAnswer')),
    }),
  },
  EntryPicture: {
    way: () => [`entry(id: "${ENTRY_ID}")`, 'picture'],
    cells: EVERYBODY,
    fields: () => ({
      lookedAt: START,
      origin: 'ADDRESS',
      problem: null,
      isAnother: true,
      width: 320,
      height: 240,
      sha256: bytesToHex(LOOK.picture.sha256),
      pdq: bytesToHex(LOOK.picture.whole.hash),
      quality: 90,
    }),
  },
  PictureMatches: {
    way: () => [BY_PICTURE, MATCHED],
    cells: EVERYBODY,
    fields: () => ({
      matches: [a('PictureMatch')],
      matchesHidden: 0,
      picture: a('SearchedPicture'),
      searched: a('Searched'),
      rowsFingerprinted: '1',
    }),
  },
  PictureMatch: {
    way: () => [BY_PICTURE, MATCHED, 'matches'],
    cells: EVERYBODY,
    fields: () => ({
      entry: a('Entry'),
      likeness: 'SAME_PICTURE',
      distance: 0,
      orientation: 'UPRIGHT',
      partsCompared: null,
      partsAlike: null,
    }),
  },
  TogetherMatches: {
    way: () => [TOGETHER, FUSED],
    cells: EVERYBODY,
    fields: () => ({
      matches: [a('FusedMatch')],
      ways: [a('WayTaken'), a('WayTaken')],
      looked: a('CandidateLooks'),
      searched: a('Searched'),
    }),
  },
  CandidateLooks: {
    way: () => [TOGETHER, FUSED, 'looked'],
    cells: EVERYBODY,
    fields: () => ({ read: 0, missed: 0, left: 0 }),
  },
  FusedMatch: {
    way: () => [TOGETHER, FUSED, 'matches'],
    cells: EVERYBODY,
    fields: () => ({ entry: a('Entry'), score: expect.closeTo(1 / 61), reasons: [a('FoundReason')] }),
  },
  FoundReason: {
    way: () => [TOGETHER, FUSED, 'matches', 'reasons'],
    cells: EVERYBODY,
    fields: () => ({
      way: 'LIKENESS',
      rank: 1,
      similarity: null,
      meaning: null,
      likeness: 'SAME_PICTURE',
      distance: 0,
      orientation: 'UPRIGHT',
      partsCompared: null,
      partsAlike: null,
    }),
  },
  WayTaken: {
    way: () => [TOGETHER, FUSED, 'ways'],
    cells: EVERYBODY,
    fields: () => ({ way: 'LIKENESS', found: 1, obstacle: null, nextStep: null }),
  },
  SearchedPicture: {
    way: () => [BY_PICTURE, MATCHED, 'picture'],
    cells: EVERYBODY,
    fields: () => ({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      width: 320,
      height: 240,
      pdq: bytesToHex(LOOK.picture.whole.hash),
      quality: 90,
      isPlain: false,
    }),
  },
  UseAnswer: {
    way: () => [`entry(id: "${ENTRY_ID}")`, 'answers'],
    cells: EVERYBODY,
    fields: () => ({ use: 'TEXT_AND_DATA_MINING', decision: 'UNKNOWN', assurance: null }),
  },
  Statement: {
    way: (scene) => [statementOfA(scene)],
    cells: EVERYBODY,
    fields: (scene, part) => ({
      id: scene.statementOfA.id,
      logIndex: expect.stringMatching(/^[0-9]+$/),
      claimant: scene.people.artistA.account.pseudonym,
      capacity: 'AUTHOR',
      subjectKind: 'URL',
      subjectDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      address: `${domainOf('a', scene.number)}/work/1.jpg`,
      use: 'TRAIN_AI',
      preference: 'CONDITIONAL',
      terms: a('Terms'),
      opening: a('Opening'),
      organisation: null,
      runs: a('RunsWithAnswer'),
      basis: 'OWN_RIGHT',
      ownWorks: true,
      reservesRights: true,
      assurance: 'ASSERTED',
      standsNow: false,
      statedAt: START,
      expiresAt: '2030-01-01T00:00:00.000Z',
      withdrawnAt: START,
      supersededBy: scene.statementOfA.supersededBy,
      isMine: personOf(part) === 'artistA',
      isSetAside: false,
      heardFrom: null,
      work: null,
      disputes: [],
      leaf: expect.stringMatching(/^\{.*"kind":"statement".*\}$/),
      proof: expect.stringMatching(/^c2sp\.org\/tlog-proof@v1\nextra .+\nindex [0-9]+\n/),
    }),
  },
  Terms: {
    way: (scene) => [statementOfA(scene), 'terms'],
    cells: EVERYBODY,
    fields: () => ({
      licenceUrl: 'https://terms.example/',
      credit: 'By A',
      feeUrl: 'https://pay.example/',
      contact: 'A',
    }),
  },
  Opening: {
    way: (scene) => [statementOfA(scene), 'opening'],
    cells: EVERYBODY,
    fields: () => ({
      text: expect.stringMatching(/^\{"submitted":".+","terms":\{"contact":"A".*\},"v":1\}$/),
      salt: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    }),
  },
  ConsentReport: {
    way: (scene) => [check(scene)],
    cells: NOT_FOR_A_READ_KEY,
    fields: () => ({
      answers: [a('ConsentAnswer')],
      moment: START,
      answeredAt: START,
      logSize: expect.stringMatching(/^[1-9][0-9]*$/),
      rulesVersion: 1,
      canonicalUrlVersion: 1,
    }),
  },
  ConsentPreview: {
    way: () => [PREVIEW, PREVIEWED],
    cells: WHOEVER_DECLARES,
    fields: () => ({
      datasets: [a('PreviewedDataset')],
      countsNow: true,
      nextStep: expect.stringMatching(/^Your no counts now/),
      logSize: expect.stringMatching(/^[1-9][0-9]*$/),
    }),
  },
  PreviewedDataset: {
    way: () => [PREVIEW, PREVIEWED, 'datasets'],
    cells: WHOEVER_DECLARES,
    fields: () => ({
      dataset: a('Dataset'),
      entries: 1,
      isAtLeast: false,
      lookedAt: 1,
      turns: [a('PreviewedTurn')],
      turnsOnceShown: null,
    }),
  },
  PreviewedTurn: {
    way: () => [PREVIEW, PREVIEWED, 'datasets', 'turns'],
    cells: WHOEVER_DECLARES,
    fields: () => ({ use: 'TRAIN_AI', from: 'UNKNOWN', to: 'DENIED', entries: 1 }),
  },
  ConsentAnswer: {
    way: (scene) => [check(scene), 'answers'],
    cells: NOT_FOR_A_READ_KEY,
    fields: (scene) => ({
      url: pictureOfA(scene),
      canonicalUrl: `${domainOf('a', scene.number)}/work/1.jpg`,
      notAnswered: null,
      decisions: [a('ItemDecision')],
    }),
  },
  ItemDecision: {
    way: (scene) => [check(scene), 'answers', 'decisions'],
    cells: NOT_FOR_A_READ_KEY,
    fields: () => ({
      use: 'TRAIN_AI',
      decision: 'DENIED',
      assurance: 'ASSERTED',
      mandate: null,
      decidedBy: [a('DecidingStatement')],
      notCounted: [a('NotCountedStatement')],
    }),
  },
  DecidingStatement: {
    way: (scene) => [check(scene), 'answers', 'decisions', 'decidedBy'],
    cells: NOT_FOR_A_READ_KEY,
    fields: () => ({ reason: 'decides', via: 'exact', statement: a('Statement') }),
  },
  NotCountedStatement: {
    way: (scene) => [check(scene), 'answers', 'decisions', 'notCounted'],
    cells: NOT_FOR_A_READ_KEY,
    fields: () => ({ reason: expect.stringMatching(/^[a-z-]+$/), statement: a('Statement') }),
  },
};
