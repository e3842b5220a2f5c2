import { useLanguage } from '../../language/language-context.js';
import { claimGrade, claimNextStep } from '../../claims/claim-grade.js';
import { PlaceText } from '../../claims/place-text.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PagedList } from '../../parts/paged-list.js';
import { MyClaims } from './operations.js';
import './my-places.css';

/** The places an artist said are theirs, how well that is known, and the next step for each. */
export function MyPlaces() {
  const { words, formats } = useLanguage();
  return (
    <section className="section">
      <h2>{words.desk.places}</h2>
      <div className="reading">
        <PagedList
          query={MyClaims}
          pick={(data) => data.viewer?.claims}
          empty={<p className="lead">{words.desk.noPlaces}</p>}
        >
          {(claim) => (
            <article key={claim.id} className="my-place">
              <div>
                <h3 className="my-place__address">
                  <PlaceText address={claim.address} longest={120} />
                </h3>
                <p className="note">
                  {words.kinds[claim.kind]} · {claimGrade(claim, words)} ·{' '}
                  {words.desk.knownEntries(formats.amount(claim.knownEntries))}
                </p>
                {claim.isContested && <p className="note">{words.claim.contested}</p>}
              </div>
              <ButtonLink to={`/claims/${claim.id}`}>
                {claimNextStep(claim, words)}
                <span className="hidden-label">
                  : <PlaceText address={claim.address} longest={120} />
                </span>
              </ButtonLink>
            </article>
          )}
        </PagedList>
      </div>
    </section>
  );
}
