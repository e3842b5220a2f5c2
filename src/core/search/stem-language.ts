/**
 * Languages whose words are searched in every form (ISO 639-1), in the order in which the store counts them; `und`: words as
 * they are, for every other language. The order is part of stored rows: new ones go to the end.
 */
export const STEM_LANGUAGES = ['und', 'en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'ru'] as const;
export type StemLanguage = (typeof STEM_LANGUAGES)[number];
