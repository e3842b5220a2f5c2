import { keptForLong } from './kept.js';

/** `device`: as the device says. */
export const THEMES = ['device', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'assent.theme';

export function isTheme(text: string | null): text is Theme {
  return THEMES.some((theme) => theme === text);
}

export function keptTheme(): Theme {
  const kept = keptForLong.read(KEY);
  return isTheme(kept) ? kept : 'device';
}

export function chooseTheme(theme: Theme): void {
  keptForLong.write(KEY, theme);
  showTheme(theme);
}

export function showTheme(theme: Theme): void {
  if (theme === 'device') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme;
  }
}
