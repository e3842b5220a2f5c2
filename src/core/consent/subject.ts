/**
 * What a statement covers, as far as deciding is concerned. A statement about a whole account has been expanded onto
 * the subjects its claimant holds before it gets here, so `account` is not among the kinds.
 */
export const PLACE_KINDS = ['url', 'path', 'domain'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * `key` tells subjects of one kind apart: for a place its canonical expression (`example.com/a/`), for content the
 * name of the work. Any one-to-one name will do, such as the SHA-256 of an expression, if items use the same one.
 */
export interface Subject {
  readonly kind: 'content' | PlaceKind;
  readonly key: string;
}

/** One of the expressions under which an address is looked up; with `denyOnly` it never carries a yes. */
export interface PlaceExpression {
  readonly kind: PlaceKind;
  readonly expression: string;
  readonly denyOnly: boolean;
}

/** A work that an item is, or looks like; `distance` 0 means equal bytes. An MD5 match is `denyOnly`. */
export interface WorkLikeness {
  readonly key: string;
  readonly distance: number;
  readonly denyOnly: boolean;
}

/** A text that two subjects share only when they are the same subject. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind} ${subject.key}`;
}
