import { useLayoutEffect, useRef } from 'react';
import { isTyping } from '../../browser/is-typing.js';

/** What a key does, with the matches that are chosen, or with the one that has the focus where none is. */
export const MATCH_KEYS = {
  j: 'next',
  k: 'previous',
  x: 'choose',
  s: 'chooseAll',
  a: 'confirm',
  r: 'reject',
  '?': 'help',
} as const;

export type MatchAction = (typeof MATCH_KEYS)[keyof typeof MATCH_KEYS];

/**
 * Keys for whoever decides many matches. They do nothing while something is typed or a dialog is open, and with Ctrl, Alt or Meta.
 * @param onAction told of what is not just a move, with the id of the match that has the focus, or of the first
 */
export function useMatchKeys(
  isOn: boolean,
  onAction: (action: MatchAction, matchId: string | undefined) => void,
): void {
  const told = useRef(onAction);
  useLayoutEffect(() => {
    told.current = onAction;
  });
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const action = Object.entries(MATCH_KEYS).find(([name]) => name === event.key)?.[1];
      if (action === undefined) return;
      event.preventDefault();
      const lines = [...document.querySelectorAll<HTMLElement>('[data-match]')];
      const at = lines.findIndex((line) => line.contains(document.activeElement));
      if (action === 'next') goTo(lines[at + 1]);
      else if (action === 'previous') goTo(lines[at - 1]);
      else told.current(action, (lines[at] ?? lines[0])?.dataset['match']);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [isOn]);
}

function goTo(line: HTMLElement | undefined): void {
  line?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
