import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { exportSearch } from '../../app/catalogue/search/export-search.js';
import { searchEntries } from '../../app/catalogue/search/search-entries.js';
import type { SearchFilter, SearchInput } from '../../app/catalogue/search/read-search.js';
import { searchFacets } from '../../app/catalogue/search/search-facets.js';
import type { ConsentFilter } from '../../app/catalogue/search/search-with-consent.js';
import { searchByMeaning } from '../../app/catalogue/meaning/search-by-meaning.js';
import { searchTogether } from '../../app/catalogue/fusion/search-together.js';
import type { Registry } from '../../app/registry.js';
import { ANSWERS, type Answer } from '../../core/consent/decision.js';
import { USES, type Use } from '../../core/consent/use.js';
import { type NumberRange, parseRange } from '../../core/search/number-range.js';
import { readQuery } from '../../core/search/read-query.js';
import { SEARCH_SORTS, type SearchSort } from '../../core/search/search-sort.js';
import { SIZE_CLASSES, type SizeClass } from '../../core/search/size-class.js';
import type { CommandSetting } from '../command-setting.js';
import { explainSearch } from '../explain-search.js';
import { exportTarget } from '../export-target.js';
import { UsageError } from '../usage-error.js';
import { givenPicture } from '../given-picture.js';
import { EXIT, type CommandIo } from '../io.js';
import { meaningAsJson, meaningAsTable } from '../meaning-output.js';
import { searchByImage } from '../search-by-image.js';
import { searchJson } from '../search-json.js';
import { togetherAsJson, togetherAsTable } from '../together-output.js';
import { searchTable } from '../search-table.js';

interface SearchOptions {
  readonly author?: string;
  readonly url?: string;
  readonly image?: string;
  readonly dataset?: string[];
  readonly domain?: string[];
  readonly size?: SizeClass[];
  readonly aesthetic?: string;
  readonly similarity?: string;
  readonly watermark?: string;
  readonly unsafe?: string;
  readonly licence?: string[];
  readonly language?: string[];
  readonly use: Use;
  readonly answer?: string[];
  readonly sort: SearchSort;
  readonly limit?: string;
  readonly after?: string;
  readonly facets?: true;
  readonly export?: string;
  readonly json?: true;
  readonly showHidden?: true;
  readonly together?: true;
  readonly meaning?: string;
  readonly like?: string;
}

const SIZES = SIZE_CLASSES.map(({ name }) => name);
const GIVEN = ANSWERS.map((answer) => answer.toLowerCase());
const RANGE = '<from..to>';
const MOST_SHOWN = 1_000;
const MOST_EXPORTED = 1_000_000;

