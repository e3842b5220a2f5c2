import { Link } from 'react-router';
import type { ResultOf } from '../../../client/graphql.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { Facts } from '../../parts/facts.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { WebLink } from '../../parts/web-link.js';
import { WorkText } from '../../works/work-text.js';
import { ClaimFiles } from '../../claims/claim-files.js';
import { SignedOriginals } from '../../claims/signed-originals.js';
import { EvidenceList } from '../claim/evidence-list.js';
import type { QueuedClaimParts } from './operations.js';

/** One claim as a moderator weighs it: who, as what, how far it reaches, and what they show. */
export function ClaimSummary({ claim }: { claim: ResultOf<typeof QueuedClaimParts> }) {
  const { words, formats } = useLanguage();
  return (
    <div className="stack">
      <h3 className="claim-summary__address">
        <span className="over-title">{words.kinds[claim.kind]}</span>
        <br />
        {claim.kind === 'CONTENT' ? (
          <WorkText work={claim.work} />
        ) : (
          <PlaceText address={claim.address} longest={200} />
        )}
      </h3>
      <Facts
        facts={[
          [
            words.moderation.claimant,
            <span key="claimant">
              <ForeignText text={claim.claimant} />, {words.capacityPhrases[claim.capacity]}
              <br />
              <Link to={`/moderation/suspensions?claimant=${encodeURIComponent(claim.claimant)}`}>
                {words.moderation.suspend}
              </Link>
              {hidePath(claim) !== undefined && (
                <>
                  <br />
                  <Link to={hidePath(claim) ?? ''}>{words.hidden.hide.name}</Link>
                </>
              )}
            </span>,
          ],
          [words.statement.assurance, words.assurances[claim.assurance]],
          [
            words.moderation.history,
            claim.history === null
              ? null
              : words.moderation.historyOf(
                  formats.count(claim.history.made),
                  formats.count(claim.history.held),
                  formats.count(claim.history.rejected),
                  formats.day(claim.history.since),
                ),
          ],
          [words.claim.since, formats.moment(claim.createdAt)],
          [words.claim.reaches, words.desk.knownEntries(formats.amount(claim.knownEntries))],
          [
            words.moderation.look,
            claim.address === null ? null : <WebLink key="look" address={`https://${claim.address}`} />,
          ],
        ]}
      />
      {claim.address !== null && (
        <p>
          <Link to={`/ask?url=${encodeURIComponent(claim.address)}`}>{words.ask.title}</Link>
        </p>
      )}
      {claim.evidence.length === 0 ? (
        <p className="soft">{words.moderation.noEvidence}</p>
      ) : (
        <EvidenceList evidence={claim.evidence} />
      )}
      <ClaimFiles claimId={claim.id} />
      <SignedOriginals claimId={claim.id} isMine={false} />
    </div>
  );
}

/** Where what is claimed is hidden from everybody; undefined of a folder or a site. */
function hidePath({ kind, address, work }: ResultOf<typeof QueuedClaimParts>): string | undefined {
  if (kind === 'CONTENT' && work !== null) return `/moderation/hidden?work=${encodeURIComponent(work.id)}`;
  return kind === 'URL' && address !== null
    ? `/moderation/hidden?address=${encodeURIComponent(address)}`
    : undefined;
}
