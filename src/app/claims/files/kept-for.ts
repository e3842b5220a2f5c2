import type { Registry } from '../../registry.js';

/** A screenshot is deleted once its claim is decided, and after so many days in any case. */
export const SCREENSHOT_DAYS = 90;

/** Screenshots added before are past their time. */
export function screenshotsSince({ clock }: Pick<Registry, 'clock'>): Date {
  return new Date(clock().getTime() - SCREENSHOT_DAYS * 86_400_000);
}
