/** Whether keys that go to an element are somebody's text, or meant for an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  // A dialog that has just been closed keeps the focus until the page is drawn again.
  const takers = 'input:not([type=radio],[type=checkbox]), textarea, select, dialog[open]';
  return target instanceof HTMLElement && target.closest(takers) !== null;
}
