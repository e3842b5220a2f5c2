/** What every bench prints alike: when and where, and a figure of many rounds with how far they lay apart. */
import { cpus } from 'node:os';

/** Figures mean something only beside their machine. */
export function machineLine() {
  return `${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}  Node ${process.version}`;
}

export function median(values) {
  return quantile(values, 0.5);
}

/** @param share from 0 to 1 */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A ratio that was taken in each round: its median, and the least and greatest. */
export function spread(ratios) {
  const [least, greatest] = [Math.min(...ratios), Math.max(...ratios)];
  return `${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${greatest.toFixed(2)})`;
}

/** Nanoseconds that some work takes. */
export async function timed(work) {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from);
}
