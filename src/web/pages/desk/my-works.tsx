import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Notice } from '../../parts/notice.js';
import { MyWorksCount } from './operations.js';

/** The way to the works, and what was found of them since they were last looked at. */
export function MyWorks() {
  const { words, formats } = useLanguage();
  const [{ data }] = useQuery({ query: MyWorksCount, requestPolicy: 'cache-and-network' });
  const fresh = data?.viewer?.newMatches ?? 0;
  const hasWorks = (data?.viewer?.works.edges.length ?? 0) > 0;
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
        {!hasWorks && <p className="lead">{words.works.none}</p>}
        <div className="row">
          {hasWorks && <ButtonLink to="/desk/works">{words.works.toWorks}</ButtonLink>}
          <ButtonLink to="/desk/works/new">{words.works.register}</ButtonLink>
          <ButtonLink to="/desk/works/many">{words.manyWorks.title}</ButtonLink>
        </div>
      </div>
    </section>
  );
}
