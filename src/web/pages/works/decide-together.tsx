import { useState } from 'react';
import type { ResultOf } from '../../../client/graphql.js';
import { useLanguage, useWords } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { KeyHelp } from '../../parts/key-help.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useAction } from '../../server/use-action.js';
import { MatchLine } from './match-line.js';
import { DecideMatches, type WorkMatchParts } from './operations.js';
import { MATCH_KEYS, type MatchAction, useMatchKeys } from './use-match-keys.js';

interface DecideTogetherProps {
  matches: readonly ResultOf<typeof WorkMatchParts>[];
  hasMore: boolean;
  isMine: boolean;
  onDone: () => void;
}

/** The matches, of which chosen ones are confirmed or rejected together: by pointer or by keys. */
export function DecideTogether({ matches, hasMore, isMine, onDone }: DecideTogetherProps) {
  const { words, formats } = useLanguage();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { ids, toggle, chooseAll, settle, decide, done } = useDeciding(matches, onDone);
  const act = (action: MatchAction, id: string | undefined): void => {
    if (action === 'help') setHelpOpen(true);
    else if (action === 'chooseAll') chooseAll();
    else if (action === 'choose' && id !== undefined) toggle(id);
    else if (action === 'confirm' || action === 'reject') {
      const meant = ids.length > 0 || id === undefined ? ids : [id];
      if (meant.length > 0 && !decide.isBusy) void settle(meant, action === 'confirm');
    }
  };
  useMatchKeys(isMine && matches.length > 0, act);
  if (matches.length === 0) {
    return (
      <>
        <p role="status">{done}</p>
        <p className="lead">{words.works.noMatches}</p>
      </>
    );
  }
  return (
    <>
      {isMine && (
        <div className="row">
          <Button look="plain" onClick={chooseAll}>
            {ids.length === matches.length ? words.works.chooseNone : words.works.chooseAll}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              setHelpOpen(true);
            }}
          >
            {words.matchKeys.title}
          </Button>
        </div>
      )}
      <MatchKeyHelp
        isOpen={isHelpOpen}
        onClose={() => {
          setHelpOpen(false);
        }}
      />
      <ul className="match-list">
        {matches.map((match) => (
          <MatchLine
            key={match.id}
            match={match}
            isChosen={ids.includes(match.id)}
            onChosen={
              isMine
                ? () => {
                    toggle(match.id);
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {hasMore && <p className="note">{words.works.moreLater}</p>}
      <p role="status">{done}</p>
      {isMine && (
        <div className={ids.length > 0 ? 'match-deeds match-deeds--ready' : 'match-deeds'}>
          <ProblemNote problem={decide.problem} />
          <div className="row">
            {([true, false] as const).map((confirm) => (
              <Button
                key={String(confirm)}
                look={confirm ? 'filled' : 'outline'}
                disabled={ids.length === 0}
                isBusy={decide.isBusy}
                onClick={() => void settle(ids, confirm)}
              >
                {(confirm ? words.works.confirm : words.works.reject)(formats.amount(ids.length))}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

/** What is chosen, and how it is decided. */
function useDeciding(matches: DecideTogetherProps['matches'], onDone: () => void) {
  const { words, formats } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<string>();
  const decide = useAction(DecideMatches, (data) => data.decideMatches);
  const ids = matches.map(({ id }) => id).filter((id) => chosen.has(id));
  return {
    ids,
    done,
    decide,
    toggle: (id: string): void => {
      setChosen(new Set(chosen.has(id) ? ids.filter((other) => other !== id) : [...ids, id]));
    },
    chooseAll: (): void => {
      setChosen(ids.length === matches.length ? new Set() : new Set(matches.map(({ id }) => id)));
    },
    settle: async (matchIds: readonly string[], confirm: boolean): Promise<void> => {
      const settled = await decide.run({ input: { matchIds: [...matchIds], confirm } });
      if (settled === undefined) return;
      const amount = formats.amount(settled.matches.length);
      setDone(confirm ? words.works.confirmed(amount) : words.works.rejected(amount));
      // What was chosen meanwhile is not decided.
      setChosen((now) => new Set([...now].filter((id) => !matchIds.includes(id))));
      onDone();
    },
  };
}

function MatchKeyHelp(props: { isOpen: boolean; onClose: () => void }) {
  const words = useWords();
  const keys = Object.entries(MATCH_KEYS).map(([key, action]) => [key, words.matchKeys[action]] as const);
  return <KeyHelp title={words.matchKeys.title} keys={keys} {...props} />;
}
