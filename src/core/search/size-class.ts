/** How large a picture is by its longer edge, with the pixels that each class begins at. */
export const SIZE_CLASSES = [
  { name: 'small', from: 0 },
  { name: 'medium', from: 512 },
  { name: 'large', from: 1_024 },
  { name: 'very-large', from: 2_048 },
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number]['name'];
