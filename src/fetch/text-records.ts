import { Resolver } from 'node:dns/promises';

/** What one DNS server says about the text records of a name (RFC 1035 §3.3.14). */
export type TextAnswer =
  | {
      readonly found: 'records';
      /** Each record as a whole: the strings of at most 255 octets that it is sent as are joined (RFC 7208 §3.3). */
      readonly texts: readonly string[];
      readonly alias: string | undefined;
    }
  /** The name is there, or an alias is, but no text record. */
  | { readonly found: 'no-records'; readonly alias: string | undefined }
  /** There is no such name (NXDOMAIN). */
  | { readonly found: 'no-name' }
  /** The server could not say: silence, SERVFAIL, REFUSED. That says nothing about the name. */
  | { readonly found: 'no-answer'; readonly code: string };

export interface TextRecords {
  /** Asks every server by itself, since one may know already what another does not know yet. One answer each; never rejects. */
  text(name: string): Promise<readonly TextAnswer[]>;
}

/** @param servers `address` or `address:port`; by default those of the system */
export function createTextRecords(servers?: readonly string[]): TextRecords {
  return {
    async text(name) {
      const asked = servers ?? new Resolver().getServers();
      return Promise.all([...new Set(asked)].map((server) => askServer(server, name)));
    },
  };
}

async function askServer(server: string, name: string): Promise<TextAnswer> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  resolver.setServers([server]);
  const [texts, aliases] = await Promise.allSettled([resolver.resolveTxt(name), resolver.resolveCname(name)]);
  const unsure = [texts, aliases].map(codeOf).find((code) => code !== undefined && !SURE.has(code));
  // Where it is not known whether the name is an alias, its records may be somebody else's.
  if (unsure !== undefined) return { found: 'no-answer', code: unsure };
  const alias = aliases.status === 'fulfilled' ? aliases.value[0]?.toLowerCase() : undefined;
  // An alias to nothing is answered by an empty list.
  if (texts.status === 'fulfilled' && texts.value.length > 0) {
    return { found: 'records', texts: texts.value.map((strings) => strings.join('')), alias };
  }
  const isThere = alias !== undefined || codeOf(texts) !== 'ENOTFOUND';
  return isThere ? { found: 'no-records', alias } : { found: 'no-name' };
}

/** What c-ares makes of an empty answer and of NXDOMAIN; everything else is no answer about the name. */
const SURE: ReadonlySet<string> = new Set(['ENODATA', 'ENOTFOUND']);

function codeOf(result: PromiseSettledResult<unknown>): string | undefined {
  if (result.status === 'fulfilled') return undefined;
  const reason: unknown = result.reason;
  return typeof reason === 'object' && reason !== null && 'code' in reason ? String(reason.code) : 'UNKNOWN';
}
