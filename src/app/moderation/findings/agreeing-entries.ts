import type { LookedSide } from './side.js';

/** How many entries hold the picture. */
export interface AgreeingEntries {
  readonly entries: number;
  readonly datasets: number;
  /** Of a work, how many of them its claimant or a moderator confirmed to be it, or a machine found to be it beyond doubt. */
  readonly ofWork: number;
}

/** Undefined of a folder or a site, and where none does. */
export function agreeingEntries({ place, pictures }: LookedSide): AgreeingEntries | undefined {
  if ((place !== undefined && place.kind !== 'url') || pictures.length === 0) return undefined;
  return {
    entries: pictures.length,
    datasets: new Set(pictures.map(({ dataset }) => dataset.id)).size,
    ofWork: pictures.filter(({ isOfWork }) => isOfWork).length,
  };
}
