import { parseCookie, stringifySetCookie } from 'cookie';
import type { SetCookie } from 'cookie';
import type { Request } from 'express';

interface HeadersOut {
  getHeader(name: string): number | string | string[] | undefined;
  setHeader(name: string, value: readonly string[]): unknown;
}

/** A cookie that carries one token and nothing else. */
export interface RegistryCookie {
  readonly name: string;
  read(request: Pick<Request, 'headers'>): string | undefined;
  set(response: HeadersOut, kept: { readonly token: string; readonly expiresAt: Date }): void;
  clear(response: HeadersOut): void;
}

/**
 * Under https the `__Host-` prefix makes browsers refuse the cookie from other subdomains, from http and for other paths
 * (RFC 6265bis §4.1.3.2). Under http, as on a machine of one's own, there is no such protection to be had.
 */
export function createRegistryCookie(publicUrl: string, purpose: 'session' | 'half'): RegistryCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = `${secure ? '__Host-' : ''}assent_${purpose}`;
  const common = { name, httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    name,
    read: ({ headers }) => {
      const value = headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[name];
      return value === '' ? undefined : value;
    },
    set: (response, { token, expiresAt }) => {
      write(response, { ...common, value: token, expires: expiresAt });
    },
    clear: (response) => {
      write(response, { ...common, value: '', maxAge: 0 });
    },
  };
}

/** A response sets a cookie once (RFC 6265 §4.1.1): what a later step decides replaces what an earlier one did. */
function write(response: HeadersOut, cookie: SetCookie): void {
  const before = [response.getHeader('Set-Cookie') ?? []].flat().map(String);
  const others = before.filter((header) => !header.startsWith(`${cookie.name}=`));
  response.setHeader('Set-Cookie', [...others, stringifySetCookie(cookie)]);
}
