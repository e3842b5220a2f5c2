/**
 * What a histogram of distances says about distances that were never seen. The logarithm of the number of pairs falls ever
 * faster towards 0, so the straight line through its last stretch that is well filled lies above it: an upper estimate.
 */

/** Counts below this say little by themselves. */
const WELL_FILLED = 20;

/** Distances in the stretch; only even ones occur, since half of the bits are set in nearly every hash. */
const STRETCH = 12;

/** @returns expected pairs at most `radius` apart, of all that were counted, and the least distance seen */
export function extrapolatedTail(histogram, radius) {
  const least = histogram.findIndex((pairs) => pairs > 0);
  const start = histogram.findIndex((pairs) => pairs >= WELL_FILLED);
  const points = [];
  for (let distance = start; distance < start + STRETCH; distance += 1) {
    if (histogram[distance] >= WELL_FILLED) points.push([distance, Math.log(histogram[distance])]);
  }
  const [slope, offset] = leastSquares(points);
  let expected = 0;
  for (let distance = 0; distance <= radius; distance += 2) expected += Math.exp(offset + slope * distance);
  return { expected, least };
}

function leastSquares(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const product = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const square = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return [product / square, meanY - (product / square) * meanX];
}
