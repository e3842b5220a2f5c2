import { useState } from 'react';
import { readFragment, type ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Button } from '../../parts/button.js';
import { PagedList } from '../../parts/paged-list.js';
import { DisputeNote } from '../../statements/dispute-note.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { StatementLine } from '../../statements/statement-line.js';
import { AskedSince } from './asked-since.js';
import { AnswerWeight } from './answer-weight.js';
import { MyStatements } from './operations.js';
import { WithdrawDialog } from './withdraw-dialog.js';

type MyStatement = NonNullable<
  ResultOf<typeof MyStatements>['viewer']
>['statements']['edges'][number]['node'];

export function MyAnswers() {
  const words = useWords();
  return (
    <section className="section">
      <h2>{words.desk.answers}</h2>
      <div className="row">
        <ButtonLink to="/say-no?all">{words.desk.answerForAll}</ButtonLink>
        <ButtonLink to="/desk/import">{words.bringList.title}</ButtonLink>
      </div>
      <AskedSince />
      <div className="reading">
        <PagedList
          query={MyStatements}
          pick={(data) => data.viewer?.statements}
          empty={<p className="lead">{words.desk.noAnswers}</p>}
        >
          {(statement) => <MyAnswer key={statement.id} statement={statement} />}
        </PagedList>
      </div>
    </section>
  );
}

function MyAnswer({ statement: masked }: { statement: MyStatement }) {
  const words = useWords();
  const [isAsking, setAsking] = useState(false);
  const statement = readFragment(StatementParts, masked);
  const stands = statement.withdrawnAt === null && statement.supersededBy === null;
  return (
    <StatementLine
      statement={masked}
      reason={
        <>
          {stands && <AnswerWeight statement={statement} />}
          <DisputeNote statement={masked} />
        </>
      }
    >
      {stands && (
        <div>
          <Button
            look="plain"
            aria-label={`${words.desk.withdraw}: ${statement.address ?? statement.id}`}
            onClick={() => {
              setAsking(true);
            }}
          >
            {words.desk.withdraw}
          </Button>
          <WithdrawDialog
            statement={statement}
            isOpen={isAsking}
            onClose={() => {
              setAsking(false);
            }}
          />
        </div>
      )}
    </StatementLine>
  );
}
