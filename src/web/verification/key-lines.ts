/** The keys in what somebody pasted: one a line, empty lines aside. */
export function keyLines(pasted: string): string[] {
  return pasted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
