import { expect } from '@jest/globals';
import type { ExpectedObject } from './expected-object.js';
import { a } from './expected-object.js';
import type { Scene } from './scene.js';

const MODERATORS = 'U F F F v v X F';

const findings = ({ workOfA }: Scene): string => `findings(of: "work:${workOfA.id}")`;

/** What moderators are shown beside what waits. */
export const EXPECTED_FINDINGS: Readonly<Record<string, ExpectedObject>> = {
  SideFindings: {
    way: (scene) => [findings(scene)],
    cells: MODERATORS,
    fields: (scene) => ({
      claimId: scene.workOfA.claimId,
      claimant: scene.people.artistA.account.pseudonym.replaceAll('-', ''),
      works: [a('Work')],
      pictures: [a('ComparedPicture')],
      earliest: a('EarliestHolding'),
      names: a('NamesFound'),
      largest: a('LargestOriginal'),
      holdsLargest: false,
      agreeing: a('AgreeingEntries'),
    }),
  },
  ComparedPicture: {
    way: (scene) => [findings(scene), 'pictures'],
    cells: MODERATORS,
    fields: () => ({ entry: a('Entry'), role: 'MATCH', method: 'PARTS', distance: 40 }),
  },
  EarliestHolding: {
    way: (scene) => [findings(scene), 'earliest'],
    cells: MODERATORS,
    fields: () => ({ dataset: a('Dataset'), releasedBy: '2026-11-30', undated: 0 }),
  },
  NamesFound: {
    way: (scene) => [findings(scene), 'names'],
    cells: MODERATORS,
    fields: () => ({
      captions: 1,
      hasOwnNames: expect.any(Boolean),
      own: 0,
      others: [a('CaptionedName')],
    }),
  },
  CaptionedName: {
    way: (scene) => [findings(scene), 'names', 'others'],
    cells: MODERATORS,
    fields: () => ({ name: 'a maker', captions: 1 }),
  },
  LargestOriginal: {
    way: (scene) => [findings(scene), 'largest'],
    cells: MODERATORS,
    fields: () => ({ own: a('PixelSize'), held: a('PixelSize'), heldBy: a('Entry') }),
  },
  PixelSize: {
    way: (scene) => [findings(scene), 'largest', 'own'],
    cells: MODERATORS,
    fields: () => ({ width: 640, height: 480 }),
  },
  AgreeingEntries: {
    way: (scene) => [findings(scene), 'agreeing'],
    cells: MODERATORS,
    fields: () => ({ entries: 1, datasets: 1, ofWork: 0 }),
  },
  DecidedThen: {
    way: () => ['decisions(by: WEEK)'],
    cells: MODERATORS,
    fields: () => ({
      from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      count: expect.any(Number),
      reasons: expect.any(Array),
    }),
  },
  ReasonCount: {
    way: () => ['decisions(by: WEEK)', 'reasons'],
    cells: MODERATORS,
    fields: () => ({ reason: expect.stringMatching(/^[a-z-]+$/), count: expect.any(Number) }),
  },
};
