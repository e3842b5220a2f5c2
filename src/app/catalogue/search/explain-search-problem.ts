import { LONGEST_QUERY, SHORTEST_PART } from '../../../core/search/parse-search.js';
import type { SearchProblem, SearchProblemCode } from '../../../core/search/search-problem.js';
import { refuse, type Refusal } from '../../refusal.js';

/** A search that cannot be carried out; with what is wrong in its words, where that is what is wrong. */
export interface InvalidSearch extends Refusal<'INVALID_SEARCH'> {
  readonly problem?: SearchProblem | undefined;
}

const WORDS: Readonly<Record<SearchProblemCode, readonly [message: string, nextStep: string]>> = {
  'unclosed-quote': ['A phrase has no end.', 'Close it with a quotation mark, or leave the first one out.'],
  'missing-value': [
    'Nothing is asked for behind a field.',
    'Write it like author:quill, or quote the word to search for it.',
  ],
  'misplaced-star': [
    'A star stands only at the end of a word.',
    'Write it like water*, or quote the word to search for it as it is.',
  ],
  'short-prefix': [
    'The beginning of a word is too short.',
    `Give at least ${SHORTEST_PART} letters before the star.`,
  ],
  'short-part': [
    'The part of an address is too short.',
    `Give at least ${SHORTEST_PART} letters or digits, like url:portraits.`,
  ],
  'not-a-domain': ['This is not a host name.', 'Write it like domain:example.com.'],
  'lone-or': [
    'OR has nothing on one side.',
    'Put a word on both sides of it, or quote it to search for the word: "OR".',
  ],
  'excluded-or': ['OR cannot join what is excluded.', 'Exclude each by itself: -mug -poster.'],
  'mixed-or': [
    'OR cannot join words with places.',
    'Join words with words, and domains and addresses with one another.',
  ],
  'too-long': ['The search is too long.', `Use at most ${LONGEST_QUERY} characters.`],
  'too-many': [
    'The search asks for too many words.',
    'Use fewer; a few rare words find more than many usual ones.',
  ],
};

export function explainSearchProblem(problem: SearchProblem): InvalidSearch {
  const [message, nextStep] = WORDS[problem.code];
  return { ...refuse('INVALID_SEARCH', message, nextStep), problem };
}

export function invalidSearch(message: string, nextStep: string): InvalidSearch {
  return refuse('INVALID_SEARCH', message, nextStep);
}
