import { FieldError, type FieldReader } from '../json/field-reader.js';

/** Version of the leaf schema, schema/leaf.v1.json. */
export const LEAF_VERSION = 1;

/** What every leaf says of itself. */
export interface LeafHeader<Kind extends string> {
  readonly v: typeof LEAF_VERSION;
  readonly kind: Kind;
  /** When the log took the leaf: UTC with milliseconds, `2026-11-22T19:00:00.000Z`. */
  readonly time: string;
}

/** Reads version, kind and time. Throws `FieldError`. */
export function readLeafHeader<Kind extends string>(
  fields: FieldReader,
  kinds: readonly Kind[],
): LeafHeader<Kind> {
  const version = fields.count('v');
  if (version !== LEAF_VERSION) {
    const message = `"/v" is ${version}, a version of leaves that is not known here: read it with a newer release.`;
    throw new FieldError('unsupported-version', fields.at('v'), message);
  }
  return { v: LEAF_VERSION, kind: fields.choice('kind', kinds), time: fields.instant('time') };
}
