/** How far rows lie from the middle of their cluster: neighbours are neither far away nor all alike. */
const SPREAD = 0.9;
const CLUSTERS = 2_000;

/** Clusters of vectors, the same each time. Questions are drawn as rows are. */
export class DrawnVectors {
  #random = normal(1);
  #middles;

  constructor(dimensions) {
    this.#middles = Array.from({ length: CLUSTERS }, () =>
      Float32Array.from({ length: dimensions }, this.#random),
    );
  }

  /** The next vector of a cluster. */
  near(at) {
    return this.#middles[at % CLUSTERS].map((value) => value + this.#random() * SPREAD);
  }
}

/** Numbers of a normal distribution (Box and Muller) from a repeatable stream. */
function normal(seed) {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
