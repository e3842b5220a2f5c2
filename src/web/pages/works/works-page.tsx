import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { PagedList } from '../../parts/paged-list.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { WorkLine } from '../../works/work-line.js';
import { MyWorksQuery } from './operations.js';
import { NamedInCaptions } from './named-in-captions.js';
import './works.css';

/** Every work that its reader registered, the newest first. */
export function WorksPage() {
  const words = useWords();
  return (
    <div className="page">
      <PageTitle tab={words.works.title}>{words.works.title}</PageTitle>
      <SignedInOnly>
        {() => (
          <>
            <div className="row">
              <ButtonLink look="filled" to="/desk/works/new">
                {words.works.register}
              </ButtonLink>
              <ButtonLink to="/desk/works/many">{words.manyWorks.title}</ButtonLink>
              <ButtonLink to="/desk/collections">{words.collections.title}</ButtonLink>
              <ButtonLink look="plain" to="/desk">
                {words.desk.title}
              </ButtonLink>
            </div>
            <div className="works">
              <PagedList
                query={MyWorksQuery}
                pick={(data) => data.viewer?.works}
                empty={<p className="lead">{words.works.none}</p>}
              >
                {(work) => <WorkLine key={work.id} work={work} heading="h2" />}
              </PagedList>
            </div>
            <NamedInCaptions />
          </>
        )}
      </SignedInOnly>
    </div>
  );
}
