import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Notice } from '../../parts/notice.js';
import { WorkLine } from '../../works/work-line.js';
import { useQuestion } from '../../server/use-question.js';
import { MyNewestWorks } from './operations.js';

/** The newest works with the way to all of them, and what was found since they were last looked at. */
export function MyWorks() {
  const { words, formats } = useLanguage();
  const [{ data }] = useQuestion({ query: MyNewestWorks, requestPolicy: 'cache-and-network' });
  const fresh = data?.viewer?.newMatches ?? 0;
  const newest = data?.viewer?.works.edges ?? [];
  const hasWorks = newest.length > 0;
  return (
    <section className="section">
      <h2>{words.works.title}</h2>
      <div className="stack">
        {fresh > 0 && (
          <Notice tone="care" role="status">
            <p className="notice__title">{words.works.newMatches(formats.amount(fresh))}</p>
            <p>
              <Link to="/desk/works">{words.works.seeMatches}</Link>
            </p>
          </Notice>
        )}
        {data !== undefined && !hasWorks && <p className="lead">{words.works.none}</p>}
        {hasWorks && (
          <div>
            {newest.map(({ node }) => (
              <WorkLine key={node.id} work={node} heading="h3" />
            ))}
          </div>
        )}
        <div className="row">
          {hasWorks && <ButtonLink to="/desk/works">{words.works.toWorks}</ButtonLink>}
          <ButtonLink to="/desk/works/new">{words.works.register}</ButtonLink>
          <ButtonLink to="/desk/works/many">{words.manyWorks.title}</ButtonLink>
        </div>
      </div>
    </section>
  );
}
