import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { parseSetCookie } from 'cookie';
import { createSessionCookie } from '../../src/identity/session-cookie.js';

const HTTPS = createSessionCookie('https://assent.example');
const HTTP = createSessionCookie('http://localhost:4000');
const SESSION = { token: 'a-token', expiresAt: new Date('2026-12-22T12:00:00Z') };

function requestWith(cookie?: string): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  if (cookie !== undefined) request.headers.cookie = cookie;
  return request;
}

function response(): ServerResponse {
  return new ServerResponse(requestWith());
}

describe('the session cookie', () => {
  it('is bound to the host under https', () => {
    const answer = response();
    HTTPS.set(answer, SESSION);
    const [header] = [answer.getHeader('Set-Cookie')].flat();
    expect(parseSetCookie(String(header))).toEqual({
      name: '__Host-assent_session',
      value: 'a-token',
      expires: SESSION.expiresAt,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
  });

  it('does without what browsers accept under https only, under http', () => {
    const answer = response();
    HTTP.set(answer, SESSION);
    const [header] = [answer.getHeader('Set-Cookie')].flat();
    expect(parseSetCookie(String(header))).toEqual({
      name: 'assent_session',
      value: 'a-token',
      expires: SESSION.expiresAt,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
    });
  });

  it('is cleared with the attributes it was set with', () => {
    const answer = response();
    HTTPS.clear(answer);
    const [header] = [answer.getHeader('Set-Cookie')].flat();
    expect(parseSetCookie(String(header))).toEqual({
      name: '__Host-assent_session',
      value: '',
      maxAge: 0,
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'lax',
    });
  });

  it('stands once in a response, as the last step left it, beside other cookies', () => {
    const answer = response();
    answer.setHeader('Set-Cookie', 'other=1');
    HTTP.clear(answer);
    HTTP.set(answer, SESSION);
    const headers = [answer.getHeader('Set-Cookie')].flat().map(String);
    expect(headers.map((header) => header.split(';')[0])).toEqual(['other=1', 'assent_session=a-token']);
  });

  it.each<[string | undefined, string | undefined, string]>([
    ['assent_session=a-token', 'a-token', 'alone'],
    ['theme=dark; assent_session=a-token; x=y', 'a-token', 'among others'],
    ['assent_session=', undefined, 'empty'],
    ['__Host-assent_session=a-token', undefined, 'of another scheme'],
    ['', undefined, 'not there'],
    [undefined, undefined, 'no cookies at all'],
  ])('reads %j as %j: %s', (cookie, token) => {
    expect(HTTP.read(requestWith(cookie))).toBe(token);
  });
});
