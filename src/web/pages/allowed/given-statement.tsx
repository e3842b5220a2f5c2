import type { ResultOf } from '../../../client/graphql.js';
import { StatementLine } from '../../statements/statement-line.js';
import { TermsFacts } from '../../statements/terms-facts.js';
import type { GivenQuery } from './operations.js';

type Given = ResultOf<typeof GivenQuery>['given']['edges'][number]['node'];

/** A yes, with its terms where it has some; the record that it leads to holds the proof. */
export function GivenStatement({ statement }: { statement: Given }) {
  return (
    <StatementLine statement={statement}>
      {statement.terms !== null && <TermsFacts terms={statement.terms} />}
    </StatementLine>
  );
}
