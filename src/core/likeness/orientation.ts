/**
 * The eight ways to lay down a picture, as what was done to it: mirrored left to right (or not), then turned clockwise by
 * so many degrees.
 */
export const ORIENTATIONS = [
  'upright',
  'mirrored',
  'turned-90',
  'turned-180',
  'turned-270',
  'mirrored-turned-90',
  'mirrored-turned-180',
  'mirrored-turned-270',
] as const;

export type Orientation = (typeof ORIENTATIONS)[number];

/** Each as rows and columns swapped first, then left and right, then top and bottom. */
export const STEPS: Readonly<
  Record<Orientation, readonly [transposed: boolean, across: boolean, down: boolean]>
> = {
  upright: [false, false, false],
  mirrored: [false, true, false],
  'turned-90': [true, true, false],
  'turned-180': [false, true, true],
  'turned-270': [true, false, true],
  'mirrored-turned-90': [true, true, true],
  'mirrored-turned-180': [false, false, true],
  'mirrored-turned-270': [true, false, false],
};
