import { useCallback, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { PictureChoice } from './picture-choice.js';
import { PictureMatches } from './picture-matches.js';
import { type Asked, usePictureSearch } from './use-picture-search.js';
import './search-picture.css';

/** `?url=` and `?entry=` name the picture; a file of the reader's stands in no address. */
export function SearchPicturePage() {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  const { state, search } = usePictureSearch();
  const [showsHidden] = useShowsHidden();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<string>();
  const [url, entry] = [params.get('url'), params.get('entry')];

  useEffect(() => {
    const named: Asked | undefined = url !== null ? { url } : entry !== null ? { entry } : undefined;
    const asked = named ?? (file && { file });
    if (asked !== undefined) void search(asked, showsHidden);
  }, [url, entry, file, search, showsHidden]);
  useEffect(
    () => () => {
      if (preview !== undefined) URL.revokeObjectURL(preview);
    },
    [preview],
  );
  const takeFile = useCallback(
    (chosen: File) => {
      setParams({}, { replace: true });
      setPreview(URL.createObjectURL(chosen));
      setFile(chosen);
    },
    [setParams],
  );
  return (
    <div className="page search-picture">
      <PageTitle tab={words.pictureSearch.title}>{words.pictureSearch.title}</PageTitle>
      <div className="search-picture__ask">
        <PictureChoice
          isBusy={state.kind === 'busy'}
          onFile={takeFile}
          onUrl={(typed) => {
            setPreview(undefined);
            setParams({ url: typed });
          }}
        />
        {preview !== undefined && (
          <img className="search-picture__preview" src={preview} alt={words.pictureSearch.yours} />
        )}
      </div>
      <p>
        <Link to="/search">{words.pictureSearch.byWords}</Link>
      </p>
      {state.kind === 'busy' && <SkeletonPictures />}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
      {state.kind === 'found' && <PictureMatches found={state.found} />}
    </div>
  );
}
