import { useLanguage } from '../../language/language-context.js';
import { Facts } from '../../parts/facts.js';
import { AddressText, ForeignText } from '../../parts/foreign-text.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { USES } from '../../statements/uses.js';
import './answer-summary.css';
import { type AnswerDraft, namesTerms, saysYes } from './draft.js';
import { placeOf } from './draft-place.js';
import { DraftSubject } from './draft-subject.js';

/** A draft read back to who is to answer for it: all that would go on the record, with its address as the registry reads it. */
export function AnswerSummary({ draft }: { draft: AnswerDraft }) {
  const { words, formats } = useLanguage();
  const { kind } = placeOf(draft);
  return (
    <section className="stack">
      <ul className="stack stack--tight answer-summary">
        {USES.map((use) => {
          const preference = draft.answers[use];
          return preference === undefined ? null : (
            <li key={use}>
              <StatementSentence statement={{ use, preference }} />
            </li>
          );
        })}
      </ul>
      <Facts
        facts={[
          [words.kinds[kind], <DraftSubject key="address" draft={draft} form="expression" />],
          ...(draft.file === undefined
            ? []
            : ([
                [
                  words.sayNo.fingerprint,
                  <AddressText key="fingerprint" text={draft.file.prints.sha256} longest={64} />,
                ],
              ] as const)),
          [words.sayNo.capacity, words.capacities[draft.capacity]],
          ...(saysYes(draft)
            ? ([
                [words.conditions.ownWorks, words.preferences[draft.ownWorks ? 'ALLOW' : 'DENY']],
                [words.statement.basis, words.basisNames[draft.basis]],
                [
                  words.carried.lastDay,
                  draft.lastDay === '' ? null : formats.day(`${draft.lastDay}T12:00:00`),
                ],
              ] as const)
            : []),
          ...(namesTerms(draft)
            ? (['credit', 'licenceUrl', 'feeUrl', 'contact'] as const).map(
                (term) =>
                  [
                    words.terms[term],
                    draft[term] === '' ? null : <ForeignText key={term} text={draft[term]} longest={2_000} />,
                  ] as const,
              )
            : []),
        ]}
      />
    </section>
  );
}
