import { type SyntheticEvent, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { DECISION_REASONS } from '../../claims/decision-reasons.js';
import { GroundsText } from '../../claims/grounds-text.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Button } from '../../parts/button.js';
import { ForeignText, shortened } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useAction } from '../../server/use-action.js';
import { aboutPlace, PlaceStatements, statementsOn } from '../../statements/place-statements.js';
import { ClaimSummary } from './claim-summary.js';
import { CloseDispute, type Disputes, QueuedClaimParts } from './operations.js';
import { type Reasoning, ReasoningFields } from './reasoning-fields.js';
import { SideAnswers } from './side-answers.js';

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
        <PlaceText address={dispute.address} longest={160} />
      </h3>
      <p className="note">{words.moderation.openedOn(formats.day(dispute.openedAt))}</p>
      {dispute.closedAt === null ? (
        <>
          <Sides dispute={dispute} claims={claims} />
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

interface SidesProps {
  dispute: Dispute;
  claims: readonly ResultOf<typeof QueuedClaimParts>[];
}

/** Beside what each shows, what each wants: a no and a yes are not the same to get wrong. */
function Sides({ dispute, claims }: SidesProps) {
  const place = { kind: dispute.kind, expression: dispute.address ?? '' };
  const [state, again] = useQuery({
    query: PlaceStatements,
    variables: aboutPlace(place),
    requestPolicy: 'cache-and-network',
    pause: dispute.address === null,
  });
  return (
    <div className="case__sides">
      {claims.map((claim) => (
        <div key={claim.id} className="stack">
          <ClaimSummary claim={claim} />
          {dispute.address !== null && (
            <Answered
              state={state}
              waiting={<SkeletonLines />}
              onRetry={() => {
                again({ requestPolicy: 'network-only' });
              }}
            >
              {(data) => (
                <SideAnswers
                  answers={statementsOn(place, data).filter(({ claimant }) => claimant === claim.claimant)}
                />
              )}
            </Answered>
          )}
        </div>
      ))}
    </div>
  );
}

interface CloseFormProps extends DisputeDecisionProps, SidesProps {}

const NOBODY = 'nobody';

function CloseForm({ dispute, claims, onDone }: CloseFormProps) {
  const { words } = useLanguage();
  const [upheld, setUpheld] = useState<string>();
  const [reasoning, setReasoning] = useState<Reasoning>({
    reasonCode: DECISION_REASONS.dispute[0],
    note: '',
  });
  const close = useAction(CloseDispute, (data) => data.closeDispute);

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const winner = upheld === undefined || upheld === NOBODY ? {} : { upheldClaimId: upheld };
    if ((await close.run({ input: { disputeId: dispute.id, ...winner, ...reasoning } })) !== undefined) {
      onDone(`${words.moderation.closed} ${dispute.address ?? dispute.id}`);
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
