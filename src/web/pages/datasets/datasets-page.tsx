import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Facts } from '../../parts/facts.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { WebLink } from '../../parts/web-link.js';
import { type RowCounts, shareHeld } from '../../search/share-held.js';

const DatasetsQuery = graphql(`
  query Datasets {
    datasets {
      slug
      title
      description
      licence
      isDemo
      rowsHeld
      rowsPublished
      createdAt
    }
  }
`);

export function DatasetsPage() {
  const { words, formats } = useLanguage();
  const [state, again] = useQuery({ query: DatasetsQuery });
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
        {({ datasets }) =>
          datasets.length === 0 ? (
            <p className="soft">{words.datasets.none}</p>
          ) : (
            <div>
              {datasets.map((dataset) => (
                <section key={dataset.slug} className="section">
                  <h2>{dataset.isDemo ? words.home.demoTitle : <ForeignText text={dataset.title} />}</h2>
                  <Description dataset={dataset} />
                  <Facts
                    facts={[
                      [words.datasets.held, formats.count(dataset.rowsHeld)],
                      [
                        words.datasets.published,
                        dataset.rowsPublished === null
                          ? words.datasets.unknown
                          : formats.count(dataset.rowsPublished),
                      ],
                      [words.datasets.share, shareText(dataset, formats.share)],
                      [
                        words.entry.licence,
                        dataset.licence === null ? null : <WebLink address={dataset.licence} />,
                      ],
                      [words.datasets.since, formats.day(dataset.createdAt)],
                    ]}
                  />
                  <p>
                    <Link to={`/search?dataset=${encodeURIComponent(dataset.slug)}&q=`}>
                      {words.datasets.search}
                    </Link>
                  </p>
                </section>
              ))}
            </div>
          )
        }
      </Answered>
    </div>
  );
}

/** The demo's own says in English what the words of the page say in each language. */
function Description({ dataset }: { dataset: { isDemo: boolean; description: string | null } }) {
  const { words } = useLanguage();
  if (dataset.isDemo) {
    return <p>{words.home.demoNote}</p>;
  }
  return dataset.description === null ? null : (
    <p>
      <ForeignText text={dataset.description} longest={800} />
    </p>
  );
}

function shareText(dataset: RowCounts, format: (part: number) => string): string | null {
  const share = shareHeld(dataset);
  return share === undefined ? null : format(share);
}
