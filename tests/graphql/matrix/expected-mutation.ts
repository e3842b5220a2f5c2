import type { Part } from './cast.js';
import type { Scene } from './scene.js';
import type { Theatre } from './theatre.js';

/** What the matrix expects of one mutation. Written by hand, without a look at src/graphql/policy.ts. */
export interface ExpectedMutation {
  /** What is sent, if anything: about A's things where it is about something that belongs to somebody. */
  readonly input: (stage: Stage, part: Part) => unknown;
  /**
   * For each part in the order of PARTS: `P` the payload, `N` NotFoundError, `W` WrongCredentialsError, `R` RoleHeldError,
   * `U` UNAUTHENTICATED, `F` FORBIDDEN, `X` the whole request refused with 401.
   */
  readonly cells: string;
  /** What the payload holds at least. */
  readonly payload: (stage: Stage, part: Part) => Readonly<Record<string, unknown>>;
  /** Fields of the payload that hold nothing in this case. */
  readonly lacks?: readonly string[];
  /** Whoever carries it out has proven to be A by it. */
  readonly provesToBeA?: true;
  /** Whoever carries it out changes only what is theirs: the next part finds everything of its own as it was. */
  readonly changesOnlyOwn?: true;
}

export interface Stage {
  readonly theatre: Theatre;
  readonly scene: Scene;
}
