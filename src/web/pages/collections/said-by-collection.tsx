import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { TermsFacts } from '../../statements/terms-facts.js';
import type { CollectionParts } from './operations.js';

type Answers = ResultOf<typeof CollectionParts>['answers'];

/** What a collection says, use by use, with its terms; or that nobody has answered, which is no permission. */
export function SaidByCollection({ answers }: { answers: Answers }) {
  const { words, formats } = useLanguage();
  if (answers.length === 0) {
    return (
      <p className="soft">
        {words.collections.unanswered} {words.notPermission}
      </p>
    );
  }
  const terms = answers.find((answer) => answer.terms !== null)?.terms ?? null;
  const expiresAt = answers[0]?.expiresAt ?? null;
  return (
    <div className="stack stack--tight">
      {answers.map((answer) => (
        <p key={answer.use}>
          <StatementSentence statement={answer} />
        </p>
      ))}
      {terms !== null && <TermsFacts terms={terms} />}
      {expiresAt !== null && <p className="note">{words.collections.ends(formats.day(expiresAt))}</p>}
    </div>
  );
}
