import { type Command, Option } from 'commander';
import { type DatasetFacts, MEDIA, type Medium } from '../app/ports/catalogue.js';
import { UsageError } from './usage-error.js';

/** What may be said of a dataset on the command line. */
export interface FactOptions {
  readonly title?: string;
  readonly description?: string;
  readonly licence?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly release?: string;
  readonly medium?: Medium;
  readonly rowsPublished?: string;
}

export function addFactOptions(command: Command): Command {
  return command
    .option('--title <text>', 'its name for people')
    .option('--description <text>', 'what it is, in a sentence or two')
    .option('--licence <text>', 'licence of the collection itself: a name or an address')
    .option('--publisher <name>', 'who published it')
    .option('--source <address>', 'where it was published')
    .option('--release <text>', 'which release it is: a date or a version')
    .addOption(new Option('--medium <medium>', 'what its addresses lead to').choices(MEDIA))
    .option('--rows-published <number>', 'rows of the whole published release');
}

/** @throws UsageError */
export function readFacts(options: FactOptions): Partial<DatasetFacts> {
  const { title, description, licence, publisher, source, release, medium, rowsPublished } = options;
  if (rowsPublished !== undefined && !/^\d{1,15}$/.test(rowsPublished)) {
    throw new UsageError('--rows-published takes a whole number.');
  }
  if (source !== undefined && !/^https?:\/\//i.test(source)) {
    throw new UsageError('--source takes an address that begins with https:// or http://.');
  }
  const given = {
    title,
    description,
    licence,
    publisher,
    sourceUrl: source,
    release,
    medium,
    rowsPublished: rowsPublished === undefined ? undefined : BigInt(rowsPublished),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** @throws UsageError */
export function checkSlug(slug: string): void {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) {
    throw new UsageError('A dataset is named by a-z, 0-9 and -, at most 63 characters: laion-400m-sample.');
  }
}
