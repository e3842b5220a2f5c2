import { parseUrl } from '../../core/url/parse-url.js';

/** RFC 5321 §4.5.3.1, in octets; all accepted addresses are ASCII by then. */
const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;

/** RFC 5322 §3.2.3 dot-atom. Quoted local parts are legal and unused, and a way to smuggle a second recipient. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /[a-z]/;
/** What the address parser would end the host at, decode, or leave out. */
const NOT_IN_A_DOMAIN = /[/\\:?#@%[\]\s]/;

/**
 * The one spelling under which an e-mail address is kept: trimmed, lower case, domain in its ASCII form (IDNA). Undefined
 * when the text is no address we could write to. Local parts outside ASCII are refused: too few servers deliver
 * to them, and two that look alike would be two accounts.
 */
export function readEmailAddress(text: string): string | undefined {
  const [local, domain, ...rest] = text.trim().toLowerCase().split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return undefined;
  const asciiDomain = readDomain(domain);
  if (asciiDomain === undefined || local.length > MAX_LOCAL_PART || !LOCAL_PART.test(local)) return undefined;
  const address = `${local}@${asciiDomain}`;
  return address.length <= MAX_ADDRESS ? address : undefined;
}

function readDomain(domain: string): string | undefined {
  const ascii = NOT_IN_A_DOMAIN.test(domain) ? undefined : parseUrl(`http://${domain}`)?.hostname;
  if (ascii === undefined) return undefined;
  const labels = ascii.split('.');
  const isName =
    labels.length > 1 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? '');
  return isName ? ascii : undefined;
}
