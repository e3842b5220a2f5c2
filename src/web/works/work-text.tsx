import { Link } from 'react-router';
import { useWords } from '../language/language-context.js';
import { ForeignText, isVisible } from '../parts/foreign-text.js';

interface WorkTextProps {
  /** Null for everybody but its claimant. */
  work: { readonly id: string; readonly title: string | null } | null;
}

/** What a work is called, with the way to it; who may not see it is told that it is one. */
export function WorkText({ work }: WorkTextProps) {
  const words = useWords();
  return work === null ? (
    <span className="soft">{words.works.someWork}</span>
  ) : (
    <Link to={`/desk/works/${work.id}`}>
      <WorkTitle title={work.title} />
    </Link>
  );
}

export function WorkTitle({ title }: { title: string | null }) {
  const words = useWords();
  return title !== null && isVisible(title) ? (
    <ForeignText text={title} longest={120} />
  ) : (
    <>{words.works.untitled}</>
  );
}
