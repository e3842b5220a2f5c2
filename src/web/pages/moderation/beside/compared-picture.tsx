import { Link } from 'react-router';
import { useLanguage } from '../../../language/language-context.js';
import { Button } from '../../../parts/button.js';
import { ForeignText, isVisible } from '../../../parts/foreign-text.js';
import { Picture } from '../../../parts/picture.js';
import { useCasePictures } from './case-pictures.js';
import type { FoundPicture } from './operations.js';
import { pictureToCompare } from './picture-to-compare.js';

/** One picture, grey and blurred until somebody asks for it, with why it is here. */
export function ComparedPicture({ found }: { found: FoundPicture }) {
  const { words } = useLanguage();
  const { isAsked, ask, compare } = useCasePictures();
  const { entry, role, method, distance } = found;
  const picture = pictureToCompare(found);
  const isShown = picture !== undefined && isAsked(picture);
  return (
    <figure className="beside__picture">
      {picture !== undefined && (
        <Picture
          src={picture.src}
          alt={picture.label}
          width={picture.width}
          height={picture.height}
          veil={entry.isReported ? 'reported' : entry.isHidden ? 'unsafe' : 'weighed'}
          asked={{
            isAsked: isShown,
            ask: () => {
              ask(picture.id);
            },
          }}
        />
      )}
      <figcaption className="note">
        {words.beside.roles[role]}
        {(method === 'SHA256' || method === 'MD5') && `, ${words.works.methods[method]}`}
        {distance !== null && `, ${words.beside.bits(String(distance))}`}
        <br />
        <Link to={`/entries/${encodeURIComponent(entry.id)}`}>
          <ForeignText text={isVisible(entry.caption) ? entry.caption : words.entry.noCaption} longest={80} />
        </Link>
        <br />
        <ForeignText text={entry.dataset.title} longest={40} />
        {entry.width !== null && entry.height !== null && ` · ${entry.width} × ${entry.height}`}
      </figcaption>
      {isShown && (
        <Button
          look="plain"
          aria-label={`${words.beside.closer}: ${picture.label}`}
          onClick={() => {
            compare(picture.id);
          }}
        >
          {words.beside.closer}
        </Button>
      )}
    </figure>
  );
}
