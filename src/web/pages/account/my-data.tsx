import { useWords } from '../../language/language-context.js';

/** What is held about somebody is theirs to take along. */
export function MyData() {
  const { myData } = useWords();
  return (
    <section className="section">
      <h2>{myData.title}</h2>
      <p className="note">{myData.why}</p>
      <p>
        <a href="/exports/my-data.ndjson" download>
          {myData.get}
        </a>
      </p>
    </section>
  );
}
