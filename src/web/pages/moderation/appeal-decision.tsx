import { useState } from 'react';
import { Link } from 'react-router';
import { readFragment } from '../../../client/graphql.js';
import { GroundsText } from '../../claims/grounds-text.js';
import { PlaceText } from '../../claims/place-text.js';
import { useLanguage } from '../../language/language-context.js';
import { ActionForm } from '../../parts/action-form.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { RadioGroup } from '../../parts/radio-group.js';
import { WebLink } from '../../parts/web-link.js';
import { useAction } from '../../server/use-action.js';
import { BesideItem } from './beside/beside-item.js';
import { AnswerSides } from './answer-sides.js';
import { DECISION_TOUCHES } from './decision-touches.js';
import { DecideAppeal, DisputeParts, QueuedClaimParts, type QueuedAppeal } from './operations.js';
import { ReasoningFields, unreasoned } from './reasoning-fields.js';

const DISMISS = 'dismiss';
const NOBODY = 'nobody';

/** What one side says against a decision, what was decided, and the form for whoever had no part in it. */
export function AppealDecision({
  appealed,
  onDone,
}: {
  appealed: QueuedAppeal;
  onDone: (text: string) => void;
}) {
  const { words, formats } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [reasoning, setReasoning] = useState(unreasoned('dispute'));
  const decide = useAction(DecideAppeal, (data) => data.decideAppeal, DECISION_TOUCHES);
  const { appeal } = appealed;
  const dispute = readFragment(DisputeParts, appealed.dispute);
  const claims = dispute.claims.map((claim) => readFragment(QueuedClaimParts, claim));
  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    const upheldClaimId = claims.find(({ id }) => id === chosen)?.id;
    const done = await decide.run({
      input: {
        appealId: appeal.id,
        outcome: chosen === DISMISS ? 'DISMISSED' : 'UPHELD',
        ...(upheldClaimId === undefined ? {} : { upheldClaimId }),
        ...reasoning,
      },
    });
    if (done === undefined) return;
    onDone(done.proposal === null ? words.moderation.appealDecided : words.moderation.proposed);
  };
  const others =
    dispute.answers === null
      ? [
          ...claims.map(({ id, claimant }) => ({ value: id, label: words.moderation.placeTo(claimant) })),
          { value: NOBODY, label: words.moderation.nobody },
        ]
      : [{ value: 'other', label: words.moderation.otherAnswer }];
  return (
    <section className="stack">
      <h3 className="claim-summary__address">
        <span className="over-title">{words.moderation.appealAgainst}</span>
        <br />
        <PlaceText address={dispute.address} longest={160} />
      </h3>
      <p>
        {dispute.outcome !== null && words.moderation.outcomes[dispute.outcome]}{' '}
        {dispute.reason !== null && <GroundsText grounds={dispute.reason} />}
      </p>
      <blockquote className="case__said">
        <ForeignText text={appeal.text} longest={5000} />
      </blockquote>
      {appeal.link !== null && (
        <p>
          <WebLink address={appeal.link} />
        </p>
      )}
      <p className="note">
        {formats.moment(appeal.madeAt)}, <ForeignText text={appeal.claimant} />
      </p>
      <p>
        <Link to={`/disputes/${dispute.id}`}>{words.exchange.shown}</Link>
      </p>
      <BesideItem item={`dispute:${dispute.id}`} />
      {dispute.answers !== null && <AnswerSides answers={dispute.answers} claims={claims} />}
      <ActionForm action={decide} label={words.moderation.decideAppeal} look="filled" onSubmit={send}>
        <RadioGroup
          legend={words.moderation.appealFound}
          value={chosen}
          onValue={setChosen}
          options={[{ value: DISMISS, label: words.moderation.decisionStands }, ...others]}
        />
        <ReasoningFields deciding="dispute" reasoning={reasoning} onReasoning={setReasoning} />
      </ActionForm>
    </section>
  );
}
