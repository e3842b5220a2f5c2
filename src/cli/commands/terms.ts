import { Option, type Command } from 'commander';
import { USES } from '../../core/consent/use.js';
import { readUse } from '../check/check-options.js';
import type { CommandSetting } from '../command-setting.js';
import { addNamedSnapshot, namedSnapshot, type NamedSnapshotOptions } from '../named-snapshot.js';
import { RECEIPT_KEY } from '../receipt/receipt-key.js';
import { type AcceptOptions, acceptTerms, confirm } from '../terms/accept-terms.js';
import { listedStatements } from '../terms/listed-statements.js';
import { UsageError } from '../usage-error.js';

const DESCRIPTION =
  'Signs with your key that you accept the terms on which artists say yes, for the uses named, and tells the registry, which shows it to them. ' +
  'What it confirms is kept by "assent check --accepted"; without it such a row stays a no. No money is moved: a fee is paid as the terms say.';

export function addTerms(program: Command, { io, ended }: CommandSetting): void {
  const terms = program.command('terms').description('Accepts the terms on which artists say yes.');
  const accept = terms
    .command('accept')
    .summary('accept the terms of offers: signed, and seen by whoever made them')
    .description(DESCRIPTION)
    .argument('[statement...]', 'ids of the statements whose terms you accept')
    .option(
      '--offers <file>',
      'accept those in a table that "assent check --conditional" wrote, as far as you left them in',
    )
    .addOption(
      new Option('--use <use>', `use that you accept them for, may be repeated: ${USES.join(', ')}`)
        .argParser(readUse)
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'who accepts, as the artist is to read it')
    .option('--receipt-key <file>', `your key, which signs; by default ${RECEIPT_KEY}`)
    .option('--out <file>', 'where acceptances are kept; what is in it stays', 'accepted.ndjson');
  addNamedSnapshot(accept);
  accept.action(async (statements: string[], options: AcceptCommand) => {
    const { registry, place } = oneSource(options);
    const open = namedSnapshot(io, place);
    if (open === undefined) throw new UsageError(WHOSE);
    const ids = await listedStatements(io, statements, options.offers);
    ended(await acceptTerms(io, open, ids, options, registry));
  });
  terms
    .command('send')
    .summary('tell a registry of acceptances, or fetch its proofs of them anew')
    .argument('<file>', 'acceptances')
    .requiredOption('--registry <url>', 'address of the registry')
    .action(async (file: string, { registry }: { registry: string }) => {
      ended(await confirm(io, file, registry));
    });
}

interface AcceptCommand extends AcceptOptions, NamedSnapshotOptions {
  readonly offers?: string;
}

const WHOSE =
  'Name the registry whose terms you accept with --registry, or a snapshot of it with --snapshot and send the acceptance later.';

/** Terms are of one log. */
function oneSource(options: NamedSnapshotOptions): {
  registry: string | undefined;
  place: NamedSnapshotOptions;
} {
  const { snapshot = [], registry = [] } = options;
  if (snapshot.length + registry.length !== 1) throw new UsageError(WHOSE);
  return { registry: registry[0], place: options };
}
