import { useId } from 'react';
import { useLanguage } from '../language/language-context.js';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../language/languages.js';
import './compact-select.css';

/** Each language under its own name, so that whoever reads only that one finds it. */
export function LanguageSelect() {
  const { language, words, choose } = useLanguage();
  const id = useId();
  return (
    <span className="compact-select">
      <label className="hidden-label" htmlFor={id}>
        {words.footer.language}
      </label>
      <select
        id={id}
        value={language}
        onChange={(event) => {
          if (isLanguage(event.target.value)) {
            choose(event.target.value);
          }
        }}
      >
        {LANGUAGES.map((known) => (
          <option key={known} value={known} lang={known}>
            {LANGUAGE_NAMES[known]}
          </option>
        ))}
      </select>
    </span>
  );
}
