import { createRegistryCookie, type RegistryCookie } from './registry-cookie.js';

/** Carries the token of a sign-in whose second factor is still asked for. It opens nothing by itself. */
export type HalfCookie = RegistryCookie;

export function createHalfCookie(publicUrl: string): HalfCookie {
  return createRegistryCookie(publicUrl, 'half');
}
