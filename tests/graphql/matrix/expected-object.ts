import type { Part } from './cast.js';
import type { Scene } from './scene.js';

/** What the matrix expects of the fields of one type. Written by hand, without a look at src/graphql/policy.ts. */
export interface ExpectedObject {
  /** How to get to an object of the type: A's where it belongs to somebody, else the asker's own. */
  readonly way: (scene: Scene) => readonly string[];
  /** For each part in the order of PARTS: what they get. The signs are explained in probe.ts. */
  readonly cells: string;
  /** Fields for which it is otherwise. */
  readonly but?: Readonly<Record<string, string>>;
  /** How to call fields that need arguments. */
  readonly calls?: (scene: Scene) => Readonly<Record<string, string>>;
  /** The value of every field for whoever gets it. */
  readonly fields: (scene: Scene, part: Part) => Readonly<Record<string, unknown>>;
}

export const EVERYBODY = 'v v v v v v X v';

/** What a field that leads to an object answers, as far as the probe asks. */
export const a = (typeName: string): { readonly __typename: string } => ({ __typename: typeName });
