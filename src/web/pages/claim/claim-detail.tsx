import { Link } from 'react-router';
import { claimGrade } from '../../claims/claim-grade.js';
import { GroundsText } from '../../claims/grounds-text.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { WorkText } from '../../works/work-text.js';
import type { Messages } from '../../messages/en.js';
import { Facts } from '../../parts/facts.js';
import { Notice } from '../../parts/notice.js';
import { ClaimFiles } from '../../claims/claim-files.js';
import { SignedOriginals } from '../../claims/signed-originals.js';
import { PageTitle } from '../../parts/page-title.js';
import { ChooseWorks } from './choose-works.js';
import './claim-detail.css';
import { EvidenceForm } from './evidence-form.js';
import { EvidenceList } from './evidence-list.js';
import type { ClaimData } from './operations.js';
import { ProofState } from './proof-state.js';
import { ProofWays } from './proof-ways.js';
import { WithdrawClaimButton } from './withdraw-claim-button.js';

interface ClaimDetailProps {
  claim: ClaimData;
  isMine: boolean;
  onChanged: () => void;
}

export function ClaimDetail({ claim, isMine, onChanged }: ClaimDetailProps) {
  const { words, formats } = useLanguage();
  const hasEnded = words.claimEnds[claim.state] !== undefined;
  const isProvable = isMine && !hasEnded && claim.assurance === 'ASSERTED';
  return (
    <div className="stack stack--loose">
      <PageTitle tab={claim.address ?? words.claim.title} over={words.kinds[claim.kind]}>
        {claim.kind === 'CONTENT' ? <WorkText work={claim.work} /> : <PlaceText address={claim.address} />}
      </PageTitle>
      <Grade claim={claim} />
      {isMine && !hasEnded && claim.proof !== null && <ProofState proof={claim.proof} />}
      <Facts
        facts={[
          [
            isMine ? words.claim.capacity : words.moderation.claimant,
            isMine ? words.capacities[claim.capacity] : words.capacityPhrases[claim.capacity],
          ],
          [words.claim.since, formats.day(claim.createdAt)],
          [words.claim.reaches, <KnownEntries key="reaches" claim={claim} />],
          [
            words.claim.decision,
            claim.decisionReason === null ? null : (
              <GroundsText key="grounds" grounds={claim.decisionReason} />
            ),
          ],
        ]}
      />
      {isMine && isProved(claim, words) && claim.address !== null && (
        <ChooseWorks claim={{ ...claim, address: claim.address }} />
      )}
      {isProvable && claim.challenge !== null && (
        <ProofWays claim={claim} challenge={claim.challenge} onChanged={onChanged} />
      )}
      {isMine && !hasEnded && claim.assurance !== 'REVIEWED' && (
        <>
          <EvidenceForm claimId={claim.id} onSent={onChanged} />
          <ClaimFiles claimId={claim.id} takes="SCREENSHOT" />
        </>
      )}
      <EvidenceList evidence={claim.evidence} />
      <SignedOriginals claimId={claim.id} isMine={isMine && !hasEnded} />
      {isMine && !hasEnded && <WithdrawClaimButton claim={claim} onDone={onChanged} />}
    </div>
  );
}

function KnownEntries({ claim }: { claim: ClaimData }) {
  const { words, formats } = useLanguage();
  const text = words.desk.knownEntries(formats.amount(claim.knownEntries));
  return claim.knownEntries === 0 || claim.address === null ? (
    text
  ) : (
    <Link to={`/search?q=${encodeURIComponent(claim.address)}`}>{text}</Link>
  );
}

function isProved(claim: ClaimData, words: Messages): boolean {
  return claim.assurance !== 'ASSERTED' && words.claimEnds[claim.state] === undefined;
}

function Grade({ claim }: { claim: ClaimData }) {
  const { words } = useLanguage();
  const isGood = isProved(claim, words);
  return (
    <>
      <div role="status">
        <Notice tone={isGood ? 'good' : 'plain'}>
          <p className="notice__title claim-grade">{claimGrade(claim, words)}</p>
          <p>{isGood ? words.claim.provedMeans : words.claim.unprovedMeans}</p>
        </Notice>
      </div>
      {claim.isContested && (
        <Notice tone="care">
          <p className="notice__title">{words.claim.contested}</p>
          <p>{words.claim.contestedMeans}</p>
        </Notice>
      )}
    </>
  );
}
