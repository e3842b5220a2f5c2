const OWN_ORIGIN = 'https://assent.invalid';

/**
 * Where to go after signing in, out of a `next` parameter that anybody may have written: only a path of this site.
 * Read by the URL parser, because `/\example.com` and `/⇥/example.com` lead elsewhere.
 */
export function nextPath(next: string | null, otherwise = '/desk'): string {
  if (next === null || !URL.canParse(next, OWN_ORIGIN)) {
    return otherwise;
  }
  const url = new URL(next, OWN_ORIGIN);
  return url.origin === OWN_ORIGIN && next.startsWith('/') ? url.pathname + url.search : otherwise;
}

export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
