import { useSearchParams } from 'react-router';
import { SEARCH_SORTS, type SearchSort } from '../../../core/search/search-sort.js';
import { useWords } from '../../language/language-context.js';
import { SelectField } from '../../parts/select-field.js';

/** The order of what is found. */
export function SortSelect({ sort }: { sort: SearchSort }) {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  return (
    <SelectField
      label={words.search.sort}
      value={sort}
      options={SEARCH_SORTS.map((value) => ({ value, label: words.search.sorts[value] }))}
      onValue={(value) => {
        const next = new URLSearchParams(params);
        next.delete('pages');
        if (value === 'relevance') next.delete('sort');
        else next.set('sort', value);
        setParams(next);
      }}
    />
  );
}
