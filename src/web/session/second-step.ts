import { useSyncExternalStore } from 'react';
import type { ResultOf } from '../../client/graphql.js';
import { keptForTab } from '../browser/kept.js';
import type { GiveSecondFactor } from '../parts/sign-in/operations.js';

/** What a sign-in is answered with once its second step is done; undefined where somebody gave up. */
export type SecondStepDone =
  Extract<ResultOf<typeof GiveSecondFactor>['giveSecondFactor'], { __typename: 'SignInPayload' }> | undefined;

/** Phones drop a page while somebody looks into their authenticator app; it comes back asking for the code. */
const ASKED_KEY = 'assent.second-step';

interface Asked {
  readonly done: Promise<SecondStepDone>;
  readonly settle: (done: SecondStepDone) => void;
}

let asked = keptForTab.read(ASKED_KEY) === 'asked' ? ask() : undefined;
const listeners = new Set<() => void>();

/** Opens the dialog that asks for the second step of a sign-in, over whatever page is open, and waits for its end. */
export function askSecondStep(): Promise<SecondStepDone> {
  if (asked === undefined) {
    asked = ask();
    keptForTab.write(ASKED_KEY, 'asked');
    tell();
  }
  return asked.done;
}

/** What ends the question; undefined while nothing is asked. */
export function useSecondStep(): Asked['settle'] | undefined {
  return useSyncExternalStore(subscribe, () => asked?.settle);
}

function ask(): Asked {
  const { promise: done, resolve } = makePromise();
  return {
    done,
    settle: (result) => {
      asked = undefined;
      keptForTab.drop(ASKED_KEY);
      resolve(result);
      tell();
    },
  };
}

/** `Promise.withResolvers`, which browsers of three years ago do not have. */
function makePromise() {
  let resolve: (done: SecondStepDone) => void = () => undefined;
  const promise = new Promise<SecondStepDone>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