export function addSearch(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('search')
    .summary('find rows by words, a name, a domain or an address')
    .description(
      'Searches captions, authors, hosts and addresses of all datasets held here, or looks for a picture. Words may be "phrases", -exclusions, ' +
        'beginnings*, a OR b, author:name, caption:word, domain:example.com and url:part.',
    )
    .argument('[words]', 'words, a name, a domain (example.com) or an address')
    .option('--author <name>', 'a name in the author column')
    .option('--url <url>', 'find rows whose address begins like this one')
    .option(
      '--image <file>',
      'find rows that show this picture, or the one at an address; with words, by both',
    )
    .option('--together', 'search by words, likeness and meaning at once, and say why each row is there')
    .option('--meaning <words>', 'find pictures that show this')
    .option('--like <entry>', 'find pictures that mean the same as an entry, by its id')
    .option('--dataset <slug>', 'look in this dataset only; may be repeated', collected)
    .option('--domain <host>', 'only at this host and below; may be repeated', collected)
    .option('--size <size>', `by the longer edge: ${SIZES.join(', ')}; may be repeated`, collectedFrom(SIZES))
    .option(`--aesthetic ${RANGE}`, 'aesthetic score, like 6.. or 5..7')
    .option(`--similarity ${RANGE}`, 'how well caption and picture go together')
    .option(`--watermark ${RANGE}`, 'probability of a watermark, like ..0.5')
    .option(`--unsafe ${RANGE}`, 'probability that it is unsafe to show')
    .option('--show-hidden', 'also rows that their dataset calls unsafe, which are left out otherwise')
    .option('--licence <name>', 'licence as the datasets name it; may be repeated', collected)
    .option('--language <code>', 'language as the datasets name it; may be repeated', collected)
    .option(
      '--answer <answer>',
      `what the registry answers, of the first 10,000 hits: ${GIVEN.join(', ')}; may be repeated`,
      collectedFrom(GIVEN),
    )
    .addOption(new Option('--use <use>', 'the use that --answer is about').choices(USES).default('train-ai'))
    .addOption(new Option('--sort <order>', 'in which order').choices(SEARCH_SORTS).default('relevance'))
    .option(
      '--limit <number>',
      'rows to show, at most 1000 (20); rows to export, at most 1000000 (all of them)',
    )
    .option('--after <cursor>', 'go on after a page: the cursor that --json ended it with')
    .option('--facets', 'count what was found by dataset, host, size and score')
    .option('--export <file>', 'write what was found to a .csv, .ndjson or .parquet file')
    .addOption(new Option('--json', 'print JSON'))
    .action(async (words: string | undefined, options: SearchOptions) => {
      ended(await withRegistry((registry) => search(registry, io, words, options)));
    });
}

async function search(
  registry: Registry,
  io: CommandIo,
  words: string | undefined,
  options: SearchOptions,
): Promise<number> {
  if (options.meaning !== undefined || options.like !== undefined)
    return searchMeaning(registry, io, words, options);
  if (options.together || (options.image !== undefined && words !== undefined))
    return searchEveryWay(registry, io, words, options);
  if (options.image !== undefined) return searchImage(registry, io, { ...options, image: options.image });
  if (options.export !== undefined)
    return exportRows(registry, io, words, { ...options, export: options.export });
  const first = limitOf(options.limit ?? '20', MOST_SHOWN);
  const page = { first, ...(options.after === undefined ? {} : { after: options.after }) };
  const answer = await searchEntries(registry, inputOf(words, options), page, consentOf(options));
  if (!answer.ok) throw new UsageError(explainSearch(answer, words ?? ''));
  const facets = options.facets ? await searchFacets(registry, answer) : undefined;
  io.out(options.json ? searchJson(answer, facets) : searchTable(answer, facets, io.columns));
  return EXIT.done;
}

async function searchImage(
  registry: Registry,
  io: CommandIo,
  options: SearchOptions & { readonly image: string },
): Promise<number> {
  const { image, url, json, limit } = options;
  if (url !== undefined) throw new UsageError('--image searches by the picture. Leave out --url.');
  const [dataset, ...more] = options.dataset ?? [];
  if (more.length > 0) throw new UsageError('--image looks in one dataset, or in all of them.');
  const first = limitOf(limit ?? '20', MOST_SHOWN);
  return searchByImage(registry, io, image, {
    first,
    showsHidden: options.showHidden === true,
    ...(dataset === undefined ? {} : { dataset }),
    ...(json ? { json } : {}),
  });
}

async function searchEveryWay(
  registry: Registry,
  io: CommandIo,
  words: string | undefined,
  { image, url, json, limit, showHidden, dataset: datasets = [] }: SearchOptions,
): Promise<number> {
  const [dataset, ...more] = datasets;
  if (url !== undefined || more.length > 0) {
    throw new UsageError('A search in every way takes words, --image or both, and one --dataset or none.');
  }
  const answer = await searchTogether(registry, {
    words,
    picture: image === undefined ? undefined : await givenPicture(io, image),
    dataset,
    showsHidden: showHidden === true,
    first: Math.min(limitOf(limit ?? '20', MOST_SHOWN), 100),
  });
  if (!answer.ok) {
    throw new UsageError(
      'problem' in answer ? explainSearch(answer, words ?? '') : `${answer.message} ${answer.nextStep}`,
    );
  }
  io.out(json ? togetherAsJson(answer) : togetherAsTable(answer));
  return EXIT.done;
}

