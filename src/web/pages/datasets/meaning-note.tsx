import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText } from '../../parts/foreign-text.js';
import type { DatasetsQuery } from './operations.js';

type Meaning = ResultOf<typeof DatasetsQuery>['registry']['meaning'];

/** Whether pictures can be looked for by what they show, by which model, and how an operator gets one. */
export function MeaningNote({ meaning }: { meaning: Meaning }) {
  const { words } = useLanguage();
  const lacksModel = meaning.state === 'OFF' || meaning.state === 'NO_WEIGHTS';
  const model = meaning.model ?? 'Xenova/clip-vit-base-patch32';
  return (
    <section className="section stack">
      <h2>{words.meaning.title}</h2>
      <p>{words.meaning.states[meaning.state]}</p>
      {lacksModel && (
        <p>
          {words.meaning.forOperators} <code>assent models pull {model}</code>
        </p>
      )}
      {meaning.state === 'READY' && (
        <p className="soft">
          {words.meaning.model} <ForeignText text={model} />
        </p>
      )}
      {meaning.state !== 'OFF' && <p className="soft">{words.meaning.learned}</p>}
    </section>
  );
}
