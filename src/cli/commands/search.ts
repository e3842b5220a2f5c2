import { Option, type Command } from 'commander';
import { formatEntryId } from '../../app/catalogue/entry-id.js';
import { searchEntries, type SearchAnswer, type SearchInput } from '../../app/catalogue/search-entries.js';
import type { Entry } from '../../app/ports/catalogue.js';
import type { Registry } from '../../app/registry.js';
import { readQuery } from '../../core/search/read-query.js';
import { UsageError } from '../explain-failure.js';
import { EXIT, type CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { searchByImage } from '../search-by-image.js';
import type { CommandSetting } from '../command-setting.js';

interface SearchOptions {
  readonly url?: string;
  readonly image?: string;
  readonly dataset?: string;
  readonly limit: string;
  readonly json?: true;
}

export function addSearch(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('search')
    .summary('find rows by words, a name, a domain or an address')
    .description(
      'Searches captions, authors, hosts and addresses of all datasets held here, or looks for a picture.',
    )
    .argument('[words]', 'words, a name, a domain (example.com) or an address')
    .option('--url <url>', 'find rows whose address begins like this one')
    .option('--image <file>', 'find rows that show this picture, or the one at an address')
    .option('--dataset <slug>', 'look in one dataset only')
    .option('--limit <number>', 'rows to show, at most 1000', '20')
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
  const first = /^\d{1,4}$/.test(options.limit) ? Number(options.limit) : 0;
  if (first < 1 || first > 1_000) throw new UsageError('--limit takes a number from 1 to 1000.');
  if (options.image !== undefined) {
    if (words !== undefined || options.url !== undefined) {
      throw new UsageError('--image searches by the picture alone. Leave out words and --url.');
    }
    return searchByImage(registry, io, options.image, { ...options, first });
  }
  const input: SearchInput = {
    ...intent(words),
    ...(options.url === undefined ? {} : { url: options.url }),
    ...(options.dataset === undefined ? {} : { dataset: options.dataset }),
  };
  const answer = await searchEntries(registry, input, { first });
  if (!answer.ok) throw new UsageError(`${answer.message} ${answer.nextStep}`);
  io.out(options.json ? asJson(answer) : asTable(answer, io.columns));
  return EXIT.done;
}

function intent(words: string | undefined): SearchInput {
  const query = readQuery(words ?? '');
  if (!query) return {};
  if (query.kind === 'host') return { host: query.host };
  return query.kind === 'url' ? { url: query.url } : { words: query.words };
}

function asJson({ page, searched }: SearchAnswer): string {
  const slugs = slugsOf(searched);
  return `${JSON.stringify(
    {
      searched: {
        datasets: searched.datasets.map(({ slug }) => slug),
        rowsHeld: Number(searched.rowsHeld),
        rowsPublished: searched.rowsPublished === undefined ? null : Number(searched.rowsPublished),
      },
      hasMore: page.hasNextPage,
      entries: page.rows.map(({ row }) => {
        const slug = slugs.get(row.datasetId) ?? '';
        const { url, host, caption, author, width, height, similarity, aesthetic, language, licence, extra } =
          row;
        return {
          id: formatEntryId(slug, row.rowId),
          dataset: slug,
          url,
          host,
          caption,
          author,
          width,
          height,
          similarity,
          aesthetic,
          unsafeProbability: row.punsafe,
          watermarkProbability: row.pwatermark,
          language,
          licence,
          extra,
        };
      }),
    },
    null,
    2,
  )}\n`;
}

function asTable({ page, searched }: SearchAnswer, columns: number): string {
  const slugs = slugsOf(searched);
  const lines = page.rows.flatMap(({ row }) => describe(row, slugs.get(row.datasetId) ?? '', columns));
  const held = searched.rowsHeld.toLocaleString('en-GB');
  const scope =
    searched.rowsPublished === undefined
      ? `${held} rows`
      : `${held} of ${searched.rowsPublished.toLocaleString('en-GB')} published rows`;
  const found =
    page.rows.length === 0 ? 'Nothing found' : `${page.rows.length}${page.hasNextPage ? '+' : ''} found`;
  lines.push(
    `${found}; searched ${scope} in ${searched.datasets.map(({ slug }) => slug).join(', ') || 'no dataset'}.`,
  );
  return `${lines.join('\n')}\n`;
}

function describe(entry: Entry, slug: string, columns: number): string[] {
  const size = entry.width && entry.height ? `  ${entry.width} × ${entry.height}` : '';
  const caption = plainText(entry.caption) || '(no caption)';
  return [clip(caption, columns), clip(`  ${plainText(entry.url)}`, columns), `  ${slug}${size}`, ''];
}

function clip(line: string, columns: number): string {
  const most = Math.max(40, columns);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

function slugsOf(searched: SearchAnswer['searched']): ReadonlyMap<number, string> {
  return new Map(searched.datasets.map(({ id, slug }) => [id, slug]));
}
