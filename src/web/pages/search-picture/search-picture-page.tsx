import { useCallback, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { TogetherFound } from '../../fused/together-found.js';
import { useWords } from '../../language/language-context.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { SkeletonPictures } from '../../parts/skeleton.js';
import { useCarriedPicture } from '../../search/carried-picture.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { type Beside, besideIn, withBeside } from './beside.js';
import { BesideForm } from './beside-form.js';
import { PictureChoice } from './picture-choice.js';
import { PictureMatches } from './picture-matches.js';
import { type AskedPicture, usePictureSearch } from './use-picture-search.js';
import './search-picture.css';

/** A file of the reader's, and what was to be found beside it; neither stands in an address. */
interface Chosen {
  readonly file: File;
  readonly beside: Beside;
}

/** `?url=` and `?entry=` name the picture, `?words=` and `?meaning=yes` what is looked for beside it. */
export function SearchPicturePage() {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  const { state, search } = usePictureSearch();
  const [showsHidden] = useShowsHidden();
  const [beside, setBeside] = useState(() => besideIn(params));
  const [carried] = useState(useCarriedPicture().take);
  const [chosen, setChosen] = useState<Chosen | undefined>(carried && { file: carried, beside });
  const [preview, setPreview] = useState(() => carried && URL.createObjectURL(carried));
  const named = namedPicture(params);

  useEffect(() => {
    const picture = namedPicture(params);
    if (picture !== undefined) void search(picture, besideIn(params), showsHidden);
    else if (chosen !== undefined) void search({ file: chosen.file }, chosen.beside, showsHidden);
  }, [params, chosen, search, showsHidden]);
  useEffect(
    () => () => {
      if (preview !== undefined) URL.revokeObjectURL(preview);
    },
    [preview],
  );
  const takeFile = useCallback(
    (file: File) => {
      setParams({}, { replace: true });
      setPreview(URL.createObjectURL(file));
      setChosen({ file, beside });
    },
    [setParams, beside],
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
            setParams(withBeside({ url: typed }, beside));
          }}
        />
        <div className="search-picture__beside">
          {preview !== undefined && (
            <img className="search-picture__preview" src={preview} alt={words.pictureSearch.yours} />
          )}
          {(named !== undefined || chosen !== undefined) && (
            <BesideForm
              beside={beside}
              isBusy={state.kind === 'busy'}
              onBeside={setBeside}
              onSearch={() => {
                if (named !== undefined) setParams(withBeside(named, beside));
                else if (chosen !== undefined) setChosen({ ...chosen, beside });
              }}
            />
          )}
        </div>
      </div>
      <p>
        <Link to="/search">{words.pictureSearch.byWords}</Link>
      </p>
      {state.kind === 'busy' && <SkeletonPictures />}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} />}
      {state.kind === 'found' && <PictureMatches found={state.found} />}
      {state.kind === 'together' && <TogetherFound found={state.found} />}
    </div>
  );
}

function namedPicture(params: URLSearchParams): Exclude<AskedPicture, { readonly file: Blob }> | undefined {
  const [url, entry] = [params.get('url'), params.get('entry')];
  if (url !== null) return { url };
  return entry === null ? undefined : { entry };
}
