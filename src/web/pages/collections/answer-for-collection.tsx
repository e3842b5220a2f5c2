import { useState } from 'react';
import type { ResultOf } from '../../../client/graphql.js';
import { useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { Notice } from '../../parts/notice.js';
import { CollectionAnswerEditor } from './collection-answer-editor.js';
import type { CollectionParts } from './operations.js';
import { SaidByCollection } from './said-by-collection.js';
import { WithdrawForCollection } from './withdraw-for-collection.js';

/** The one answer for all, and the ways to change it or to take it back. */
export function AnswerForCollection({ collection }: { collection: ResultOf<typeof CollectionParts> }) {
  const words = useWords();
  const { id, answers, counts } = collection;
  const [isEditing, setEditing] = useState(false);
  const [done, setDone] = useState<string>();
  const settled = (text: string): void => {
    setEditing(false);
    setDone(text);
  };
  return (
    <section className="section">
      <h2>{words.collections.answer}</h2>
      {done !== undefined && !isEditing && (
        <Notice key={done} tone="good" role="status" takesFocus>
          <p className="notice__title">{done}</p>
        </Notice>
      )}
      <SaidByCollection answers={answers} />
      {answers.some(({ preference }) => preference !== 'DENY') && (
        <p className="note">{words.conditions.needsProofEach}</p>
      )}
      {isEditing ? (
        <CollectionAnswerEditor
          id={id}
          counts={counts}
          onSaved={() => {
            settled(words.collections.saved);
          }}
          onClose={() => {
            setEditing(false);
          }}
        />
      ) : (
        <div className="row">
          <Button
            look={answers.length === 0 ? 'filled' : 'outline'}
            onClick={() => {
              setDone(undefined);
              setEditing(true);
            }}
          >
            {answers.length === 0 ? words.collections.give : words.collections.change}
          </Button>
          {answers.length > 0 && (
            <WithdrawForCollection
              id={id}
              counts={counts}
              onWithdrawn={() => {
                settled(words.collections.withdrawn);
              }}
            />
          )}
        </div>
      )}
    </section>
  );
}
