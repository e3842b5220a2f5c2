import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';

interface Named {
  readonly title: string;
  readonly description: string | null;
  readonly isDemo: boolean;
}

/** The demo's own title and description say in English what the words of the page say in each language. */
export function DatasetTitle({ dataset }: { dataset: Named }) {
  const { words } = useLanguage();
  return dataset.isDemo ? words.home.demoTitle : <ForeignText text={dataset.title} />;
}

export function DatasetDescription({ dataset }: { dataset: Named }) {
  const { words } = useLanguage();
  if (dataset.isDemo) {
    return <p>{words.home.demoNote}</p>;
  }
  return dataset.description === null ? null : (
    <p>
      <ForeignText text={dataset.description} longest={800} />
    </p>
  );
}
