import type { Command } from 'commander';
import {
  fingerprintDataset,
  type FingerprintedDataset,
  type FingerprintProgress,
} from '../../app/catalogue/fingerprints/fingerprint-dataset.js';
import { type Dataset, NoSuchDataset } from '../../app/ports/catalogue.js';
import type { Registry } from '../../app/registry.js';
import type { CommandSetting } from '../command-setting.js';
import { count } from '../count.js';
import { UsageError } from '../usage-error.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';

interface FingerprintOptions {
  readonly pause: string;
  readonly hosts: string;
  readonly again?: true;
  readonly vectors?: true;
}

export function addFingerprint(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  program
    .command('fingerprint')
    .summary('look at the pictures of a dataset, so that they are found by how they look')
    .description(
      'Fetches the picture of every entry that nobody looked at yet and keeps what it is recognised by, not the picture. ' +
        'Each host is asked one thing at a time and only for what its robots.txt allows. A run that was cut short goes on ' +
        'where it stopped when it is run again.',
    )
    .argument('<dataset>', 'slug of the dataset')
    .option('--pause <seconds>', 'between two requests to one host, unless it asks for more', '1')
    .option('--hosts <number>', 'hosts that are asked at a time, at most 256', '16')
    .option('--again', 'also look for what was missed within the last week')
    .option(
      '--vectors',
      'look only at those again that have no vector of the model at work, because it was not at work yet',
    )
    .action(async (slug: string, options: FingerprintOptions) => {
      ended(await withRegistry((registry) => fingerprint(registry, io, slug, options)));
    });
}

async function fingerprint(
  registry: Registry,
  io: CommandIo,
  slug: string,
  options: FingerprintOptions,
): Promise<number> {
  const pause = /^\d{1,4}(\.\d{1,3})?$/.test(options.pause) ? Number(options.pause) : NaN;
  if (Number.isNaN(pause)) throw new UsageError('--pause takes seconds, such as 1 or 0.5.');
  const hosts = /^\d{1,3}$/.test(options.hosts) ? Number(options.hosts) : 0;
  if (hosts < 1 || hosts > 256) throw new UsageError('--hosts takes a number from 1 to 256.');
  if (!registry.pictures.mayFetch) {
    throw new UsageError(
      'This registry keeps metadata only. Set ASSENT_THUMBNAILS=on to let it fetch pictures.',
    );
  }
  const dataset = await registry.store.datasets.bySlug(slug);
  if (!dataset) throw new NoSuchDataset();
  const onlyVectors = options.vectors === true;
  const before = onlyVectors ? 0 : await lookedAt(registry, dataset);
  const progress = startProgress(io, slug);
  try {
    const done = await fingerprintDataset(registry, {
      slug,
      pauseMs: pause * 1_000,
      hosts,
      again: options.again === true,
      onlyVectors,
      signal: io.signal,
      onProgress: (so) => {
        progress.show(before + sum(so), Math.max(before + sum(so), Number(dataset.rowsHeld)), 'pictures');
      },
    });
    progress.finish();
    io.out(describe(done));
    if (onlyVectors) io.out(await describeLacking(registry, done));
  } finally {
    progress.finish();
  }
  return EXIT.done;
}

async function lookedAt({ store }: Registry, { id }: Dataset): Promise<number> {
  const own = (await store.fingerprints.counts()).find(({ datasetId }) => datasetId === id);
  return own ? Number(own.read + own.missed) : 0;
}

function sum({ read, missed }: FingerprintProgress): number {
  return Object.values(missed).reduce((total, each) => total + each, read);
}

/** How many pictures are left without a vector, and why. */
async function describeLacking(
  { store }: Registry,
  { dataset, missed, vectors }: FingerprintedDataset,
): Promise<string> {
  const own = (await store.fingerprints.counts()).find(({ datasetId }) => datasetId === dataset.id);
  const held = (await store.embeddings.ofDataset(dataset.id)).find(
    ({ model }) => model.id === vectors?.modelId,
  );
  const left = Number(own?.read ?? 0n) - Number(held?.vectorsHeld ?? 0n);
  if (left <= 0) return '  every picture that was looked at has a vector now\n';
  const absent = Object.values(missed).reduce((total, each) => total + each, 0);
  return (
    `  ${count(left)} pictures that were looked at have none: ${count(Math.min(left, absent))} were not to be had again; those of a shard ` +
    'get theirs when it is ingested again\n'
  );
}

function describe(done: FingerprintedDataset): string {
  const { dataset, read, missed, troubledHosts, vectors } = done;
  const reasons = Object.entries(missed).sort(([, a], [, b]) => b - a);
  const lines = [
    `${dataset.slug}: ${count(read)} pictures looked at, ${count(sum(done) - read)} not to be had.`,
    ...(vectors === undefined
      ? []
      : [`  ${count(vectors.added)} vectors kept beside, for search by meaning`]),
    ...(vectors?.trouble === undefined ? [] : [`  no more vectors: ${vectors.trouble}`]),
    ...reasons.map(([reason, pictures]) => `  ${count(pictures)}: ${reason}`),
    ...(troubledHosts.length === 0
      ? []
      : [`  left for another run, because they do not answer: ${troubledHosts.join(', ')}`]),
  ];
  return `${lines.join('\n')}\n`;
}
