/**
 * A path without `.` and `..` segments, as the WHATWG URL Standard resolves them (§4.4, path state). Done here as well because
 * parsers leave some: that of Node 20 does after a segment that begins with a dot (`/x/.a/..`).
 * @param path begins with a slash; escapes of dots are decoded already
 */
export function withoutDotSegments(path: string): string {
  if (!/\/\.\.?(?:\/|$)/.test(path)) return path;
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [at, segment] of segments.entries()) {
    const isLast = at === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    // A path that ends in a dot segment ends in a slash.
    if (isLast && (segment === '.' || segment === '..')) kept.push('');
  }
  return `/${kept.join('/')}`;
}
