import { focusTitle } from '../../browser/focus-title.js';

/**
 * Where the focus goes from a case that is decided, and leaves the queue: to the one after it, else to the one before, so that whoever
 * decides by keys goes on from there. To the title where it was the only one, and from what is no case. Whoever has gone on to another
 * case while it was decided stays there: what they type must not become keys.
 */
export function goOnFrom(caseId?: string): void {
  const cases = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const at = cases.findIndex(({ dataset }) => dataset['case'] === caseId);
  const now = document.activeElement;
  if (cases.some((one, index) => index !== at && one.contains(now))) return;
  const next = at < 0 ? undefined : (cases[at + 1] ?? cases[at - 1]);
  if (next === undefined) focusTitle();
  else next.focus();
}
