/** Hears of each thing as it is established; an empty label goes on with the one before. */
export type Tell = (label: string, text: string) => void;
