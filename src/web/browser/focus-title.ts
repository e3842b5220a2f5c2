/**
 * Where the focus goes when the control that had it is gone: the title, from which the page is read anew.
 * @param from what had the focus when something began that took a while: whoever has gone on to something else since is left there
 */
export function focusTitle(from?: Element | null): void {
  const now = document.activeElement;
  if (from !== undefined && now !== from && now !== document.body) return;
  document.querySelector('h1')?.focus({ preventScroll: true });
}
