import type { DemoLanguage } from './demo-entry.js';

/** Noun phrase for a motif in each language, without a leading capital (German nouns keep theirs). */
type MotifWords = Readonly<Record<DemoLanguage, string>>;

/** What a style's captions and addresses are made of. */
export interface StyleWords<Motif extends string> {
  readonly author: string;
  readonly host: string;
  readonly license: string;
  /** Folders of the host, taken in turn. */
  readonly folders: readonly string[];
  readonly motifs: Readonly<Record<Motif, MotifWords>>;
  /** Sentences with the slots `{motif}`, `{Motif}`, `{a}` and `{b}` (the two named colours). */
  readonly captions: Readonly<Record<DemoLanguage, readonly string[]>>;
}

/** Fills the slots of a caption; `{Motif}` and `{A}` begin with a capital. */
export function fillCaption(
  template: string,
  slots: { readonly motif: string; readonly a: string; readonly b: string },
): string {
  return template.replace(/\{(motif|a|b)\}/gi, (slot: string, name: string) => {
    const text = slots[name.toLowerCase() as keyof typeof slots];
    return name === name.toLowerCase() ? text : text.charAt(0).toUpperCase() + text.slice(1);
  });
}
