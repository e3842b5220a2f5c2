import { type SyntheticEvent, useState } from 'react';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { GroundsText } from '../../claims/grounds-text.js';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { AddressText, ForeignText, shortened } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { useAction } from '../../server/use-action.js';
import { ClaimSummary } from './claim-summary.js';
import { CloseDispute, type Disputes, QueuedClaimParts } from './operations.js';
import { type Reasoning, ReasoningFields } from './reasoning-fields.js';

type Dispute = ResultOf<typeof Disputes>['disputes']['edges'][number]['node'];

interface DisputeDecisionProps {
  dispute: Dispute;
  onDone: (text: string) => void;
}

/** A place that more than one says is theirs: what each shows side by side, and whose word holds. */
export function DisputeDecision({ dispute, onDone }: DisputeDecisionProps) {
  const { words, formats } = useLanguage();
  const claims = dispute.claims.map((claim) => readFragment(QueuedClaimParts, claim));
  return (
    <article className="case case--wide">
      <h3>
        <AddressText text={dispute.address} longest={160} />
      </h3>
      <p className="note">{words.moderation.openedOn(formats.day(dispute.openedAt))}</p>
      {dispute.closedAt === null ? (
        <>
          <div className="case__sides">
            {claims.map((claim) => (
              <ClaimSummary key={claim.id} claim={claim} />
            ))}
          </div>
          <CloseForm dispute={dispute} claims={claims} onDone={onDone} />
        </>
      ) : (
        <p>
          {words.moderation.closedOn(formats.day(dispute.closedAt))}{' '}
          {dispute.reason !== null && <GroundsText grounds={dispute.reason} />}
        </p>
      )}
    </article>
  );
}

interface CloseFormProps extends DisputeDecisionProps {
  claims: readonly ResultOf<typeof QueuedClaimParts>[];
}

const NOBODY = 'nobody';

function CloseForm({ dispute, claims, onDone }: CloseFormProps) {
  const { words } = useLanguage();
  const [upheld, setUpheld] = useState<string>();
  const [reasoning, setReasoning] = useState<Reasoning>({ reasonCode: 'evidence-convincing', note: '' });
  const close = useAction(CloseDispute, (data) => data.closeDispute);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const winner = upheld === undefined || upheld === NOBODY ? {} : { upheldClaimId: upheld };
    if ((await close.run({ input: { disputeId: dispute.id, ...winner, ...reasoning } })) !== undefined) {
      onDone(`${words.moderation.closed} ${dispute.address}`);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <RadioGroup
        legend={words.moderation.whose}
        value={upheld}
        onValue={setUpheld}
        options={[
          ...claims.map((claim) => ({
            value: claim.id,
            label: `${shortened(claim.claimant, 24)}, ${words.capacityPhrases[claim.capacity]}`,
            hint: <ForeignText text={words.assurances[claim.assurance]} />,
          })),
          { value: NOBODY, label: words.moderation.nobody },
        ]}
      />
      <ReasoningFields deciding="dispute" reasoning={reasoning} onReasoning={setReasoning} />
      <ProblemNote problem={close.problem} />
      <div className="row">
        <Button type="submit" look="filled" isBusy={close.isBusy} disabled={upheld === undefined}>
          {words.moderation.close}
        </Button>
      </div>
    </form>
  );
}
