import { useLayoutEffect } from 'react';
import { isTyping } from '../../browser/is-typing.js';

/** What a key does, with the case that has the focus, or the first. */
export const CASE_KEYS = {
  j: 'next',
  k: 'previous',
  t: 'take',
  a: 'approve',
  r: 'reject',
  n: 'note',
  x: 'tick',
  p: 'show',
  o: 'overlay',
  '?': 'help',
} as const;

type CaseAction = (typeof CASE_KEYS)[keyof typeof CASE_KEYS];

/** Keys for whoever decides many cases. They do nothing while something is typed, and with Ctrl, Alt or Meta. */
export function useCaseKeys(onHelp: () => void): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const action = actionOf(event.key);
      if (action === undefined) return;
      event.preventDefault();
      if (action === 'help') onHelp();
      else act(action);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [onHelp]);
}

function actionOf(key: string): CaseAction | undefined {
  return Object.entries(CASE_KEYS).find(([name]) => name === key)?.[1];
}

function act(action: Exclude<CaseAction, 'help'>): void {
  const cases = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const at = cases.findIndex((one) => one.contains(document.activeElement));
  const current = cases[at] ?? cases[0];
  switch (action) {
    case 'next':
      goTo(cases[at + 1]);
      break;
    case 'previous':
      goTo(cases[at - 1]);
      break;
    case 'take':
      current?.querySelector<HTMLElement>('[data-take]')?.click();
      break;
    case 'show':
      current?.querySelector<HTMLElement>('[data-show-pictures]')?.click();
      break;
    case 'overlay':
      current?.querySelector<HTMLElement>('[data-overlay]')?.click();
      break;
    case 'tick':
      current?.querySelector<HTMLElement>('[data-tick-all]')?.click();
      break;
    case 'note':
      current?.querySelector<HTMLElement>('details > summary:last-of-type')?.click();
      break;
    default:
      press(current?.querySelector<HTMLInputElement>(`input[type=radio][value=${action}]`));
  }
}

function goTo(one: HTMLElement | undefined): void {
  one?.focus();
  one?.scrollIntoView({ block: 'start' });
}

function press(control: HTMLInputElement | null | undefined): void {
  control?.click();
  control?.focus();
}
