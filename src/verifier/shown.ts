/**
 * Text of a stranger inside a message of ours: nothing in it can steer a terminal, turn writing around or flood it.
 * @param longest in UTF-16 code units
 */
export function shown(text: string, longest = 300): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
