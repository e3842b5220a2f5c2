import { useWords } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { unsearchedMedium } from './unsearched-medium.js';

/** The file that was chosen, as it looks, or by its name. @param preview address of what it looks like */
export function YourFile({ file, preview }: { file: File; preview: string | undefined }) {
  const words = useWords();
  return unsearchedMedium(file) === undefined ? (
    <img className="search-picture__preview" src={preview} alt={words.pictureSearch.yours} />
  ) : (
    <p>
      {words.works.chosen}: <ForeignText text={file.name} longest={80} />
    </p>
  );
}
