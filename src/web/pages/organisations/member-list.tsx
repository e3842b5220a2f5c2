import { useState } from 'react';
import { useLanguage } from '../../language/language-context.js';
import { FileChoice } from '../../parts/file-choice.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { Notice } from '../../parts/notice.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { AddMembers } from './operations.js';
import { type ListedMember, readMemberList } from './read-member-list.js';

const AT_ONCE = 500;
const REFUSED_SHOWN = 20;

interface Tally {
  readonly done: number;
  readonly of: number;
  readonly added: number;
  readonly known: number;
  readonly refused: readonly { readonly line: number; readonly problem: string }[];
}

/** Hands in a list of members, piece by piece, and tells what became of each line. Chosen again, a list that was cut goes on. */
export function MemberList({ id, onAdded }: { id: string; onAdded: () => void }) {
  const { words, formats } = useLanguage();
  const [tally, setTally] = useState<Tally>();
  const [isUnread, setUnread] = useState(false);
  const add = useAction(AddMembers, (data) => data.addMembers);

  const send = async (members: readonly ListedMember[]): Promise<void> => {
    let sum: Tally = { done: 0, of: members.length, added: 0, known: 0, refused: [] };
    setTally(sum);
    while (sum.done < members.length) {
      const piece = members.slice(sum.done, sum.done + AT_ONCE);
      const done = await add.run({ input: { organisation: id, members: piece } });
      if (done === undefined) return;
      const first = sum.done;
      const count = (status: string) => done.results.filter((one) => one.status === status).length;
      sum = {
        ...sum,
        done: first + piece.length,
        added: sum.added + count('ADDED'),
        known: sum.known + count('KNOWN'),
        refused: [
          ...sum.refused,
          ...done.results.flatMap(({ status, problem }, at) =>
            status === 'REFUSED' ? [{ line: first + at + 1, problem: problem ?? '' }] : [],
          ),
        ],
      };
      setTally(sum);
    }
    onAdded();
  };
  const choose = async (file: File): Promise<void> => {
    const members = readMemberList(await file.text());
    setUnread(members === undefined);
    if (members !== undefined) await send(members);
  };
  return (
    <div className="stack">
      <h3>{words.organisations.list}</h3>
      <FileChoice
        accept=".csv,text/csv"
        label={words.organisations.chooseList}
        hint={words.organisations.listHint}
        onFile={(file) => void choose(file)}
      />
      {isUnread && (
        <Notice tone="bad" role="alert">
          <p>{words.organisations.listUnread}</p>
        </Notice>
      )}
      <ProblemNote problem={add.problem} />
      {tally !== undefined && (
        <Notice tone={tally.refused.length > 0 ? 'care' : 'good'} role="status">
          <p>
            {words.organisations.became(
              formats.amount(tally.done).shown,
              formats.amount(tally.of).shown,
              formats.amount(tally.added).shown,
              formats.amount(tally.known).shown,
              formats.amount(tally.refused.length).shown,
            )}
          </p>
          <ul>
            {tally.refused.slice(0, REFUSED_SHOWN).map(({ line, problem }) => (
              <li key={line}>
                {words.organisations.line(formats.amount(line).shown)}{' '}
                <ForeignText text={problem} longest={300} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
