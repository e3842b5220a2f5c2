import { createRegistryCookie, type RegistryCookie } from './registry-cookie.js';

/** Carries the session token. */
export type SessionCookie = RegistryCookie;

export function createSessionCookie(publicUrl: string): SessionCookie {
  return createRegistryCookie(publicUrl, 'session');
}
