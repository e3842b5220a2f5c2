import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Registry } from '../../src/app/registry.js';
import { actorOf, identify } from '../../src/identity/identify.js';
import { originOf } from '../../src/identity/origin-of.js';
import { refuseCrossSite } from '../../src/identity/refuse-cross-site.js';
import { createSessionCookie } from '../../src/identity/session-cookie.js';
import { createSignInGate } from '../../src/identity/sign-in-gate.js';
import type { SignInGate } from '../../src/identity/sign-in-gate.js';

export interface IdentityServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A real server with the identity middleware and three small endpoints: /who tells the actor, /origin the origin,
 * /sign-in/WAY goes through the gate with the JSON body as proof.
 */
export async function openIdentityServer(registry: Registry): Promise<IdentityServer> {
  const cookie = createSessionCookie(registry.settings.publicUrl);
  const gate = createSignInGate(registry, cookie);
  const app = express();
  app.use(refuseCrossSite(registry.settings.publicUrl, cookie));
  app.use(identify(registry, cookie));
  app.all('/who', (request, response) => {
    const actor = actorOf(request);
    response.json(actor.kind === 'anonymous' ? actor : { ...actor, account: actor.account.id });
  });
  app.get('/origin', (request, response) => {
    response.json(originOf(request, cookie));
  });
  app.post('/sign-in/:way', express.json(), async (request, response) => {
    const enter = gate[request.params.way as keyof SignInGate];
    response.json(await enter(request, response, request.body as never));
  });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The token that a response sets as session, `''` when it clears it, undefined when it does neither. */
export function sessionSetBy(response: Response): string | undefined {
  const header = response.headers.getSetCookie().find((cookie) => cookie.startsWith('assent_session='));
  return header?.split(';')[0]?.slice('assent_session='.length);
}
