import * as openid from 'openid-client';
import {
  type IdentityProviders,
  type ProvidedIdentity,
  ProviderRefused,
  type SignInProvider,
} from '../app/ports/identities.js';

export interface OpenidProvider extends SignInProvider {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

export interface OpenidProvidersOptions {
  readonly providers: readonly OpenidProvider[];
  /** Where the registry is reached, without a trailing slash. */
  readonly publicUrl: string;
  readonly request: (
    url: string,
    init: {
      method: string;
      headers: Readonly<Record<string, string>>;
      body?: string | Uint8Array | undefined;
    },
  ) => Promise<Response>;
}

/** OpenID Connect Core 1.0: the authorization code flow with PKCE (RFC 7636), state and nonce, all checked by the library. */
export function createOpenidProviders(options: OpenidProvidersOptions): IdentityProviders {
  const known = new Map<string, Promise<openid.Configuration>>();
  const providerOf = (id: string): OpenidProvider => {
    const provider = options.providers.find((each) => each.id === id);
    if (provider === undefined) throw new ProviderRefused('There is no such way to sign in.');
    return provider;
  };
  /** Asked for at the first sign-in, and again after one that failed: a provider that is down must not keep the registry down. */
  const configurationOf = (provider: OpenidProvider): Promise<openid.Configuration> => {
    const found = known.get(provider.id) ?? discover(provider, options);
    known.set(provider.id, found);
    found.catch(() => known.delete(provider.id));
    return found;
  };
  const callbackOf = (id: string): string => `${options.publicUrl}/sign-in/with/${id}/callback`;
  return {
    list: options.providers.map(({ id, name, issuer, vouchesForMail, profileHosts }) => {
      return { id, name, issuer, vouchesForMail, profileHosts };
    }),
    async begin(id) {
      const provider = providerOf(id);
      const request = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      return asRefusal(provider, async () => {
        const configuration = await configurationOf(provider);
        const location = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: callbackOf(id),
          scope: 'openid profile email',
          code_challenge: await openid.calculatePKCECodeChallenge(request.verifier),
          code_challenge_method: 'S256',
          state: request.state,
          nonce: request.nonce,
        });
        return { ...request, location: location.href };
      });
    },
    async finish(id, { state, nonce, verifier }, query) {
      const provider = providerOf(id);
      return asRefusal(provider, async () => {
        const configuration = await configurationOf(provider);
        const tokens = await openid.authorizationCodeGrant(
          configuration,
          new URL(`${callbackOf(id)}?${query}`),
          { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        );
        const token = tokens.claims();
        if (token === undefined) throw new ProviderRefused(`${provider.name} did not say who you are.`);
        const more = await openid.fetchUserInfo(configuration, tokens.access_token, token.sub);
        return identityOf(provider, token.sub, more);
      });
    },
  };
}

function identityOf(
  { issuer }: OpenidProvider,
  subject: string,
  { email, email_verified: isVerified, profile }: openid.UserInfoResponse,
): ProvidedIdentity {
  return {
    issuer,
    subject,
    email,
    // Some providers send a text. Only the true truth counts.
    isEmailVerified: isVerified === true,
    profile: typeof profile === 'string' && profile.length <= 2_048 ? profile : undefined,
  };
}

async function discover(
  { issuer, clientId, clientSecret }: OpenidProvider,
  { request }: OpenidProvidersOptions,
): Promise<openid.Configuration> {
  const server = new URL(issuer);
  return openid.discovery(
    server,
    clientId,
    clientSecret,
    clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret),
    {
      [openid.customFetch]: (url, { method, headers, body }) =>
        request(url, { method, headers, body: bodyText(body) }),
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- so marked to stand out: the file takes http on loopback alone
      ...(server.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {}),
    },
  );
}

function bodyText(body: unknown): string | undefined {
  if (body === null || body === undefined) return undefined;
  if (body instanceof URLSearchParams) return body.toString();
  if (typeof body === 'string') return body;
  throw new TypeError('A request to a provider has a form or nothing as its body.');
}

async function asRefusal<T>({ name }: OpenidProvider, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProviderRefused) throw error;
    throw new ProviderRefused(`${name} did not sign you in, or could not be reached.`, { cause: error });
  }
}
