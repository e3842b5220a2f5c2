import { keptForTab } from '../../browser/kept.js';

const KEY = 'assent.list';

/** Keeps addresses for the page that says no to a list, one on each line; they outlive the sign-in. */
export function keepList(text: string): void {
  keptForTab.write(KEY, text);
}

export function keptList(): string {
  return keptForTab.read(KEY) ?? '';
}

export function dropList(): void {
  keptForTab.drop(KEY);
}
