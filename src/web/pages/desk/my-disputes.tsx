import { useLanguage } from '../../language/language-context.js';
import { PlaceText } from '../../claims/place-text.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PagedList } from '../../parts/paged-list.js';
import { MyDisputesQuery } from './operations.js';

/** What somebody else says the opposite about, open ones first. */
export function MyDisputes() {
  const { words, formats } = useLanguage();
  return (
    <section className="section">
      <h2>{words.exchange.mine}</h2>
      <div className="reading">
        <PagedList
          query={MyDisputesQuery}
          pick={(data) => data.viewer?.disputes}
          empty={<p className="soft">{words.exchange.none}</p>}
        >
          {({ id, cause, address, openedAt, closedAt, canAppeal }) => (
            <article key={id} className="my-place">
              <div>
                <h3 className="my-place__address">
                  <PlaceText address={address} longest={120} />
                </h3>
                <p className="note">
                  {words.moderation.causes[cause]} ·{' '}
                  {closedAt === null
                    ? words.moderation.openedOn(formats.day(openedAt))
                    : words.moderation.closedOn(formats.day(closedAt))}
                </p>
              </div>
              <ButtonLink to={`/disputes/${id}`}>
                {canAppeal ? words.exchange.appeal : words.exchange.look}
                <span className="hidden-label">
                  : <PlaceText address={address} longest={120} />
                </span>
              </ButtonLink>
            </article>
          )}
        </PagedList>
      </div>
    </section>
  );
}
