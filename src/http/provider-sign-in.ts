import { parseCookie, stringifySetCookie } from 'cookie';
import { type Request, type RequestHandler, Router } from 'express';
import { beginProviderSignIn } from '../app/accounts/begin-provider-sign-in.js';
import { finishProviderSignIn } from '../app/accounts/finish-provider-sign-in.js';
import type { Registry } from '../app/registry.js';
import { createHalfCookie } from '../identity/half-cookie.js';
import { actorOf, identify } from '../identity/identify.js';
import { addressOf, originOf } from '../identity/origin-of.js';
import { refuseCrossSite } from '../identity/refuse-cross-site.js';
import { createSessionCookie } from '../identity/session-cookie.js';

/**
 * `POST /sign-in/with/<provider>` (`?link=1` to link the account that is signed in) answers `{"location": …}`, where the
 * browser goes; `GET /sign-in/with/<provider>/callback` is where it comes back. A cookie ties the two to one browser.
 */
export function providerSignInRoutes(registry: Registry): Router {
  const { publicUrl } = registry.settings;
  const session = createSessionCookie(publicUrl);
  const half = createHalfCookie(publicUrl);
  const flow = flowCookie(publicUrl);
  const router = Router();
  const noStore: RequestHandler = (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  };
  router.use('/sign-in/with', noStore);
  router.post(
    '/sign-in/with/:provider',
    refuseCrossSite(publicUrl, session),
    identify(registry, session),
    async (request, response) => {
      const actor = actorOf(request);
      const isLinking = request.query['link'] !== undefined;
      const accountId = actor.kind === 'account' && actor.via === 'session' ? actor.account.id : undefined;
      if (isLinking && accountId === undefined) {
        response.status(401).json({ error: { code: 'UNAUTHENTICATED', message: 'Sign in first.' } });
        return;
      }
      const result = await beginProviderSignIn(registry, {
        provider: String(request.params['provider']),
        accountId: isLinking ? accountId : undefined,
        address: addressOf(request),
      });
      if (!result.ok) {
        response.status(422).json({ error: { ...result, ok: undefined } });
        return;
      }
      response.append('Set-Cookie', flow.keep(result.handle, result.expiresAt));
      response.json({ location: result.location });
    },
  );
  router.get('/sign-in/with/:provider/callback', identify(registry, session), async (request, response) => {
    const actor = actorOf(request);
    const result = await finishProviderSignIn(registry, originOf(request, session), {
      provider: String(request.params['provider']),
      handle: flow.read(request),
      query: request.originalUrl.split('?', 2)[1] ?? '',
      accountId: actor.kind === 'account' && actor.via === 'session' ? actor.account.id : undefined,
    });
    if (result.ok && 'session' in result) session.set(response, result.session);
    const isHalfway = !result.ok && result.code === 'SECOND_FACTOR_NEEDED';
    if (isHalfway) half.set(response, result.half);
    response.append('Set-Cookie', flow.drop());
    if (!result.ok) response.redirect(303, `/sign-in?provider=${isHalfway ? 'second-factor' : 'refused'}`);
    else response.redirect(303, 'linked' in result ? '/account' : '/desk');
  });
  return router;
}

/** Under https with the prefix that keeps other subdomains from setting it (RFC 6265bis §4.1.3.2). */
function flowCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  const name = secure ? '__Host-assent_flow' : 'assent_flow';
  const common = { name, httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  return {
    read: ({ headers }: Pick<Request, 'headers'>): string | undefined =>
      headers.cookie === undefined ? undefined : parseCookie(headers.cookie)[name],
    keep: (value: string, expires: Date): string => stringifySetCookie({ ...common, value, expires }),
    drop: (): string => stringifySetCookie({ ...common, value: '', maxAge: 0 }),
  };
}
