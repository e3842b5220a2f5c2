import { useWords } from '../../../language/language-context.js';
import { Button } from '../../../parts/button.js';
import { useCasePictures } from './case-pictures.js';

/** What can be done with all pictures of a case; nothing where it has none. */
export function PictureButtons() {
  const words = useWords().beside;
  const { pictures, isAsked, askAll, compare } = useCasePictures();
  const plain = pictures.filter(({ isGrave }) => !isGrave);
  if (pictures.length === 0) return null;
  return (
    <div className="row">
      {plain.length > 0 && (
        <Button data-show-pictures="" disabled={plain.every(isAsked)} onClick={askAll}>
          {words.showAll}
        </Button>
      )}
      {pictures.length > 1 && (
        <Button
          data-overlay=""
          onClick={() => {
            askAll();
            compare();
          }}
        >
          {words.overlay}
        </Button>
      )}
    </div>
  );
}
