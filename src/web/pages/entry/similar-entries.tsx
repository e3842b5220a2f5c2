import { FusedList } from '../../fused/fused-list.js';
import { useWords } from '../../language/language-context.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { useQuestion } from '../../server/use-question.js';
import { SimilarEntriesQuery } from './operations.js';

/** Entries that look like this one or mean the same; nothing where none is known. */
export function SimilarEntries({ id }: { id: string }) {
  const words = useWords();
  const [showsHidden] = useShowsHidden();
  const [{ data }] = useQuestion({ query: SimilarEntriesQuery, variables: { id, showsHidden } });
  const similar = data?.entry?.similar ?? [];
  if (similar.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="similar-entries">
      <h2 id="similar-entries">{words.fused.similar}</h2>
      <p className="note">{words.fused.similarHint}</p>
      <FusedList matches={similar} />
    </section>
  );
}
