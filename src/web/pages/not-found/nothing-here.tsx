import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';

/** In place of something that an address names and the registry does not know. */
export function NothingHere() {
  const words = useWords();
  return (
    <div className="stack stack--loose">
      <PageTitle tab={words.notFound.title}>{words.notFound.title}</PageTitle>
      <p className="lead">{words.notFound.text}</p>
      <div className="row">
        <ButtonLink look="filled" to="/search">
          {words.home.find}
        </ButtonLink>
        <ButtonLink to="/">{words.notFound.home}</ButtonLink>
      </div>
    </div>
  );
}
