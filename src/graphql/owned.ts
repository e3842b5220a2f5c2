/** Something that belongs to an account. The policy compares `ownerId` with who asks; it is no field of the API. */
export interface Owned {
  readonly ownerId: string;
}

export function isOwned(value: unknown): value is Owned {
  return (
    typeof value === 'object' && value !== null && 'ownerId' in value && typeof value.ownerId === 'string'
  );
}
