/** One list of results, best first. What is in it twice counts where it stands first. */
export interface Ranking<Source extends string> {
  readonly source: Source;
  readonly ids: readonly string[];
}

/** Where one list has a result. */
export interface Placing<Source extends string> {
  readonly source: Source;
  /** From 1. */
  readonly rank: number;
}

export interface FusedResult<Source extends string> {
  readonly id: string;
  /** The sum of 1 / (60 + rank) over the lists that have it. */
  readonly score: number;
  /** Why it is here: each list that has it, in the order in which the lists were given. */
  readonly placings: readonly Placing<Source>[];
}

/**
 * How much a first place counts over later ones: with 60 two places in the middle outweigh one at the top.
 * Source: Cormack, Clarke, Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
 * methods", SIGIR 2009.
 */
const DAMPING = 60;

/**
 * Makes one list of several whose scores do not compare, by reciprocal ranks. Of equal results the one with the best
 * single place comes first, then the one that an earlier list names.
 */
export function fuseRankings<Source extends string>(
  rankings: readonly Ranking<Source>[],
): FusedResult<Source>[] {
  const placings = new Map<string, Placing<Source>[]>();
  for (const { source, ids } of rankings) {
    for (const [at, id] of [...new Set(ids)].entries()) {
      const known = placings.get(id) ?? [];
      known.push({ source, rank: at + 1 });
      placings.set(id, known);
    }
  }
  return [...placings]
    .map(([id, places]) => ({ id, score: scoreOf(places), placings: places }))
    .sort((one, other) => other.score - one.score || bestRank(one) - bestRank(other));
}

/** Added up from the best place on, so that the order of the lists does not show in the last bits. */
function scoreOf(placings: readonly Placing<string>[]): number {
  const ranks = placings.map(({ rank }) => rank).sort((one, other) => one - other);
  return ranks.reduce((sum, rank) => sum + 1 / (DAMPING + rank), 0);
}

function bestRank({ placings }: FusedResult<string>): number {
  return Math.min(...placings.map(({ rank }) => rank));
}
