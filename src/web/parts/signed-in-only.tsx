import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../language/language-context.js';
import { signInPath } from '../session/next-path.js';
import { type Session, useSession } from '../session/use-session.js';
import { ButtonLink } from './button-link.js';
import { PageTitle } from './page-title.js';
import { ProblemNote } from './problem-note.js';
import { SkeletonLines } from './skeleton.js';

interface SignedInOnlyProps {
  /** Heading for those who are shown the way in, where the page has none before it knows who looks. */
  title?: string;
  /** Why one has to sign in, where the page is not about one's own answers. */
  why?: string;
  children: (viewer: NonNullable<Session['viewer']>) => ReactNode;
}

/** What only somebody signed in has; everybody else is shown the way in, and comes back here after it. */
export function SignedInOnly({ title, why, children }: SignedInOnlyProps) {
  const words = useWords();
  const { pathname, search } = useLocation();
  const { viewer, isUnknown, problem, renew } = useSession();
  if (viewer !== null) {
    return children(viewer);
  }
  if (isUnknown) {
    return <SkeletonLines lines={5} />;
  }
  if (problem !== undefined) {
    return <ProblemNote problem={problem} onRetry={renew} />;
  }
  return (
    <div className="stack">
      {title !== undefined && <PageTitle tab={title}>{title}</PageTitle>}
      <p className="lead">{why ?? words.signIn.needed}</p>
      <div className="row">
        <ButtonLink look="filled" to={signInPath(pathname + search)}>
          {words.nav.signIn}
        </ButtonLink>
      </div>
    </div>
  );
}
