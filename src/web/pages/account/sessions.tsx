import { useState } from 'react';
import { useClient } from 'urql';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { ForeignText } from '../../parts/foreign-text.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { type Problem, problemOf } from '../../server/problem.js';
import { dropList } from '../import/kept-list.js';
import { dropDraft } from '../say-no/draft.js';
import '../../parts/ruled-list.css';
import { type AccountData, SignOut } from './operations.js';

export function Sessions({ sessions }: { sessions: AccountData['sessions'] }) {
  const { words, formats } = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const client = useClient();

  const signOut = async (everywhere: boolean): Promise<void> => {
    const { error } = await client.mutation(SignOut, { input: { everywhere } }).toPromise();
    if (error !== undefined) {
      setProblem(problemOf(error));
      return;
    }
    dropDraft();
    dropList();
    // A fresh page, so that nothing of the account stays in memory.
    window.location.assign('/');
  };
  return (
    <section className="section">
      <h2>{words.sessions.title}</h2>
      <ul className="ruled-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <p>
              <strong>{session.isCurrent ? words.sessions.current : words.sessions.other}</strong>
            </p>
            {session.userAgent !== null && (
              <p className="note">
                <ForeignText text={session.userAgent} longest={160} />
              </p>
            )}
            <p className="note">{words.sessions.lastSeen(formats.moment(session.lastSeenAt))}</p>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      <div className="row">
        <Button onClick={() => void signOut(false)}>{words.sessions.signOut}</Button>
        <Button look="plain" onClick={() => void signOut(true)}>
          {words.sessions.signOutEverywhere}
        </Button>
      </div>
    </section>
  );
}
