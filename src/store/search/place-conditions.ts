import type { PlaceClause, PlaceTerm } from '../../core/search/search-query.js';
import { addressesFrom, hostsUnder } from '../entry-places.js';
import { anyCondition } from './filter-conditions.js';
import type { Parameters, SqlPart } from './parameters.js';
import { quote } from './tsquery-text.js';

/** The words of an address, as the index `entries_address_idx` has them. */
const ADDRESS_WORDS = `array_to_tsvector(array_remove(
  string_to_array(translate(lower(left(canonical, 512)), '-_.?=&%+', '////////'), '/'), ''))`;

const BETWEEN_WORDS = /[-_.?=&%+/]+/;

export interface PlaceCondition {
  readonly condition: SqlPart;
  readonly recheck?: SqlPart;
}

export function placeCondition({ isExcluded, terms }: PlaceClause): PlaceCondition {
  const [only] = terms;
  if (only?.kind === 'url-part' && terms.length === 1 && !isExcluded) {
    return { condition: wordsOf(only.part), recheck: standing(only.part) };
  }
  return {
    condition: (parameters) => {
      const any = anyCondition(terms.map((term) => termCondition(term, parameters)));
      return isExcluded ? `NOT ${any}` : any;
    },
  };
}

function termCondition(term: PlaceTerm, parameters: Parameters): string {
  switch (term.kind) {
    case 'host':
      return parameters.condition((first) => hostsUnder(term.host, first));
    case 'url-start':
      return parameters.condition((first) => addressesFrom(term.url, first));
    case 'url-part':
      return parameters.all([wordsOf(term.part), standing(term.part)]);
  }
}

/** The index finds addresses with these words, of which the last may be cut. */
function wordsOf(part: string): SqlPart {
  const words = part.split(BETWEEN_WORDS).filter((word) => word !== '');
  const last = words.length - 1;
  const query = words.map((word, at) => `${quote(word)}${at === last ? ':*' : ''}`).join(' & ');
  return (parameters) => `${ADDRESS_WORDS} @@ ${parameters.add(query)}::tsquery`;
}

/** Whether they stand together is seen in the address. */
function standing(part: string): SqlPart {
  const pattern = `%${part.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return (parameters) => `lower(canonical) LIKE ${parameters.add(pattern)}`;
}
