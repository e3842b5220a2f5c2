/** Names a place inside a JSON value (RFC 6901); the empty pointer is the whole value. */
export function childPointer(parent: string, child: string | number): string {
  return `${parent}/${String(child).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A pointer as a sentence can use it. */
export function placeName(pointer: string): string {
  return pointer === '' ? 'the whole value' : `"${pointer}"`;
}
