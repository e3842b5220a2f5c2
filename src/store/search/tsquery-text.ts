import type { TextTerm } from '../../core/search/search-query.js';
import type { StemLanguage } from '../../core/search/stem-language.js';
import type { WordTree } from '../../core/search/word-tree.js';

/** Weights that `entries.words` gives the columns: `A` the caption, `B` the author. */
const WEIGHTS = { caption: 'A', author: 'B' } as const;

const INNER_MARKS = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * A tree in the language of `to_tsquery` (PostgreSQL manual, "Parsing Queries"), as captions of one language are asked.
 * @returns undefined where none of it is meant for that language
 */
export function tsqueryText(tree: WordTree, language: StemLanguage): string | undefined {
  if (tree.kind === 'term') {
    const isMeant = tree.language === undefined || tree.language === language || language === 'und';
    return isMeant ? termText(tree.term) : undefined;
  }
  const parts = tree.of.map((part) => tsqueryText(part, language));
  const present = parts.filter((part) => part !== undefined);
  if (present.length === 0 || (tree.kind === 'all' && present.length < parts.length)) return undefined;
  return `(${present.join(tree.kind === 'all' ? ' & ' : ' | ')})`;
}

/** "e-mail" and "example.com" are single tokens to PostgreSQL's parser; hosts are stored, and people write, their parts. */
function termText({ kind, text, field }: TextTerm): string {
  const label = `${kind === 'prefix' ? '*' : ''}${field === undefined ? '' : WEIGHTS[field]}`;
  const suffix = label === '' ? '' : `:${label}`;
  const spaced = text.replaceAll(INNER_MARKS, ' ').trim();
  const spellings = spaced === text ? [text] : [text, spaced];
  const quoted = spellings.map((spelling) => `${quote(spelling)}${suffix}`);
  return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' | ')})`;
}

/** A string of `to_tsquery` or of a tsquery's text: quotation marks and backslashes are doubled. */
export function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, (mark) => mark + mark)}'`;
}
