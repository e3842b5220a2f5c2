/** From hashes that are near each other to a suspicion: this picture lies in the query, there, so large and that way round. */
import type { Orientation } from './orientation.js';
import type { Probe, QueryView } from './likeness-query.js';
import type { Region } from './region.js';
import { type RegionPair, samePlacement } from './same-placement.js';

/** Bits beyond which two hashes of regions are looked at as strangers. */
export const MAX_HIT_DISTANCE = 64;

/** A row of the index that lies near a probe. */
export interface Hit {
  readonly probe: Probe;
  /** Which picture of the index. */
  readonly picture: string;
  readonly region: Region;
  /** In bits, at most `MAX_HIT_DISTANCE`. */
  readonly distance: number;
}

/** Where a picture of the index is suspected: a point (x, y) of it at `scale × point + shift` of the view as laid down. */
export interface Placement {
  readonly picture: string;
  readonly view: QueryView;
  readonly orientation: Orientation;
  readonly across: Axis;
  readonly down: Axis;
  /** How much speaks for it: hits that agree on the place, near ones more. */
  readonly support: number;
}

/** In ten-thousandths on both sides. */
interface Axis {
  readonly scale: number;
  readonly shift: number;
}

/** Each hit may be the one that is right; the nearest few of a picture are tried. */
const SEEDS = 8;

/** The most supported first, at most `count`, one for each picture, view and orientation. */
export function placements(hits: readonly Hit[], count: number): readonly Placement[] {
  return grouped(hits)
    .map((group) => placementOf(group))
    .sort((a, b) => b.support - a.support)
    .slice(0, count);
}

function grouped(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const byView = new Map<QueryView, Map<string, Hit[]>>();
  for (const hit of hits) {
    const { view, orientation } = hit.probe;
    const groups = byView.get(view) ?? new Map<string, Hit[]>();
    byView.set(view, groups);
    const key = `${orientation} ${hit.picture}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(hit);
  }
  return [...byView.values()].flatMap((groups) => [...groups.values()]);
}

function placementOf(group: readonly Hit[]): Placement {
  const nearestFirst = group.toSorted((a, b) => a.distance - b.distance);
  let best: readonly Hit[] = [];
  let support = 0;
  for (const seed of nearestFirst.slice(0, SEEDS)) {
    const agreeing = agreeingWith(seed, nearestFirst);
    const sum = agreeing.reduce((total, { distance }) => total + MAX_HIT_DISTANCE + 8 - distance, 0);
    if (sum > support) [best, support] = [agreeing, sum];
  }
  const [first] = nearestFirst as [Hit];
  return {
    picture: first.picture,
    view: first.probe.view,
    orientation: first.probe.orientation,
    across: fitAxis(
      best.map(({ region, probe }) => [region.left, region.width, probe.region.left, probe.region.width]),
    ),
    down: fitAxis(
      best.map(({ region, probe }) => [region.top, region.height, probe.region.top, probe.region.height]),
    ),
    support,
  };
}

/** Hits of other regions that put the picture where the seed does; each region and each probe counts once. */
function agreeingWith(seed: Hit, nearestFirst: readonly Hit[]): readonly Hit[] {
  const regions = new Set<Region>();
  const probes = new Set<Probe>();
  return nearestFirst.filter((hit) => {
    if (regions.has(hit.region) || probes.has(hit.probe)) return false;
    if (!samePlacement(pairOf(seed), pairOf(hit))) return false;
    regions.add(hit.region);
    probes.add(hit.probe);
    return true;
  });
}

function pairOf({ region, probe }: Hit): RegionPair {
  return { region, lies: probe.region };
}

/** The line through both ends of every pair of intervals that leaves the least squares. */
function fitAxis(
  pairs: readonly (readonly [from: number, length: number, to: number, toLength: number])[],
): Axis {
  const points = pairs.flatMap(([from, length, to, toLength]) => [
    [from, to] as const,
    [from + length, to + toLength] as const,
  ]);
  const meanFrom = points.reduce((sum, [from]) => sum + from, 0) / points.length;
  const meanTo = points.reduce((sum, [, to]) => sum + to, 0) / points.length;
  let product = 0;
  let square = 0;
  for (const [from, to] of points) {
    product += (from - meanFrom) * (to - meanTo);
    square += (from - meanFrom) ** 2;
  }
  const scale = product / square;
  return { scale, shift: meanTo - scale * meanFrom };
}
