import { useWords } from '../language/language-context.js';
import { PagedList } from '../parts/paged-list.js';
import { AcceptanceLine } from './acceptance-line.js';
import { Acceptances } from './operations.js';

/** Who accepted the terms of the artist. @param work only those of one work */
export function AcceptedTerms({ work }: { work?: string }) {
  const words = useWords();
  return (
    <section className="section">
      <h2>{words.acceptances.title}</h2>
      <PagedList
        query={Acceptances}
        variables={{ work: work ?? null }}
        pick={(data) => data.viewer?.acceptances}
        empty={<p className="lead">{words.acceptances.none}</p>}
      >
        {(acceptance) => <AcceptanceLine key={acceptance.digest} acceptance={acceptance} />}
      </PagedList>
      <p className="note">{words.acceptances.means}</p>
    </section>
  );
}
