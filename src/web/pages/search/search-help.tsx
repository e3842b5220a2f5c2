import { useWords } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';

/** The language of searches by examples. */
export function SearchHelp() {
  const words = useWords();
  return (
    <Disclosure title={words.search.help}>
      <dl className="search-help">
        {words.search.helpRows.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
