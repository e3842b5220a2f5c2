import { ANSWERS, type Answer } from '../consent/decision.js';
import { USES, type Use } from '../consent/use.js';
import { type NumberRange, parseRange } from './number-range.js';
import { readQuery, type SearchQueryKind } from './read-query.js';
import { SIZE_CLASSES, type SizeClass } from './size-class.js';
import { SEARCH_SORTS, type SearchSort } from './search-sort.js';

/** What of URLSearchParams is read. */
interface Params {
  get(name: string): string | null;
  getAll(name: string): string[];
}

export const RANGE_PARAMS = ['aesthetic', 'similarity', 'watermark', 'unsafe', 'width', 'height'] as const;
export type RangeParam = (typeof RANGE_PARAMS)[number];

/** A search as the address of the search page carries it, and that of its export. */
export interface SearchParams {
  readonly ok: true;
  readonly query: SearchQueryKind | undefined;
  readonly datasets: readonly string[];
  readonly domains: readonly string[];
  readonly sizes: readonly SizeClass[];
  readonly licences: readonly string[];
  readonly languages: readonly string[];
  readonly ranges: Readonly<Partial<Record<RangeParam, NumberRange>>>;
  /** What the registry answers about this use; no filter where no answer is named. */
  readonly use: Use;
  readonly answers: readonly Answer[];
  readonly sort: SearchSort;
  /** Whether rows that their dataset calls unsafe are found too. */
  readonly showsHidden: boolean;
}

/** A parameter that holds none of its values. Passing it over would find more than was asked for. */
export interface WrongParam {
  readonly ok: false;
  readonly param: string;
}

/** Reads the parameters `q`, `as`, `dataset`, `domain`, `size`, `licence`, `language`, the ranges, `use`, `answer`, `sort` and `hidden`. */
export function readSearchParams(params: Params): SearchParams | WrongParam {
  const typed = params.get('q')?.trim() ?? '';
  const ranges: Partial<Record<RangeParam, NumberRange>> = {};
  for (const param of RANGE_PARAMS) {
    const text = params.get(param) ?? '';
    const range = text === '' ? {} : parseRange(text);
    if (range === undefined) return { ok: false, param };
    if (text !== '') ranges[param] = range;
  }
  const sizes = known(
    params.getAll('size'),
    SIZE_CLASSES.map(({ name }) => name),
  );
  const answers = known(
    params.getAll('answer').map((answer) => answer.toUpperCase()),
    ANSWERS,
  );
  const [use] = known([params.get('use') ?? 'train-ai'], USES) ?? [];
  const [sort] = known([params.get('sort') ?? 'relevance'], SEARCH_SORTS) ?? [];
  if (!sizes) return { ok: false, param: 'size' };
  if (!answers) return { ok: false, param: 'answer' };
  if (!use) return { ok: false, param: 'use' };
  if (!sort) return { ok: false, param: 'sort' };
  const hidden = params.get('hidden') ?? 'leave';
  if (hidden !== 'leave' && hidden !== 'show') return { ok: false, param: 'hidden' };
  return {
    ok: true,
    query: params.get('as') === 'words' && typed !== '' ? { kind: 'words', words: typed } : readQuery(typed),
    datasets: params.getAll('dataset'),
    domains: params.getAll('domain'),
    sizes,
    licences: params.getAll('licence'),
    languages: params.getAll('language'),
    ranges,
    use,
    answers,
    sort,
    showsHidden: hidden === 'show',
  };
}

/** The texts as values of a closed list; undefined when one is none. */
function known<Value extends string>(
  texts: readonly string[],
  values: readonly Value[],
): Value[] | undefined {
  const read = texts.map((text) => values.find((value) => value === text));
  return read.every((value) => value !== undefined) ? read : undefined;
}
