import { useState } from 'react';
import type { EnumValue } from '../../../client/graphql.js';
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

/** A line as programs for tables number it: that of the titles is the first. */
interface Refused {
  readonly line: number;
  readonly reference: string;
  readonly fault: EnumValue<'MemberFault'>;
}

const TITLES = 1;

interface Tally {
  readonly done: number;
  readonly of: number;
  readonly added: number;
  readonly known: number;
  readonly refused: readonly Refused[];
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
          ...done.results.flatMap(({ fault }, at) =>
            fault === null
              ? []
              : [{ line: TITLES + first + at + 1, reference: piece[at]?.reference ?? '', fault }],
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
              formats.count(tally.done),
              formats.count(tally.of),
              formats.count(tally.added),
              formats.count(tally.known),
              formats.count(tally.refused.length),
            )}
          </p>
          {tally.refused.length > 0 && (
            <>
              <ul className="stack stack--tight">
                {tally.refused.slice(0, REFUSED_SHOWN).map(({ line, reference, fault }) => (
                  <li key={line}>
                    <strong>
                      {words.organisations.line(formats.count(line))}
                      {reference !== '' && (
                        <>
                          , <ForeignText text={reference} longest={100} />
                        </>
                      )}
                      :
                    </strong>{' '}
                    {words.organisations.faults[fault]}
                  </li>
                ))}
              </ul>
              {tally.refused.length > REFUSED_SHOWN && (
                <p>{words.organisations.moreRefused(formats.count(tally.refused.length - REFUSED_SHOWN))}</p>
              )}
              <p>{words.organisations.chooseAgain}</p>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
