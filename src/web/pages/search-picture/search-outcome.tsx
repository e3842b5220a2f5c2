import { TogetherFound } from '../../fused/together-found.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { ClaimFile } from './claim-file.js';
import { PictureMatches } from './picture-matches.js';
import { unsearchedMedium } from './unsearched-medium.js';
import type { PictureSearchState } from './use-picture-search.js';

interface SearchOutcomeProps {
  state: PictureSearchState;
  /** A file of the reader's that was asked with, and may be theirs. */
  file: File | undefined;
  /** The address that was asked with, if one was. */
  url: string | null;
}

/** What became of the search, with the way to an answer: about the file, or, where nothing was found, about an address. */
export function SearchOutcome({ state, file, url }: SearchOutcomeProps) {
  const words = useWords();
  const unsearched = file && unsearchedMedium(file);
  if (file !== undefined && unsearched !== undefined) {
    return (
      <>
        <p className="lead reading">{words.pictureSearch.notSearched[unsearched]}</p>
        <ClaimFile file={file} />
      </>
    );
  }
  switch (state.kind) {
    case 'idle':
      return null;
    case 'busy':
      return <SkeletonPictures />;
    case 'failed':
      return <ProblemNote problem={state.problem} />;
    case 'together':
      return (
        <>
          {file !== undefined && <ClaimFile file={file} />}
          <TogetherFound found={state.found} />
        </>
      );
    case 'found':
      return (
        <PictureMatches found={state.found}>
          {file !== undefined && <ClaimFile file={file} />}
          {file === undefined && state.found.matches.length === 0 && (
            <ButtonLink look="no" to={url === null ? '/say-no' : `/say-no?url=${encodeURIComponent(url)}`}>
              {words.search.sayNoAnyway}
            </ButtonLink>
          )}
        </PictureMatches>
      );
  }
}
