/** A keyset page: rows strictly after a cursor's position, in a fixed order over a unique key. */
export interface PageRequest {
  readonly first: number;
  /** Position after which the page begins, as the store made it; opaque to callers. */
  readonly after?: string;
}

export interface Page<T> {
  readonly rows: readonly { readonly cursor: string; readonly row: T }[];
  readonly hasNextPage: boolean;
}

/** A cursor that no page of this kind ever gave out. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor() {
    super('This cursor was not given out by this list. Start again from the first page.');
  }
}
