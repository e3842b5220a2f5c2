/** Where the focus goes when the control that had it is gone: the title, from which the page is read anew. */
export function focusTitle(): void {
  document.querySelector('h1')?.focus({ preventScroll: true });
}
