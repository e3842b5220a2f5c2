import type { Command } from 'commander';
import { rm } from 'node:fs/promises';
import { dropDataset } from '../../app/catalogue/datasets/drop-dataset.js';
import { type Dataset, NoSuchDataset } from '../../app/ports/catalogue.js';
import type { Config } from '../../config.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { addFactOptions, type FactOptions, readFacts } from '../dataset-facts.js';
import { UsageError } from '../usage-error.js';
import { EXIT } from '../io.js';
import { plainText } from '../plain-text.js';
import { rejectedFolder } from '../rejected-path.js';

export function addDataset(program: Command, config: Config, setting: CommandSetting): void {
  const dataset = program.command('dataset').description('datasets of the catalogue');
  addList(dataset, setting);
  addSet(dataset, setting);
  addDrop(dataset, config, setting);
}

function addList(dataset: Command, { io, withRegistry, ended }: CommandSetting): void {
  dataset
    .command('list')
    .description('Prints every dataset with the rows held of the rows published.')
    .action(async () => {
      const exit = await withRegistry(async (registry) => {
        const datasets = await registry.store.datasets.all();
        io.out(datasets.map(lineOf).join(''));
        return EXIT.done;
      });
      ended(exit);
    });
}

function lineOf({ slug, title, rowsHeld, rowsPublished, isOpen }: Dataset): string {
  const published = rowsPublished === undefined ? '' : ` of ${count(rowsPublished)} published`;
  const state = isOpen ? '' : '; being filled, not searched yet';
  return `${slug}  ${count(rowsHeld)} rows${published}${state}  ${plainText(title)}\n`;
}

function addSet(dataset: Command, { io, withRegistry, ended }: CommandSetting): void {
  const command = dataset
    .command('set')
    .description('Tells facts of a dataset anew; those that are not given stay.')
    .argument('<slug>', 'the dataset');
  addFactOptions(command).action(async (slug: string, options: FactOptions) => {
    const facts = readFacts(options);
    if (Object.keys(facts).length === 0) throw new UsageError('Name a fact to tell, such as --title TEXT.');
    const exit = await withRegistry(async (registry) => {
      const found = await registry.store.datasets.bySlug(slug);
      if (!found) throw new NoSuchDataset();
      await registry.store.datasets.change(found.id, facts);
      io.out(`Changed ${Object.keys(facts).join(', ')} of ${slug}.\n`);
      return EXIT.done;
    });
    ended(exit);
  });
}

function addDrop(dataset: Command, config: Config, { io, withRegistry, ended }: CommandSetting): void {
  dataset
    .command('drop')
    .summary('remove a dataset')
    .description(
      'Removes a dataset with all its rows and vectors, at once and for good. Answers that people gave stay: they are about ' +
        'addresses, not about rows.',
    )
    .argument('<slug>', 'the dataset')
    .option('--yes', 'without this it only says what would go')
    .action(async (slug: string, { yes }: { yes?: true }) => {
      const exit = await withRegistry(async (registry) => {
        const found = await registry.store.datasets.bySlug(slug);
        if (!found) throw new NoSuchDataset();
        if (yes !== true) {
          throw new UsageError(
            `${slug} holds ${count(found.rowsHeld)} rows. To remove it, repeat with --yes.`,
          );
        }
        const { rowsHeld } = await dropDataset(registry, slug);
        await rm(rejectedFolder(config.dataDir, slug), { recursive: true, force: true });
        io.out(`Removed ${slug} with ${count(rowsHeld)} rows.\n`);
        return EXIT.done;
      });
      ended(exit);
    });
}
