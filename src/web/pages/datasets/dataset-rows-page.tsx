import { Link, useParams, useSearchParams } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { useQuestion } from '../../server/use-question.js';
import { DatasetRows } from './operations.js';
import { ColumnChoice } from './column-choice.js';
import { readColumns } from './row-columns.js';
import { RowTable } from './row-table.js';

const ROWS = 50;

/** A dataset's rows as they came, with the columns that somebody wants to see. Which ones and where it begins stand in the address. */
export function DatasetRowsPage() {
  const { words } = useLanguage();
  const { slug = '' } = useParams();
  const [params] = useSearchParams();
  const [showsHidden] = useShowsHidden();
  const after = params.get('after');
  const [state, again] = useQuestion({
    query: DatasetRows,
    variables: {
      input: {},
      filter: { datasets: [slug], ...(showsHidden ? { showsHidden } : {}) },
      first: ROWS,
      ...(after === null ? {} : { after }),
    },
  });
  const columns = readColumns(params.get('columns'));
  const nextPath = (cursor: string): string => {
    const next = new URLSearchParams(params);
    next.set('after', cursor);
    return `/datasets/${encodeURIComponent(slug)}/rows?${next.toString()}`;
  };
  return (
    <div className="page stack stack--loose">
      <PageTitle
        tab={`${words.datasets.rows} · ${slug}`}
        over={<Link to={`/datasets/${encodeURIComponent(slug)}`}>{slug}</Link>}
      >
        {words.datasets.rows}
      </PageTitle>
      <ColumnChoice chosen={columns} />
      <Answered
        state={state}
        waiting={<SkeletonLines lines={12} />}
        onRetry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      >
        {({ searchEntries: found }) => {
          if (!('edges' in found)) {
            return (
              <Notice tone="bad" role="alert">
                <p>{words.datasets.noRows}</p>
              </Notice>
            );
          }
          const { edges, pageInfo } = found;
          if (edges.length === 0) return <p className="lead">{words.datasets.empty}</p>;
          return (
            <>
              <RowTable rows={edges.map(({ node }) => node)} columns={columns} />
              <div className="row">
                {pageInfo.hasNextPage && pageInfo.endCursor !== null ? (
                  <ButtonLink look="outline" to={nextPath(pageInfo.endCursor)}>
                    {words.datasets.nextRows}
                  </ButtonLink>
                ) : (
                  words.search.end
                )}
              </div>
            </>
          );
        }}
      </Answered>
    </div>
  );
}
