import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { PageTitle } from '../../parts/page-title.js';
import { BuilderAccount } from './builder-account.js';
import { ExampleList } from './example-list.js';
import { examples } from './examples.js';
import { SnapshotSection } from './snapshot-section.js';
import { TryCheck } from './try-check.js';
import { useNewestSnapshot } from './use-newest-snapshot.js';

/** For who builds datasets: to ask, to take the answers along, and to ask from a program. Nothing of it needs an account but keys and webhooks. */
export function BuildPage() {
  const words = useWords();
  const { newest, again } = useNewestSnapshot();
  const key = newest.kind === 'shown' ? newest.snapshot.manifest.keys.at(-1) : undefined;
  const all = examples(window.location.origin, key);
  return (
    <div className="page">
      <PageTitle tab={words.build.title}>{words.build.title}</PageTitle>
      <p className="lead reading">{words.build.lead}</p>
      <TryCheck />
      <SnapshotSection
        newest={newest}
        pull={all.find(({ id }) => id === 'pull')?.text ?? ''}
        onAgain={again}
      />
      <ExampleList examples={all.filter(({ id }) => id !== 'pull')} />
      <section className="section">
        <h2>{words.allowed.title}</h2>
        <p className="soft reading">{words.build.yesListWhy}</p>
        <div className="row">
          <ButtonLink to="/allowed">{words.build.yesList}</ButtonLink>
        </div>
      </section>
      <section className="section">
        <h2>{words.build.receipts}</h2>
        <p className="soft reading">{words.build.receiptsWhy}</p>
        <div className="row">
          <ButtonLink to="/build/receipt">{words.build.openReceipt}</ButtonLink>
        </div>
      </section>
      <BuilderAccount />
    </div>
  );
}
