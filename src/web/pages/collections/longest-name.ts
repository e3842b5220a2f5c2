/** As long as the registry takes the name of a collection, in characters. */
export const LONGEST_NAME = 120;
