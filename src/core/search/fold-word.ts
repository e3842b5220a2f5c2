const MARKS = /\p{M}+/gu;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const SPECIAL_LETTERS = /[ßæœøłđı]/g;

/** A word as it is compared: in lower case and without its accents. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFD').replace(MARKS, '').toLowerCase();
  return plain.replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter);
}
