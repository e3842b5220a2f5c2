import { useCallback, useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { focusTitle } from '../../browser/focus-title.js';
import { useWords } from '../../language/language-context.js';
import { Disclosure } from '../../parts/disclosure.js';
import { PageTitle } from '../../parts/page-title.js';
import { useCarriedPicture } from '../../search/carried-picture.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { type Beside, besideIn, withBeside } from './beside.js';
import { BesideForm } from './beside-form.js';
import { PictureChoice } from './picture-choice.js';
import { SearchOutcome } from './search-outcome.js';
import { unsearchedMedium } from './unsearched-medium.js';
import { type AskedPicture, usePictureSearch } from './use-picture-search.js';
import { YourFile } from './your-file.js';
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
  const file = named === undefined ? chosen?.file : undefined;

  useEffect(() => {
    const picture = namedPicture(params);
    if (picture !== undefined) void search(picture, besideIn(params), showsHidden);
    else if (chosen !== undefined && unsearchedMedium(chosen.file) === undefined) {
      void search({ file: chosen.file }, chosen.beside, showsHidden);
    }
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
      // The field that the file came by is elsewhere from now on.
      focusTitle();
    },
    [setParams, beside],
  );
  const ask = (
    <div className="search-picture__ask">
      <PictureChoice
        isBusy={state.kind === 'busy'}
        onFile={takeFile}
        onUrl={(typed) => {
          setPreview(undefined);
          setParams(withBeside({ url: typed }, beside));
        }}
      />
      {(named !== undefined || chosen !== undefined) && (
        <div className="search-picture__beside">
          <BesideForm
            beside={beside}
            isBusy={state.kind === 'busy'}
            onBeside={setBeside}
            onSearch={() => {
              if (named !== undefined) setParams(withBeside(named, beside));
              else if (chosen !== undefined) setChosen({ ...chosen, beside });
            }}
          />
        </div>
      )}
    </div>
  );
  return (
    <div className="page search-picture">
      <PageTitle tab={words.pictureSearch.title}>{words.pictureSearch.title}</PageTitle>
      {file === undefined ? (
        ask
      ) : (
        <>
          <YourFile file={file} preview={preview} />
          <Disclosure title={words.pictureSearch.another}>{ask}</Disclosure>
        </>
      )}
      <p>
        <Link to="/search">{words.pictureSearch.byWords}</Link>
      </p>
      <SearchOutcome state={state} file={file} url={params.get('url')} />
    </div>
  );
}

function namedPicture(params: URLSearchParams): Exclude<AskedPicture, { readonly file: Blob }> | undefined {
  const [url, entry] = [params.get('url'), params.get('entry')];
  if (url !== null) return { url };
  return entry === null ? undefined : { entry };
}
