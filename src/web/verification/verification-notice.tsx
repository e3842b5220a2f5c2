import { useLanguage } from '../language/language-context.js';
import { Button } from '../parts/button.js';
import { CopyText } from '../parts/copy-text.js';
import { Disclosure } from '../parts/disclosure.js';
import { Notice } from '../parts/notice.js';
import { ProblemNote } from '../parts/problem-note.js';
import type { Verifier, Verifying } from './use-verification.js';

/** How far the proof was checked, and what that means. Only one of its forms says that all is well. */
export function VerificationNotice({ verifier: { state, again } }: { verifier: Verifier }) {
  const { words, formats } = useLanguage();
  const text = words.verification;
  switch (state.kind) {
    case 'verified': {
      const { logKey, index } = state.proven;
      return (
        <Notice tone="good" role="status">
          <p className="notice__title">{text.verified}</p>
          <p>{text.verifiedMeans(logKey.name, formats.count(index))}</p>
        </Notice>
      );
    }
    case 'failed':
      return <FailedNotice state={state} />;
    case 'unanswered':
      return (
        <>
          <ProblemNote problem={state.problem} onRetry={again} />
          <p>
            {text.unable} {text.unableMeans}
          </p>
        </>
      );
    case 'unable':
      return (
        <Notice tone="care" role="status">
          <p className="notice__title">{text.unable}</p>
          <p>{text.inabilities[state.inability]}</p>
          <p>{text.unableMeans}</p>
        </Notice>
      );
    case 'not-covered':
      return (
        <Notice tone="care" role="status">
          <p className="notice__title">{text.notCovered}</p>
          <p>{text.notCoveredMeans}</p>
          <Button onClick={again}>{text.again}</Button>
        </Notice>
      );
    case 'checking':
      return (
        <Notice role="status">
          <p>{text.checking}</p>
        </Notice>
      );
  }
}

function FailedNotice({ state }: { state: Extract<Verifying, { kind: 'failed' }> }) {
  const { words } = useLanguage();
  const text = words.verification;
  const { failure, detail, received, keySource } = state;
  return (
    <>
      <Notice tone="bad" role="alert">
        <p className="notice__title">{text.failed}</p>
        <p>
          <strong>{text.failures[failure]}</strong>
        </p>
        {failure === 'signer' && keySource === 'own' && <p>{text.signerMeans}</p>}
        <p>{text.failedMeans}</p>
        <p className="note" lang="en">
          {detail}
        </p>
      </Notice>
      <Disclosure title={text.received}>
        <CopyText label={text.receivedProof} text={received.proof} />
        <CopyText label={text.receivedLeaf} text={received.statement.leaf} />
      </Disclosure>
    </>
  );
}
