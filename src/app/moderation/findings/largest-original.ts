import type { Registry } from '../../registry.js';
import type { ComparedPicture, LookedSide } from './side.js';

/** In pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How large what a side has is, beside what is in the catalogue. */
export interface LargestOriginal {
  /** The largest work of the side, as its claimant's device measured it; undefined without one. */
  readonly own: PixelSize | undefined;
  /** The largest entry, by its dataset or as it was seen. */
  readonly held: (PixelSize & { readonly picture: ComparedPicture }) | undefined;
}

/** Undefined of a folder or a site, whose pictures are not one picture, and where no size is known. */
export async function largestOriginal(
  { store }: Registry,
  { place, works, pictures }: LookedSide,
): Promise<LargestOriginal | undefined> {
  if (place !== undefined && place.kind !== 'url') return undefined;
  const looks =
    pictures.length === 0 ? [] : await store.fingerprints.ofEntries(pictures.map(({ entry }) => entry));
  const held = pictures.flatMap((picture, at) => {
    const { entry } = picture;
    const size = sized(entry) ?? sized(looks[at]?.picture ?? {});
    return size === undefined ? [] : [{ ...size, picture }];
  });
  const own = works.flatMap((work) => sized(work) ?? []);
  if (own.length + held.length === 0) return undefined;
  return { own: largest(own), held: largest(held) };
}

function sized({
  width,
  height,
}: {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}): PixelSize | undefined {
  return width === undefined || height === undefined ? undefined : { width, height };
}

/** Of several as large, the first. */
function largest<Size extends PixelSize>(sizes: readonly Size[]): Size | undefined {
  return sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}
