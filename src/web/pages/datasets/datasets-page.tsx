import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Facts } from '../../parts/facts.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useQuestion } from '../../server/use-question.js';
import { DatasetDescription, DatasetTitle } from './dataset-words.js';
import { MeaningNote } from './meaning-note.js';
import { DatasetsQuery } from './operations.js';
import { useHeldFacts } from './use-held-facts.js';

/** What can be searched here, and how large a part of what was published that is. */
export function DatasetsPage() {
  const { words } = useLanguage();
  const [state, again] = useQuestion({ query: DatasetsQuery });
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.datasets.title}>{words.datasets.title}</PageTitle>
      <p className="lead">{words.datasets.lead}</p>
      <Answered
        state={state}
        waiting={<SkeletonLines lines={6} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ datasets, registry }) => (
          <div>
            {datasets.length === 0 && <p className="soft">{words.datasets.none}</p>}
            {datasets.map((dataset) => (
              <DatasetSection key={dataset.slug} dataset={dataset} />
            ))}
            <MeaningNote meaning={registry.meaning} />
          </div>
        )}
      </Answered>
    </div>
  );
}

type ListedDataset = ResultOf<typeof DatasetsQuery>['datasets'][number];

function DatasetSection({ dataset }: { dataset: ListedDataset }) {
  const { words } = useLanguage();
  const held = useHeldFacts(dataset);
  return (
    <section className="section">
      <h2>
        <Link to={`/datasets/${encodeURIComponent(dataset.slug)}`}>
          <DatasetTitle dataset={dataset} />
        </Link>
      </h2>
      <DatasetDescription dataset={dataset} />
      {!dataset.isOpen && <p className="soft">{words.datasets.filling}</p>}
      <Facts facts={[[words.datasets.medium, words.datasets.media[dataset.medium]], ...held]} />
    </section>
  );
}
