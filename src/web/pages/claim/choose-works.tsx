import { useLanguage } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import type { ClaimData } from './operations.js';

/** What comes after a proof: control of a place says who somebody is, and not which works are theirs. */
export function ChooseWorks({ claim }: { claim: ClaimData & { readonly address: string } }) {
  const { words, formats } = useLanguage();
  const { address, kind, knownEntries } = claim;
  const answer = `/say-no?${new URLSearchParams(kind === 'URL' ? { url: address } : { address, kind }).toString()}`;
  return (
    <section className="section">
      <h2>{words.claim.chooseWorks}</h2>
      <p>
        {knownEntries === 0
          ? words.claim.reachesNothing
          : words.claim.reachesRows(formats.amount(knownEntries))}
      </p>
      <div className="row">
        {knownEntries > 0 && (
          <ButtonLink to={`/search?q=${encodeURIComponent(address)}`} look="filled">
            {words.claim.lookAtThem}
          </ButtonLink>
        )}
        <ButtonLink to={answer}>{words.claim.answerForPlace}</ButtonLink>
      </div>
    </section>
  );
}
