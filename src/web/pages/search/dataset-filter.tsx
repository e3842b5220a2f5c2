import { useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { SelectField } from '../../parts/select-field.js';
import { useQuestion } from '../../server/use-question.js';
import { DatasetNames } from './operations.js';

/** Searches one dataset instead of all. Shown only where there is a choice. */
export function DatasetFilter({ dataset }: { dataset: string | null }) {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  const [{ data }] = useQuestion({ query: DatasetNames });
  if (data === undefined || (data.datasets.length < 2 && dataset === null)) {
    return null;
  }
  return (
    <div className="dataset-filter">
      <SelectField
        label={words.search.dataset}
        value={dataset ?? ''}
        options={[
          { value: '', label: words.search.allDatasets },
          ...data.datasets.map(({ slug, title }) => ({ value: slug, label: title })),
        ]}
        onValue={(slug) => {
          const next = new URLSearchParams(params);
          next.delete('pages');
          if (slug === '') {
            next.delete('dataset');
          } else {
            next.set('dataset', slug);
          }
          setParams(next);
        }}
      />
    </div>
  );
}
