import { lazy, Suspense } from 'react';
import { useSecondStep } from '../../session/second-step.js';

/** Few accounts ask for it, so it comes when it is called for. */
const SecondStepDialog = lazy(async () => ({
  default: (await import('./second-step-dialog.js')).SecondStepDialog,
}));

/** The question for the second step of a sign-in, while it is asked. */
export function SecondStepGate() {
  const settle = useSecondStep();
  return settle === undefined ? null : (
    <Suspense fallback={null}>
      <SecondStepDialog onSettled={settle} />
    </Suspense>
  );
}
