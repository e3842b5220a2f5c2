/** What a picture for others is, in pixels, as the places take it where people show one another pictures. */
export const CARD_SHAPES = {
  story: { width: 1080, height: 1920 },
  square: { width: 1080, height: 1080 },
} as const;
export type CardShape = keyof typeof CARD_SHAPES;
