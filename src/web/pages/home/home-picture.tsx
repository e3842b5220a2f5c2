import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { FileChoice } from '../../parts/file-choice.js';
import { useCarriedPicture } from '../../search/carried-picture.js';
import { WORK_FILE_TYPES } from '../../works/work-file-types.js';

/** A picture chosen, dropped or pasted here is looked for at once. */
export function HomePicture() {
  const words = useWords();
  const navigate = useNavigate();
  const { carry } = useCarriedPicture();
  const search = useCallback(
    (file: File) => {
      carry(file);
      void navigate('/search/picture');
    },
    [carry, navigate],
  );
  return (
    <div className="home__picture">
      <FileChoice
        accept={WORK_FILE_TYPES}
        label={words.pictureSearch.choose}
        hint={words.pictureSearch.notKept}
        onFile={search}
      >
        <p>{words.home.orPicture}</p>
      </FileChoice>
    </div>
  );
}
