/** What is looked for beside the picture. */
export interface Beside {
  readonly words: string;
  /** Whether what means the same as the picture is looked for too. */
  readonly byMeaning: boolean;
}

/** By likeness alone, what is found is told in steps of how sure it is; beside anything else it is one list of several. */
export function isTogether({ words, byMeaning }: Beside): boolean {
  return words.trim() !== '' || byMeaning;
}

/** As the address of the page carries it; the words that go with a file of the reader's stand in no address. */
export function besideIn(params: URLSearchParams): Beside {
  return { words: params.get('words') ?? '', byMeaning: params.get('meaning') === 'yes' };
}

export function withBeside(
  params: Record<string, string>,
  { words, byMeaning }: Beside,
): Record<string, string> {
  return {
    ...params,
    ...(words.trim() === '' ? {} : { words: words.trim() }),
    ...(byMeaning ? { meaning: 'yes' } : {}),
  };
}
