import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';

/** Where the link leads that somebody put onto a profile: it says what such a link is, and whose it is to nobody. */
export function ProfileLinkPage() {
  const words = useWords();
  return (
    <div className="page page--narrow stack stack--loose">
      <PageTitle tab={words.profileLink.title}>{words.profileLink.title}</PageTitle>
      <p className="lead">{words.profileLink.lead}</p>
      <p>{words.profileLink.more}</p>
      <div className="row">
        <ButtonLink to="/">{words.profileLink.home}</ButtonLink>
      </div>
    </div>
  );
}
