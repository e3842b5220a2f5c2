import { useId, useState } from 'react';
import { chooseTheme, isTheme, keptTheme, THEMES } from '../browser/theme.js';
import { useWords } from '../language/language-context.js';
import './compact-select.css';

export function ThemeSelect() {
  const words = useWords();
  const [theme, setTheme] = useState(keptTheme);
  const id = useId();
  return (
    <span className="compact-select">
      <label className="hidden-label" htmlFor={id}>
        {words.footer.theme}
      </label>
      <select
        id={id}
        value={theme}
        onChange={(event) => {
          if (isTheme(event.target.value)) {
            chooseTheme(event.target.value);
            setTheme(event.target.value);
          }
        }}
      >
        {THEMES.map((known) => (
          <option key={known} value={known}>
            {words.footer.themes[known]}
          </option>
        ))}
      </select>
    </span>
  );
}
