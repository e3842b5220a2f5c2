import { useEffect, useMemo, useState } from 'react';
import type { CombinedError } from 'urql';
import { hasCode, type Problem, problemOf } from '../server/problem.js';
import { useQuestion } from '../server/use-question.js';
import { type OwnKeys, useOwnKeys } from './own-keys.js';
import { ProofQuery, type PublicStatement } from './operations.js';
import type { Inability, Verification } from './verification.js';
import type { Received } from './verify-statement.js';

/** Whose word the key is that a proof was checked with: the registry's, or the reader's own. */
export type KeySource = 'published' | 'own';

interface Checked {
  readonly received: Received;
  readonly keySource: KeySource;
}

/** How far a proof has been checked. `unanswered`: the server gave none. Anything but `verified` proves nothing. */
export type Verifying =
  | { readonly kind: 'checking' | 'not-covered' }
  | { readonly kind: 'unanswered'; readonly problem: Problem }
  | { readonly kind: 'unable'; readonly inability: Inability | 'not-run' }
  | (Extract<Verification, { kind: 'verified' | 'failed' }> & Checked);

export interface Verifier {
  readonly state: Verifying;
  readonly ownKeys: OwnKeys;
  /** Asks for the proof once more. */
  readonly again: () => void;
}

/** Fetches the proof of a statement and verifies it here. `id` is the one in the page's own address. */
export function useVerification(id: string, statement: PublicStatement): Verifier {
  const [{ data, error }, ask] = useQuestion({
    query: ProofQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const ownKeys = useOwnKeys();
  const proof = error === undefined ? data?.statement?.proof : undefined;
  const keys = ownKeys.keys.length > 0 ? ownKeys.keys : data?.log.verifierKeys;
  const received = useUnlessEqual(
    proof === undefined || keys === undefined ? undefined : { id, statement, proof, keys },
  );
  const outcome = useOutcome(received);
  return {
    state: stateOf(
      received,
      outcome,
      ownKeys.keys.length > 0 ? 'own' : 'published',
      data !== undefined,
      error,
    ),
    ownKeys,
    again: () => {
      ask({ requestPolicy: 'network-only' });
    },
  };
}

/** What arrives a second time and says the same is the same object: it was checked, and the page does not waver. */
function useUnlessEqual(received: Received | undefined): Received | undefined {
  const text = received === undefined ? undefined : JSON.stringify(received);
  return useMemo(() => (text === undefined ? undefined : (JSON.parse(text) as Received)), [text]);
}

type Outcome = Verification | { readonly kind: 'unable'; readonly inability: 'not-run' };

/** What the check of `received` came to; undefined while it runs. */
function useOutcome(received: Received | undefined): Outcome | undefined {
  const [last, setLast] = useState<{ readonly of: Received; readonly outcome: Outcome }>();

  useEffect(() => {
    if (received === undefined) {
      return;
    }
    let isWanted = true;
    const tell = (outcome: Outcome): void => {
      if (isWanted) {
        setLast({ of: received, outcome });
      }
    };
    import('./verify-in-browser.js')
      .then(({ verifyInBrowser }) => {
        tell(verifyInBrowser(received));
      })
      .catch(() => {
        tell({ kind: 'unable', inability: 'not-run' });
      });
    return () => {
      isWanted = false;
    };
  }, [received]);
  return last?.of === received ? last?.outcome : undefined;
}

function stateOf(
  received: Received | undefined,
  outcome: Outcome | undefined,
  keySource: KeySource,
  isAnswered: boolean,
  error: CombinedError | undefined,
): Verifying {
  if (error !== undefined) {
    return hasCode(error, 'NOT_YET_SIGNED')
      ? { kind: 'not-covered' }
      : { kind: 'unanswered', problem: problemOf(error) };
  }
  if (received === undefined) {
    return isAnswered ? { kind: 'unanswered', problem: { kind: 'failed' } } : { kind: 'checking' };
  }
  if (outcome === undefined) {
    return { kind: 'checking' };
  }
  return outcome.kind === 'unable' ? outcome : { ...outcome, received, keySource };
}
