import { useWords } from '../../language/language-context.js';
import { CopyText } from '../../parts/copy-text.js';
import type { Example } from './examples.js';

/** Commands and programs that ask this registry, each with a button that copies it. */
export function ExampleList({ examples }: { examples: readonly Example[] }) {
  const words = useWords();
  return (
    <section className="section">
      <h2>{words.build.fromProgram}</h2>
      <p className="soft reading">{words.build.fromProgramWhy}</p>
      {examples.map(({ id, text }) => (
        <div key={id} className="stack stack--tight">
          <h3>{words.build.examples[id]}</h3>
          <CopyText label={words.build.examples[id]} text={text} />
        </div>
      ))}
    </section>
  );
}
