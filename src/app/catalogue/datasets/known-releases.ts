import type { DatasetFacts } from '../../ports/catalogue.js';

type ReleaseFacts = Pick<DatasetFacts, 'publisher' | 'sourceUrl' | 'release' | 'licence' | 'rowsPublished'>;

const LAION = 'LAION';
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
const LAION_5B = {
  publisher: LAION,
  sourceUrl: 'https://laion.ai/blog/laion-5b/',
  release: '2022-03-31',
  licence: CC_BY,
};

/** Facts of well-known releases by how a slug begins, so that a page can say where rows come from and how few are held. */
const RELEASES: readonly (readonly [prefix: string, facts: ReleaseFacts])[] = [
  [
    'laion-400m',
    {
      publisher: LAION,
      sourceUrl: 'https://laion.ai/blog/laion-400-open-dataset/',
      release: '2021-08-20',
      licence: CC_BY,
      rowsPublished: 413_000_000n,
    },
  ],
  ['laion-5b', { ...LAION_5B, rowsPublished: 5_850_000_000n }],
  ['laion-2b-en', { ...LAION_5B, rowsPublished: 2_320_000_000n }],
  ['laion-2b-multi', { ...LAION_5B, rowsPublished: 2_260_000_000n }],
  ['laion-1b-nolang', { ...LAION_5B, rowsPublished: 1_270_000_000n }],
  ['laion-high-resolution', { ...LAION_5B, release: undefined, rowsPublished: 170_000_000n }],
  [
    'laion-aesthetic',
    {
      publisher: LAION,
      sourceUrl: 'https://laion.ai/blog/laion-aesthetics/',
      release: undefined,
      licence: CC_BY,
      rowsPublished: 12_000_000n,
    },
  ],
  [
    'relaion',
    {
      publisher: LAION,
      sourceUrl: 'https://laion.ai/blog/relaion-5b/',
      release: '2024-08-30',
      licence: 'https://www.apache.org/licenses/LICENSE-2.0',
      rowsPublished: 5_526_641_167n,
    },
  ],
  [
    'coyo-700m',
    {
      publisher: 'Kakao Brain',
      sourceUrl: 'https://github.com/kakaobrain/coyo-dataset',
      release: undefined,
      licence: CC_BY,
      rowsPublished: 746_972_269n,
    },
  ],
  [
    'datacomp-1b',
    {
      publisher: 'DataComp',
      sourceUrl: 'https://www.datacomp.ai/',
      release: undefined,
      licence: CC_BY,
      rowsPublished: 1_400_000_000n,
    },
  ],
  [
    'pd12m',
    {
      publisher: 'Spawning',
      sourceUrl: 'https://arxiv.org/abs/2410.23144',
      release: undefined,
      licence: 'https://cdla.dev/permissive-2-0/',
      rowsPublished: 12_400_000n,
    },
  ],
];

/** Facts of the release that a dataset's slug names by its beginning (`laion-400m-sample` is part of LAION-400M). */
export function knownRelease(slug: string): Partial<ReleaseFacts> {
  return RELEASES.find(([prefix]) => slug === prefix || slug.startsWith(`${prefix}-`))?.[1] ?? {};
}
