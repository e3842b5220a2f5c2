import type { OutgoingRequests } from '../../ports/surroundings.js';
import { outgoingRefusal, type OutgoingRefusal } from './outgoing-refusal.js';

type Answer = Awaited<ReturnType<OutgoingRequests['get']>>;
type Limits = NonNullable<Parameters<OutgoingRequests['get']>[1]>;

/** Many small sites have no https at all. That http is enough to prove control is common ground: RFC 8555 §8.3. */
const TRY_PLAIN_HTTP: ReadonlySet<string> = new Set(['connection-failed', 'tls-failed', 'timed-out']);

/**
 * Asks for an address over https, or over http when no connection by https comes about.
 * @param address everything of it but the scheme
 */
export async function getFromSite(
  outgoing: OutgoingRequests,
  address: string,
  limits: Limits,
): Promise<Answer | OutgoingRefusal> {
  const secure = await get(outgoing, `https://${address}`, limits);
  if (!('code' in secure) || !TRY_PLAIN_HTTP.has(secure.code)) return secure;
  return get(outgoing, `http://${address}`, limits);
}

async function get(
  outgoing: OutgoingRequests,
  url: string,
  limits: Limits,
): Promise<Answer | OutgoingRefusal> {
  try {
    return await outgoing.get(url, limits);
  } catch (error) {
    const refusal = outgoingRefusal(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}
