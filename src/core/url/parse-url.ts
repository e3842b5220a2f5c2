/**
 * A URL by the WHATWG rules, or undefined where the text is none. `URL.canParse` is not used anywhere: on Node 20, once
 * optimised, it refuses hosts with letters such as ü.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return base === undefined ? new URL(text) : new URL(text, base);
  } catch {
    return undefined;
  }
}

/** An absolute http or https address, or undefined. */
export function parseWebUrl(text: string): URL | undefined {
  const url = parseUrl(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}
