import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { PageTitle } from '../../parts/page-title.js';
import { ProviderSignIn } from '../../parts/sign-in/provider-sign-in.js';
import { SecondStepUrge } from '../../parts/sign-in/second-step-urge.js';
import { SignedInOnly } from '../../parts/signed-in-only.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useQuestion } from '../../server/use-question.js';
import { AboutMe } from './about-me.js';
import { ArtistNames } from './artist-names.js';
import { ApiKeys } from './api-keys.js';
import { LinkedProviders } from './linked-providers.js';
import { MatchNews } from './match-news.js';
import { MyData } from './my-data.js';
import { DeleteAccount } from './delete-account.js';
import { Mandates } from './mandates.js';
import { AccountQuery } from './operations.js';
import { PasswordForm } from './password-form.js';
import { RecoverySection } from './recovery-section.js';
import { SecondStepSection } from './second-step-section.js';
import { Sessions } from './sessions.js';

export function AccountPage() {
  const words = useWords();
  return (
    <div className="page page--narrow">
      <PageTitle tab={words.account.title}>{words.account.title}</PageTitle>
      <SignedInOnly>{() => <MyAccount />}</SignedInOnly>
    </div>
  );
}

function MyAccount() {
  const [state, ask] = useQuestion({ query: AccountQuery, requestPolicy: 'cache-and-network' });
  const again = (): void => {
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Answered state={state} waiting={<SkeletonLines lines={6} />} onRetry={again}>
      {({ viewer }) =>
        viewer === null ? null : (
          <>
            <SecondStepUrge />
            <AboutMe account={viewer} onChanged={again} />
            <ArtistNames names={viewer.artistNames} />
            <MatchNews news={viewer.matchNews} onChanged={again} />
            <Mandates mandates={viewer.mandates} onChanged={again} />
            <LinkedProviders linked={viewer.linkedProviders} onChanged={again} />
            <ProviderSignIn linked={viewer.linkedProviders.map(({ name }) => name)} />
            {viewer.email !== null && <PasswordForm hasPassword={viewer.hasPassword} onChanged={again} />}
            <SecondStepSection account={viewer} onChanged={again} />
            {viewer.email !== null && <RecoverySection account={viewer} onChanged={again} />}
            <Sessions sessions={viewer.sessions} />
            <ApiKeys apiKeys={viewer.apiKeys} onChanged={again} />
            <MyData />
            <DeleteAccount hasPassword={viewer.hasPassword} />
          </>
        )
      }
    </Answered>
  );
}
