import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { refuseCrossSite } from '../../src/identity/refuse-cross-site.js';
import { createSessionCookie } from '../../src/identity/session-cookie.js';

const servers: { close: () => void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function portOf(publicUrl: string): Promise<number> {
  const app = express();
  app.use(refuseCrossSite(publicUrl, createSessionCookie(publicUrl)));
  app.use((_request, response) => {
    response.send('reached');
  });
  const server = app.listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}

const https = await portOf('https://assent.example');
const http = await portOf('http://localhost:4000');

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** By node:http, because fetch lets nobody write Host or Sec-Fetch-Site. */
function send(port: number, method: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, headers, path: '/graphql' }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, body });
      });
    });
    sent.on('error', reject).end();
  });
}

const COOKIE = { Cookie: '__Host-assent_session=a-token', Host: 'assent.example' };

describe('a request that carries the session cookie', () => {
  it.each<[string, Record<string, string>, string]>([
    ['POST', { Origin: 'https://assent.example' }, 'the page itself'],
    ['POST', { Origin: 'https://mirror.assent.example', Host: 'mirror.assent.example' }, 'its own host'],
    ['POST', { 'Sec-Fetch-Site': 'same-origin' }, 'same-origin, Origin withheld'],
    ['POST', { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }, 'same-origin, Origin blanked'],
    ['POST', {}, 'no browser, which would send one of the two'],
    ['GET', { Origin: 'https://evil.example' }, 'reading only'],
    ['HEAD', {}, 'reading only'],
    ['OPTIONS', { Origin: 'https://evil.example' }, 'a preflight'],
  ])('passes as %s with %j: %s', async (method, headers) => {
    expect(await send(https, method, { ...COOKIE, ...headers })).toMatchObject({ status: 200 });
  });

  it.each<[string, Record<string, string>, string]>([
    ['POST', { Origin: 'https://evil.example' }, 'another site'],
    ['POST', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' }, 'two stories'],
    ['POST', { Origin: 'http://assent.example' }, 'the same host without https'],
    ['POST', { Origin: 'https://assent.example:8443' }, 'another port'],
    ['POST', { Origin: 'https://sub.assent.example' }, 'a subdomain'],
    ['POST', { Origin: 'https://assent.example.evil.example' }, 'a name that begins alike'],
    ['POST', { Origin: 'null' }, 'an opaque origin'],
    ['POST', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }, 'a sandboxed frame'],
    ['POST', { Origin: '' }, 'an empty origin'],
    ['POST', { Origin: 'nonsense' }, 'no origin at all'],
    ['POST', { 'Sec-Fetch-Site': 'cross-site' }, 'another site, Origin withheld'],
    ['POST', { 'Sec-Fetch-Site': 'same-site' }, 'a neighbour, Origin withheld'],
    ['POST', { 'Sec-Fetch-Site': 'none' }, 'no page'],
    ['PUT', { Origin: 'https://evil.example' }, 'another method'],
    ['PATCH', { Origin: 'https://evil.example' }, 'another method'],
    ['DELETE', { Origin: 'https://evil.example' }, 'another method'],
    ['PROPFIND', { Origin: 'https://evil.example' }, 'a method nobody uses'],
  ])('is refused as %s with %j: %s', async (method, headers) => {
    const { status, body } = await send(https, method, { ...COOKIE, ...headers });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: { code: 'FORBIDDEN', message: expect.any(String), nextStep: expect.stringContaining('API key') },
    });
  });
});

describe('a request without the session cookie', () => {
  it('passes: there is nothing to borrow', async () => {
    const headers = { Origin: 'https://evil.example', Cookie: 'theme=dark', Host: 'assent.example' };
    expect(await send(https, 'POST', headers)).toMatchObject({ status: 200, body: 'reached' });
  });
});

describe('a registry on a machine of one’s own', () => {
  it('may be used by any of its names', async () => {
    const cookie = { Cookie: 'assent_session=a-token' };
    const byAddress = { ...cookie, Host: '127.0.0.1:4000', Origin: 'http://127.0.0.1:4000' };
    expect(await send(http, 'POST', byAddress)).toMatchObject({ status: 200 });
    const otherPort = { ...cookie, Host: '127.0.0.1:4000', Origin: 'http://127.0.0.1:5173' };
    expect(await send(http, 'POST', otherPort)).toMatchObject({ status: 403 });
  });
});
