/**
 * Something that belongs to an account, or to nobody any more. The policy compares `ownerId` with who asks; it is no field
 * of the API.
 */
export interface Owned {
  readonly ownerId: string | undefined;
}

export function isOwned(value: unknown): value is { readonly ownerId: string } {
  return (
    typeof value === 'object' && value !== null && 'ownerId' in value && typeof value.ownerId === 'string'
  );
}
