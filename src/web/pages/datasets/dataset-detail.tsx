import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Facts } from '../../parts/facts.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { WebLink } from '../../parts/web-link.js';
import { DatasetFigures } from './dataset-figures.js';
import { DatasetFileList } from './dataset-file-list.js';
import { DatasetDescription, DatasetTitle } from './dataset-words.js';
import type { DatasetQuery } from './operations.js';
import { useHeldFacts } from './use-held-facts.js';

type Dataset = NonNullable<ResultOf<typeof DatasetQuery>['dataset']>;

/** Where a dataset comes from, how much of it is here, and what brought it. */
export function DatasetDetail({ dataset }: { dataset: Dataset }) {
  const { words } = useLanguage();
  return (
    <div className="stack stack--loose">
      <PageTitle
        tab={dataset.isDemo ? words.home.demoTitle : dataset.title}
        over={<Link to="/datasets">{words.datasets.over}</Link>}
      >
        <DatasetTitle dataset={dataset} />
      </PageTitle>
      <DatasetDescription dataset={dataset} />
      {!dataset.isOpen && <Notice tone="care">{words.datasets.filling}</Notice>}
      <DatasetFacts dataset={dataset} />
      <p className="soft">{words.datasets.notAll}</p>
      <div className="row">
        {dataset.isOpen && (
          <ButtonLink look="filled" to={`/search?dataset=${encodeURIComponent(dataset.slug)}&q=`}>
            {words.datasets.search}
          </ButtonLink>
        )}
        {dataset.isOpen && (
          <Link to={`/datasets/${encodeURIComponent(dataset.slug)}/rows`}>{words.datasets.seeRows}</Link>
        )}
        <Link to="/say-no">{words.home.sayNo}</Link>
      </div>
      {dataset.isOpen && dataset.rowsHeld !== '0' && (
        <section className="section">
          <h2>{words.datasets.inside}</h2>
          <DatasetFigures slug={dataset.slug} />
        </section>
      )}
      <section className="section">
        <h2>{words.datasets.files}</h2>
        <DatasetFileList slug={dataset.slug} />
      </section>
    </div>
  );
}

function DatasetFacts({ dataset }: { dataset: Dataset }) {
  const { words, formats } = useLanguage();
  const held = useHeldFacts(dataset);
  const text = (value: string | null) => (value === null ? null : <ForeignText text={value} />);
  const link = (value: string | null) => (value === null ? null : <WebLink address={value} />);
  return (
    <Facts
      facts={[
        [words.datasets.medium, words.datasets.media[dataset.medium]],
        [words.datasets.publisher, text(dataset.publisher)],
        [words.datasets.release, text(dataset.release)],
        [words.datasets.source, link(dataset.sourceUrl)],
        [words.datasets.licence, link(dataset.licence)],
        ...held,
        [words.datasets.vectors, dataset.vectors.length === 0 ? null : <Vectors vectors={dataset.vectors} />],
        [words.datasets.since, formats.day(dataset.createdAt)],
      ]}
    />
  );
}

function Vectors({ vectors }: { vectors: Dataset['vectors'] }) {
  const { words, formats } = useLanguage();
  return vectors.map(({ model, revision, dimensions, rows }) => (
    <div key={`${model} ${revision}`}>
      <ForeignText text={`${model}, ${revision}`} /> ·{' '}
      {words.datasets.vectorsOf(formats.amount(rows), dimensions)}
    </div>
  ));
}
