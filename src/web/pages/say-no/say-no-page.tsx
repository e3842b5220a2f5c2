import type { ReactNode } from 'react';
import { AnswerStep } from './answer-step.js';
import { ConditionsStep } from './conditions-step.js';
import { DoneStep } from './done-step.js';
import { type Flow, type Step, useFlow } from './flow.js';
import { PlaceStep } from './place-step.js';
import './say-no.css';
import { SignInStep } from './sign-in-step.js';

const SCREENS: Readonly<Record<Step, (props: { flow: Flow }) => ReactNode>> = {
  place: PlaceStep,
  answer: AnswerStep,
  conditions: ConditionsStep,
  'sign-in': SignInStep,
  done: DoneStep,
};

/** From "this is mine" to an answer on the record: what, which answer, who, done. */
export function SayNoPage() {
  const flow = useFlow();
  const Screen = SCREENS[flow.step];
  return (
    <div className="page page--narrow say-no">
      <Screen flow={flow} />
    </div>
  );
}