async function searchMeaning(
  registry: Registry,
  io: CommandIo,
  words: string | undefined,
  options: SearchOptions,
): Promise<number> {
  const { meaning, like: entry, url, image, json, limit } = options;
  if ([words, url, image].some((other) => other !== undefined)) {
    throw new UsageError('--meaning and --like search by themselves. Leave out words, --url and --image.');
  }
  const [dataset, ...more] = options.dataset ?? [];
  const [host, ...others] = options.domain ?? [];
  if (more.length > 0 || others.length > 0) {
    throw new UsageError('--meaning and --like look in one dataset and below one host, or in all.');
  }
  const first = limitOf(limit ?? '20', MOST_SHOWN);
  const answer = await searchByMeaning(
    registry,
    { words: meaning, entry, dataset, host, showsHidden: options.showHidden === true },
    first,
  );
  if (!answer.ok) throw new UsageError(`${answer.message} ${answer.nextStep}`);
  io.out(json ? meaningAsJson(answer) : meaningAsTable(answer));
  return EXIT.done;
}

async function exportRows(
  registry: Registry,
  io: CommandIo,
  words: string | undefined,
  options: SearchOptions & { readonly export: string },
): Promise<number> {
  const most = limitOf(options.limit ?? String(MOST_EXPORTED), MOST_EXPORTED);
  const target = exportTarget(resolve(io.cwd, options.export));
  const found = await exportSearch(registry, inputOf(words, options), consentOf(options), most);
  if (!found.ok) throw new UsageError(explainSearch(found, words ?? ''));
  const rows = await target.write(found.batches);
  io.out(`${rows.toLocaleString('en-GB')} rows in ${options.export}.\n`);
  return EXIT.done;
}

function limitOf(text: string, most: number): number {
  const limit = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > most) throw new UsageError(`--limit takes a number from 1 to ${most}.`);
  return limit;
}

function inputOf(words: string | undefined, options: SearchOptions): SearchInput {
  const { author, url, sort } = options;
  return { ...intent(words), author, url, sort, filter: filterOf(options) };
}

function intent(words: string | undefined): SearchInput {
  const query = readQuery(words ?? '');
  if (!query) return {};
  if (query.kind === 'host') return { host: query.host };
  return query.kind === 'url' ? { url: query.url } : { words: query.words };
}

function filterOf(options: SearchOptions): SearchFilter {
  const { dataset, domain, size, licence, language } = options;
  return {
    datasets: dataset,
    domains: domain,
    ...(size ? { sizes: size } : {}),
    ...(licence ? { licences: licence } : {}),
    ...(language ? { languages: language } : {}),
    showsHidden: options.showHidden === true,
    ...rangeOf('aesthetic', options.aesthetic),
    ...rangeOf('similarity', options.similarity),
    ...rangeOf('pwatermark', options.watermark, '--watermark'),
    ...rangeOf('punsafe', options.unsafe, '--unsafe'),
  };
}

function rangeOf<Name extends string>(
  name: Name,
  text: string | undefined,
  option = `--${name}`,
): { [K in Name]?: NumberRange } {
  if (text === undefined) return {};
  const range = parseRange(text);
  if (!range) throw new UsageError(`${option} takes a range, like 0.5.. or ..0.5 or 0.2..0.5.`);
  return { [name]: range } as { [K in Name]?: NumberRange };
}

function consentOf({ use, answer }: SearchOptions): ConsentFilter | undefined {
  return answer && { use, answers: answer.map((each) => each.toUpperCase() as Answer) };
}

/** An option that may be repeated: a list would take the words that follow it, too. */
function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function collectedFrom(values: readonly string[]) {
  return (value: string, before?: readonly string[]): readonly string[] => {
    if (!values.includes(value)) throw new InvalidArgumentError(`Allowed choices are ${values.join(', ')}.`);
    return collected(value, before);
  };
}
