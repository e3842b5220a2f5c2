import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { Button } from '../../parts/button.js';
import { EntryChoiceContext } from '../../search/entry-choice.js';
import { keepList } from '../import/kept-list.js';
import './choose-several.css';

/** A list of results of which several can be chosen, to say no to all of them in one step. */
export function ChooseSeveral({ children }: { children: ReactNode }) {
  const { words, formats } = useLanguage();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const choose = (url: string, isChosen: boolean): void => {
    setChosen((before) => {
      const others = [...(before ?? [])].filter((one) => one !== url);
      return new Set(isChosen ? [...others, url] : others);
    });
  };
  if (chosen === undefined) {
    return (
      <>
        <div className="row">
          <Button
            look="plain"
            onClick={() => {
              setChosen(new Set());
            }}
          >
            {words.search.chooseSeveral}
          </Button>
        </div>
        {children}
      </>
    );
  }
  return (
    <EntryChoiceContext value={{ chosen, choose }}>
      {children}
      <div className="choose-several" role="group" aria-label={words.search.chooseSeveral}>
        <p role="status">{words.search.chosen(formats.amount(chosen.size))}</p>
        <div className="row">
          <Button
            look="no"
            disabled={chosen.size === 0}
            onClick={() => {
              keepList([...chosen].join('\n'));
              void navigate('/desk/import');
            }}
          >
            {words.search.sayNoToChosen}
          </Button>
          <Button
            look="plain"
            onClick={() => {
              setChosen(undefined);
            }}
          >
            {words.search.chooseNone}
          </Button>
        </div>
      </div>
    </EntryChoiceContext>
  );
}
