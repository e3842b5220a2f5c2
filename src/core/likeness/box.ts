/** A rectangle in a picture. Pixels unless said otherwise; fractions of a pixel are meant literally. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function wholeBox(picture: { readonly width: number; readonly height: number }): Box {
  return { left: 0, top: 0, width: picture.width, height: picture.height };
}

export function areaOf({ width, height }: Box): number {
  return width * height;
}
