import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface Person {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly profile?: string;
}

export interface OpenidServer {
  readonly issuer: string;
  /** Who can sign in, by the name that they type. */
  readonly people: Map<string, Person>;
  /** Walks through the provider's pages as somebody would in a browser; answers where it sends the browser back to. */
  signIn(location: string, login: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'registry', secret: 'a secret of the registry, long enough' };

/** A real OpenID Connect provider on loopback, with PKCE demanded. */
export async function openOpenidProvider(redirectUri: string): Promise<OpenidServer> {
  const people = new Map<string, Person>();
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        application_type: 'native',
        redirect_uris: [redirectUri],
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['profile'] },
    cookies: { keys: ['a key of this suite'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub, ...people.get(sub) }),
    }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    people,
    signIn: (location, login) => walk(issuer, location, login),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function walk(issuer: string, start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (!url.startsWith(issuer)) return url;
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const next = answer.headers.get('location');
    if (next !== null) url = new URL(next, url).href;
    else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (prompt === undefined)
        throw new Error(`The provider shows another page (${answer.status}): ${page}`);
      form = new URLSearchParams({ prompt, login, password: 'any' });
    }
  }
  throw new Error('The provider leads nowhere.');
}
