import { readFragment } from '../../../client/graphql.js';
import { GroundsText } from '../../claims/grounds-text.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { CloseForm, type Verdict } from './close-form.js';
import { DisputeSides } from './dispute-sides.js';
import { type Dispute, QueuedClaimParts } from './operations.js';

interface DisputeDecisionProps {
  dispute: Dispute;
  /** Told what was done, so that it can be spoken once the dispute is over. */
  onDone: (text: string) => void;
}

/** A place about which two stand against each other: what each shows side by side, and whose word holds. */
export function DisputeDecision({ dispute, onDone }: DisputeDecisionProps) {
  const words = useWords();
  return (
    <article className="case case--wide">
      <h3 className="claim-summary__address">
        <span className="over-title">{words.moderation.causes[dispute.cause]}</span>
        <br />
        <PlaceText address={dispute.address} longest={160} />
      </h3>
      {dispute.closedAt === null ? <Open dispute={dispute} onDone={onDone} /> : <Closed dispute={dispute} />}
    </article>
  );
}

function Open({ dispute, onDone }: DisputeDecisionProps) {
  const words = useWords();
  const { answers } = dispute;
  const claims = dispute.claims.map((claim) => readFragment(QueuedClaimParts, claim));
  return (
    <>
      <DisputeSides dispute={dispute} />
      <CloseForm
        dispute={dispute}
        legend={answers === null ? words.moderation.whose : words.moderation.whichStands}
        verdicts={answers === null ? claimVerdicts() : answerVerdicts()}
        onDone={onDone}
      />
    </>
  );

  function answerVerdicts(): Verdict[] {
    return (['NO_STANDS', 'YES_STANDS'] as const).map((outcome) => ({
      key: outcome,
      input: { outcome },
      label: words.moderation.standing[outcome],
      hint: words.moderation.standingMeans[outcome],
    }));
  }

  function claimVerdicts(): Verdict[] {
    return [
      ...claims.map(({ id, claimant, capacity, assurance }) => ({
        key: id,
        input: { upheldClaimId: id },
        claimant,
        label: words.capacityPhrases[capacity],
        hint: words.assurances[assurance],
      })),
      { key: 'nobody', input: {}, label: words.moderation.nobody },
    ];
  }
}

function Closed({ dispute }: { dispute: Dispute }) {
  const { words, formats } = useLanguage();
  const { closedAt, outcome, closingReason, reason } = dispute;
  return (
    <p>
      {closedAt !== null && words.moderation.closedOn(formats.day(closedAt))}{' '}
      {outcome !== null && words.moderation.outcomes[outcome]}{' '}
      {reason === null ? (
        closingReason !== null && words.moderation.endings[closingReason]
      ) : (
        <GroundsText grounds={reason} />
      )}
    </p>
  );
}
