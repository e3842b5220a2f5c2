import type { EnumValue, ResultOf } from '../../../client/graphql.js';
import { useLanguage } from '../../language/language-context.js';
import { AnswerMark } from '../../parts/answer-mark.js';
import { TableFrame } from '../../parts/table-frame.js';
import type { FiguresQuery } from './operations.js';

type Answers = ResultOf<typeof FiguresQuery>['log']['figures']['answers'];

const PREFERENCES = ['DENY', 'CONDITIONAL', 'ALLOW'] as const satisfies readonly EnumValue<'Preference'>[];
const SIGNS = { DENY: 'DENIED', CONDITIONAL: 'CONDITIONAL', ALLOW: 'ALLOWED' } as const;

/** How many last words there are, by use and by what they say. */
export function AnswerTable({ answers }: { answers: Answers }) {
  const { words, formats } = useLanguage();
  const uses = Object.keys(words.uses) as EnumValue<'Use'>[];
  const countOf = (use: string, preference: string): string =>
    answers.find((answer) => answer.use === use && answer.preference === preference)?.count ?? '0';
  return (
    <TableFrame label={words.transparency.answers}>
      <thead>
        <tr>
          <th scope="col">{words.transparency.use}</th>
          {PREFERENCES.map((preference) => (
            <th key={preference} scope="col" className="figure">
              <AnswerMark answer={SIGNS[preference]} /> {words.preferences[preference]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {uses.map((use) => (
          <tr key={use}>
            <th scope="row">{words.uses[use].name}</th>
            {PREFERENCES.map((preference) => (
              <td key={preference} className="figure">
                {formats.count(countOf(use, preference))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
