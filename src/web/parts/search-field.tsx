import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../language/language-context.js';
import { readQuery, sayNoPath } from '../search/read-query.js';
import { Button } from './button.js';
import { ButtonLink } from './button-link.js';
import './search-field.css';

interface SearchFieldProps {
  initial?: string;
  /** On the home page saying no stands beside searching. */
  offersNo?: boolean;
  /** Parameters of the search page that stay while another search is made. */
  kept?: URLSearchParams;
}

/** The one field for words, a name, an address or a site. */
export function SearchField({ initial = '', offersNo = false, kept }: SearchFieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState(initial);
  const navigate = useNavigate();

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const params = new URLSearchParams(kept);
    for (const ofThisSearch of ['as', 'pages']) {
      params.delete(ofThisSearch);
    }
    params.set('q', typed.trim());
    void navigate(`/search?${params.toString()}`);
  };
  return (
    <search>
      <form className="search-field" onSubmit={submit}>
        <label className="search-field__label" htmlFor="search-field">
          {words.search.label}
        </label>
        <input
          id="search-field"
          className="search-field__input"
          type="search"
          name="q"
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={words.search.placeholder}
          required
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <div className="search-field__actions">
          <Button type="submit" look="filled">
            {words.home.find}
          </Button>
          {offersNo && (
            <ButtonLink to={sayNoPath(readQuery(typed))} look="no">
              {words.home.sayNo}
            </ButtonLink>
          )}
        </div>
      </form>
    </search>
  );
}
