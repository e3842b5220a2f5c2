import { Link } from 'react-router';
import { graphql, readFragment } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { AddressText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { isStricter, meantFor } from '../../statements/covered-uses.js';
import type { PlaceStatement } from '../../statements/place-statements.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { StatementSentence } from '../../statements/statement-sentence.js';
import { useQuestion } from '../../server/use-question.js';
import type { AnswerDraft } from './draft.js';
import { type DraftPlace, placeOf } from './draft-place.js';

const MyNewestStatements = graphql(
  `
    query MyNewestStatements {
      viewer {
        id
        statements(first: 100) {
          edges {
            node {
              id
              ...StatementParts
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `,
  [StatementParts],
);

const MOST_NAMED = 5;

/**
 * Who says no to a folder or a site and has said yes to something in it keeps that exception, by the decision rules: the more
 * specific answer holds. Nobody should find that out later.
 */
export function SmallerYeses({ draft }: { draft: AnswerDraft }) {
  const words = useWords();
  const [{ data }] = useQuestion({ query: MyNewestStatements, requestPolicy: 'network-only' });
  const statements = data?.viewer?.statements;
  const smaller = (statements?.edges ?? [])
    .map(({ node }) => readFragment(StatementParts, node))
    .filter((statement) => isException(statement, draft));
  if (smaller.length === 0) {
    return null;
  }
  const isAll = smaller.length <= MOST_NAMED && statements?.pageInfo.hasNextPage === false;
  return (
    <Notice tone="care">
      <p className="notice__title">{words.done.smaller}</p>
      <p>{words.done.smallerMeans}</p>
      <ul className="stack stack--tight">
        {smaller.slice(0, MOST_NAMED).map((statement) => (
          <li key={statement.id}>
            <StatementSentence statement={statement} />
            <br />
            <Link to={`/statements/${statement.id}`}>
              <AddressText text={statement.address ?? statement.id} longest={120} />
            </Link>
          </li>
        ))}
      </ul>
      {!isAll && <p>{words.done.smallerMore}</p>}
    </Notice>
  );
}

function isException(statement: PlaceStatement, draft: AnswerDraft): boolean {
  const { address, use, preference, withdrawnAt, supersededBy } = statement;
  const stands = withdrawnAt === null && supersededBy === null;
  if (!stands || address === null || !liesWithin(address, placeOf(draft))) {
    return false;
  }
  const meant = meantFor(draft.answers, use);
  return meant !== undefined && isStricter(meant, preference);
}

/** Whether a place in the registry's writing is smaller than another and part of it. */
function liesWithin(address: string, { kind, expression }: DraftPlace): boolean {
  if (address === expression) {
    return false;
  }
  switch (kind) {
    case 'CONTENT':
      return false;
    // Whatever is said about a place or a work goes before what is said about all.
    case 'ACCOUNT':
      return true;
    case 'URL':
      return address.startsWith(`${expression}?`);
    case 'PATH':
      return address.startsWith(expression);
    case 'DOMAIN': {
      const host = address.split(/[/:]/, 1)[0] ?? '';
      return host === expression || host.endsWith(`.${expression}`);
    }
  }
}
