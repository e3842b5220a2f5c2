/** How bright a picture is, pixel by pixel: all that its likeness is judged by. */

/** Row after row from the top; `values` are 0 to 255, `width` times `height` of them. */
export interface Luminance {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** The Y of ITU-R BT.601, from 8-bit red, green, blue, red, green, …; throws RangeError when sizes and bytes disagree. */
export function luminanceOf(rgb: Uint8Array, width: number, height: number): Luminance {
  if (rgb.length !== 3 * width * height) {
    throw new RangeError(`${width} × ${height} pixels are ${3 * width * height} bytes, not ${rgb.length}.`);
  }
  const values = new Float32Array(width * height);
  for (let at = 0, from = 0; at < values.length; at += 1, from += 3) {
    values[at] = 0.299 * (rgb[from] ?? 0) + 0.587 * (rgb[from + 1] ?? 0) + 0.114 * (rgb[from + 2] ?? 0);
  }
  return { width, height, values };
}
