/** The search itself: look up probes, suspect placements, verify them; the index behind it may be any. */
import type { RegionFingerprint } from './fingerprint.js';
import { type Probe, probeRounds, type QueryView } from './likeness-query.js';
import type { Luminance } from './luminance.js';
import { type Hit, type Placement, placements } from './placements.js';
import { type Agreement, verifyPlacement } from './verify-placement.js';

export interface LikenessIndex {
  /** For each probe the nearest rows within `MAX_HIT_DISTANCE`, some 20 of them; missing a few is allowed. */
  nearest(probes: readonly Probe[]): Promise<readonly Hit[]>;
  /** All regions of the pictures named, in the order of the names. */
  regionsOf(pictures: readonly string[]): Promise<readonly (readonly RegionFingerprint[])[]>;
}

export interface Likeness {
  readonly picture: string;
  readonly placement: Placement;
  readonly agreement: Agreement;
}

/** Placements verified in a round: the most supported ones, as long as they have this share of the first one's support. */
const VERIFIED = 12;
const LEAST_SUPPORT = 1 / 4;

/** From this score on nobody is looked for in further orientations: ten strangers in a billion placements reach it. */
export const CERTAIN_SCORE = 4;

/** Pictures of the index that the query shows as a whole or in part, best first, each once. */
export async function findLikenesses(picture: Luminance, index: LikenessIndex): Promise<readonly Likeness[]> {
  const best = new Map<string, Likeness>();
  const hits: Hit[] = [];
  const judged = new Map<QueryView, Set<string>>();
  for (const probes of probeRounds(picture)) {
    hits.push(...(await index.nearest(probes)));
    const suspected = worthVerifying(placements(hits, VERIFIED)).filter((placement) =>
      isNew(placement, judged),
    );
    const regions = await index.regionsOf(suspected.map(({ picture: name }) => name));
    for (const [at, placement] of suspected.entries()) {
      const agreement = verifyPlacement(placement, regions[at] ?? []);
      const known = best.get(placement.picture);
      if (known !== undefined && known.agreement.score >= agreement.score) continue;
      best.set(placement.picture, { picture: placement.picture, placement, agreement });
    }
    if ([...best.values()].some(({ agreement }) => agreement.score >= CERTAIN_SCORE)) break;
  }
  return [...best.values()].sort((a, b) => b.agreement.score - a.agreement.score);
}

function worthVerifying(suspected: readonly Placement[]): readonly Placement[] {
  const most = suspected[0]?.support ?? 0;
  return suspected.filter(({ support }) => support >= LEAST_SUPPORT * most);
}

/** A placement that no further hit has spoken for since it was verified is not verified again. */
function isNew(placement: Placement, judged: Map<QueryView, Set<string>>): boolean {
  const { view, picture, orientation, support } = placement;
  const known = judged.get(view) ?? new Set<string>();
  judged.set(view, known);
  const key = `${orientation} ${support} ${picture}`;
  if (known.has(key)) return false;
  known.add(key);
  return true;
}
