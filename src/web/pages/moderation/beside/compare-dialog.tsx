import { useState } from 'react';
import { useWords } from '../../../language/language-context.js';
import { Button } from '../../../parts/button.js';
import { CheckField } from '../../../parts/check-field.js';
import { Dialog } from '../../../parts/dialog.js';
import { pictureRatio } from '../../../parts/picture.js';
import { RangeField } from '../../../parts/range-field.js';
import { SelectField } from '../../../parts/select-field.js';
import type { CasePicture } from './case-picture.js';

interface CompareDialogProps {
  /** Those that somebody asked to see. */
  pictures: readonly CasePicture[];
  /** Id of the one to look at more closely; undefined: the first two are laid over one another. */
  first: string | undefined;
  isOpen: boolean;
  onClose: () => void;
}

/** Pictures as large as this registry shows them, one by itself or one laid over the other. */
export function CompareDialog({ pictures, first, isOpen, onClose }: CompareDialogProps) {
  const words = useWords().beside;
  return (
    <Dialog
      isOpen={isOpen}
      look="wide"
      title={first === undefined ? words.overlay : words.closer}
      onClose={onClose}
    >
      <Comparison pictures={pictures} first={first} />
      <div className="row">
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </Dialog>
  );
}

const NONE = '';
const LEAST = 100;
const MOST = 400;

function Comparison({ pictures, first }: Pick<CompareDialogProps, 'pictures' | 'first'>) {
  const words = useWords().beside;
  const [lower, setLower] = useState(first ?? pictures[0]?.id ?? NONE);
  const [upper, setUpper] = useState(first === undefined ? (pictures[1]?.id ?? NONE) : NONE);
  const [shows, setShows] = useState(50);
  const [size, setSize] = useState(LEAST);
  const [isMirrored, setMirrored] = useState(false);
  const [isDifference, setDifference] = useState(false);
  const below = pictures.find(({ id }) => id === lower) ?? pictures[0];
  const above = pictures.find(({ id }) => id === upper);
  if (below === undefined) return <p className="soft">{words.noneShown}</p>;
  const options = pictures.map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="compare">
      {/* Focusable, so that it scrolls by the arrow keys once it is larger than its frame. */}
      <div className="compare__frame" tabIndex={0} role="group" aria-label={words.frame}>
        <div
          className="compare__sheet"
          style={{ inlineSize: `${size}%`, aspectRatio: pictureRatio(below.width, below.height) }}
        >
          <img className="compare__picture" src={below.src} alt={below.label} />
          {above !== undefined && (
            <img
              className={isDifference ? 'compare__picture compare__picture--difference' : 'compare__picture'}
              src={above.src}
              alt={above.label}
              style={{ opacity: shows / 100, transform: isMirrored ? 'scaleX(-1)' : 'none' }}
            />
          )}
        </div>
      </div>
      <div className="compare__controls">
        <SelectField label={words.lower} value={below.id} options={options} onValue={setLower} />
        <SelectField
          label={words.upper}
          value={above?.id ?? NONE}
          options={[{ value: NONE, label: words.noUpper }, ...options]}
          onValue={setUpper}
        />
        {above !== undefined && (
          <>
            <RangeField
              label={words.shows}
              value={shows}
              least={0}
              most={100}
              step={5}
              unit="%"
              onValue={setShows}
            />
            <CheckField label={words.difference} isChecked={isDifference} onChecked={setDifference} />
            <CheckField label={words.mirrored} isChecked={isMirrored} onChecked={setMirrored} />
          </>
        )}
        <RangeField
          label={words.size}
          value={size}
          least={LEAST}
          most={MOST}
          step={25}
          unit="%"
          onValue={setSize}
        />
        <p className="note">{words.sizeHint}</p>
      </div>
    </div>
  );
}
