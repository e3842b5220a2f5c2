import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Disclosure } from '../../parts/disclosure.js';
import { Facts } from '../../parts/facts.js';
import { ForeignText, isVisible, shortened } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { Picture } from '../../parts/picture.js';
import { useShowsHidden } from '../../safety/use-shows-hidden.js';
import { veilOf } from '../../safety/veil.js';
import { WebLink } from '../../parts/web-link.js';
import { EntryAnswers } from './entry-answers.js';
import type { EntryQuery } from './operations.js';

type Entry = NonNullable<ResultOf<typeof EntryQuery>['entry']>;

const LONGEST_TITLE = 160;

/** Everything known of one row of a dataset. */
export function EntryDetail({ entry }: { entry: Entry }) {
  const { words, formats } = useLanguage();
  const [showsHidden] = useShowsHidden();
  const caption = isVisible(entry.caption) ? entry.caption : words.entry.noCaption;
  return (
    <div className="entry-detail">
      <div className="entry-detail__picture">
        {entry.thumbnailUrl === null ? (
          <p className="note">{words.picture.noneShown}</p>
        ) : (
          <Picture
            src={entry.thumbnailUrl}
            alt={words.entry.pictureOf(shortened(caption, 80))}
            width={entry.width}
            height={entry.height}
            veil={veilOf(entry, showsHidden)}
            isUrgent
          />
        )}
      </div>
      <div className="stack stack--loose entry-detail__label">
        <PageTitle
          tab={shortened(caption, 60)}
          over={
            <Link to={`/datasets/${encodeURIComponent(entry.dataset.slug)}`}>
              <ForeignText text={entry.dataset.title} />
            </Link>
          }
        >
          <ForeignText text={caption} longest={LONGEST_TITLE} />
        </PageTitle>
        {caption.length > LONGEST_TITLE && (
          <Disclosure title={words.entry.wholeCaption}>
            <p>
              <ForeignText text={caption} longest={10_000} />
            </p>
          </Disclosure>
        )}
        <div className="row">
          <ButtonLink look="filled" to={`/say-no?url=${encodeURIComponent(entry.url)}`}>
            {words.entry.mine}
          </ButtonLink>
          <Link to={`/desk/works/new?entry=${encodeURIComponent(entry.id)}`}>{words.works.registerThis}</Link>
          <Link to={`/ask?url=${encodeURIComponent(entry.url)}`}>{words.ask.title}</Link>
          {entry.dataset.medium === 'IMAGE' && (
            <Link to={`/search/picture?entry=${encodeURIComponent(entry.id)}`}>
              {words.pictureSearch.likeThis}
            </Link>
          )}
        </div>
        {entry.picture?.isAnother === true && (
          <Notice tone="care">
            <p>{words.entry.isAnother(formats.day(entry.picture.lookedAt))}</p>
          </Notice>
        )}
        <EntryAnswers answers={entry.answers} />
        <section className="stack">
          <h2>{words.entry.known}</h2>
          <EntryFacts entry={entry} />
        </section>
      </div>
    </div>
  );
}

function EntryFacts({ entry }: { entry: Entry }) {
  const { words, formats } = useLanguage();
  const size = entry.width === null || entry.height === null ? null : `${entry.width} × ${entry.height}`;
  return (
    <Facts
      facts={[
        [words.entry.address, <WebLink key="address" address={entry.url} />],
        [words.entry.host, <HostLink key="host" host={entry.host} />],
        [words.entry.author, entry.author === null ? null : <ForeignText text={entry.author} />],
        [words.entry.size, size],
        [words.entry.language, entry.language === null ? null : <ForeignText text={entry.language} />],
        [words.entry.licence, isKnown(entry.licence) ? <WebLink address={entry.licence} /> : null],
        [words.entry.aesthetic, measured(entry.aesthetic, formats.measure)],
        [words.entry.similarity, measured(entry.similarity, formats.measure)],
        [words.entry.unsafe, measured(entry.unsafeProbability, formats.share)],
        [words.entry.watermark, measured(entry.watermarkProbability, formats.share)],
      ]}
    />
  );
}

/** LAION writes a question mark where it found no licence. */
function isKnown(licence: string | null): licence is string {
  return licence !== null && licence !== '?';
}

function HostLink({ host }: { host: string }) {
  return (
    <Link to={`/search?q=${encodeURIComponent(host)}`}>
      <ForeignText text={host} />
    </Link>
  );
}

function measured(value: number | null, format: (value: number) => string): string | null {
  return value === null ? null : format(value);
}
