import { buttonClass } from '../parts/button.js';
import { useLanguage } from '../language/language-context.js';
import { Facts } from '../parts/facts.js';
import { AddressText, ForeignText } from '../parts/foreign-text.js';
import { StatementLine } from '../statements/statement-line.js';
import type { SeenAcceptance } from './operations.js';

/** Who accepted which terms, for what and when, with what was signed to keep. */
export function AcceptanceLine({ acceptance }: { acceptance: SeenAcceptance }) {
  const { words, formats } = useLanguage();
  const { name, signer, uses, takenAt, document, statement, digest } = acceptance;
  return (
    <StatementLine statement={statement}>
      <Facts
        facts={[
          [
            words.acceptances.by,
            name === null ? words.acceptances.nameless : <ForeignText key="name" text={name} />,
          ],
          [words.acceptances.uses, uses.map((use) => words.uses[use].name).join(', ')],
          [words.acceptances.when, formats.day(takenAt)],
          [words.acceptances.key, <AddressText key="key" text={signer} />],
          [words.acceptances.stands, statement.standsNow ? null : words.acceptances.over],
        ]}
      />
      <p>
        <a
          className={buttonClass('plain')}
          download={`acceptance-${digest.slice(0, 12)}.json`}
          href={`data:application/json;charset=utf-8,${encodeURIComponent(document)}`}
        >
          {words.acceptances.keep}
        </a>
      </p>
    </StatementLine>
  );
}
