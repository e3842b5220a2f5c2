import type { Request } from 'express';
import { MAIL_LANGUAGES } from '../app/accounts/origin.js';
import type { Origin } from '../app/accounts/origin.js';
import type { SessionCookie } from './session-cookie.js';

/** Express answers undefined when the peer has hung up; such a request shares its limits with its like. */
const GONE = 'gone';

/**
 * The address of the connection. A forwarding header counts only where the server was told which proxies to trust
 * (Express' `trust proxy`), so writing one's own evades no limit.
 */
export function addressOf(request: Request): string {
  return request.ip ?? GONE;
}

export function originOf(request: Request, cookie: SessionCookie): Origin {
  const preferred = request.acceptsLanguages([...MAIL_LANGUAGES]);
  return {
    address: addressOf(request),
    userAgent: request.headers['user-agent'],
    language: MAIL_LANGUAGES.find((language) => language === preferred) ?? 'en',
    sessionToken: cookie.read(request),
  };
}
