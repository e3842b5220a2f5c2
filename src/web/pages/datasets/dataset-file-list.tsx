import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { PagedList } from '../../parts/paged-list.js';
import './dataset-file-list.css';
import { DatasetFiles } from './operations.js';

type DatasetFile = NonNullable<ResultOf<typeof DatasetFiles>['dataset']>['files']['edges'][number]['node'];

/** The files that a dataset's rows came from, with what of each is not held. */
export function DatasetFileList({ slug }: { slug: string }) {
  const { words } = useLanguage();
  return (
    <div>
      <PagedList
        query={DatasetFiles}
        variables={{ slug }}
        pick={(data) => data.dataset?.files}
        empty={<p className="soft">{words.datasets.noFiles}</p>}
      >
        {(file) => <FileLine key={file.id} file={file} />}
      </PagedList>
    </div>
  );
}

function FileLine({ file }: { file: DatasetFile }) {
  const { words, formats } = useLanguage();
  const rejected = file.rejected.map(({ reason, rows }) =>
    words.datasets.rejected(formats.amount(rows), words.datasets.reasons[reason] ?? reason),
  );
  const counts = [
    words.datasets.added(formats.amount(file.rowsAdded)),
    ...(file.rowsKnown === '0' ? [] : [words.datasets.known(formats.amount(file.rowsKnown))]),
    ...rejected,
  ];
  return (
    <div className="dataset-file">
      <h3 className="dataset-file__name">
        <ForeignText text={file.name} />
      </h3>
      <p>{counts.join(' · ')}</p>
      <p className="note">
        {file.finishedAt === null ? words.datasets.unfinished : formats.day(file.finishedAt)}
      </p>
    </div>
  );
}
