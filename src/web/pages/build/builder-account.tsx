import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useQuestion } from '../../server/use-question.js';
import { KeyQuotas } from './key-quotas.js';
import { BuilderAccount as BuilderAccountQuery } from './operations.js';
import { NamedRuns } from './named-runs.js';
import { Webhooks } from './webhooks.js';

/** What a builder has with an account alone: keys with their quotas, and addresses that are told of changes. */
export function BuilderAccount() {
  const words = useWords();
  return (
    <section className="section">
      <h2>{words.build.account}</h2>
      <SignedInOnly why={words.build.accountWhy}>{() => <Own />}</SignedInOnly>
    </section>
  );
}

function Own() {
  const [state, execute] = useQuestion({ query: BuilderAccountQuery, requestPolicy: 'cache-and-network' });
  const renew = (): void => {
    execute({ requestPolicy: 'network-only' });
  };
  return (
    <Answered state={state} waiting={<SkeletonLines lines={4} />} onRetry={renew}>
      {({ viewer }) =>
        viewer !== null && (
          <>
            <KeyQuotas keys={viewer.apiKeys} />
            <Webhooks webhooks={viewer.webhooks} onChanged={renew} />
            <NamedRuns />
          </>
        )
      }
    </Answered>
  );
}
