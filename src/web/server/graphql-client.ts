import { cacheExchange, Client, fetchExchange } from 'urql';

/** The one way to the server: same origin, cookie session, JSON bodies (which a foreign page's form cannot send). */
export function makeGraphqlClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { credentials: 'same-origin' },
    preferGetMethod: false,
  });
}
