import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { KNOWN_MODELS, knownModel, UNKNOWN_TRAINING } from '../../models/known-models.js';
import { folderOfModel, ModelIncomplete, pulledModels, readModelFolder } from '../../models/model-folder.js';
import { pullModel } from '../../models/pull-model.js';
import type { CommandSetting } from '../command-setting.js';
import { EXIT, type CommandIo } from '../io.js';
import { startProgress } from '../progress.js';

const MEGABYTE = 1_000_000;

export function addModels(program: Command, config: Config, { io, ended }: CommandSetting): void {
  const models = program.command('models').description('models for search by meaning');
  models
    .command('pull')
    .summary('get the files of a model')
    .description(
      'Gets the files of a CLIP-like model from the hub (ASSENT_MODEL_HUB), each checked against the digest that the hub lists. ' +
        'A pull that was cut goes on when it is run again. Nothing else ever downloads a model.',
    )
    .argument('<name>', 'owner/name on the hub, such as Xenova/clip-vit-base-patch32')
    .option('--revision <text>', 'branch, tag or commit', 'main')
    .action(async (name: string, { revision }: { revision: string }) => {
      ended(await pull(config, io, name, revision));
    });
  models
    .command('list')
    .description('Prints the models that are here, which one is at work, and well-known ones to pull.')
    .action(async () => {
      ended(await list(config, io));
    });
}

async function pull(config: Config, io: CommandIo, name: string, revision: string): Promise<number> {
  const { createGuardedFetch } = await import('../../fetch/guarded-fetch.js');
  const outgoing = createGuardedFetch({
    userAgent: 'AssentRegistry/1',
    ...(config.hostMap ? { hostMap: config.hostMap } : {}),
  });
  const progress = startProgress(io, name);
  try {
    const found = await pullModel({
      name,
      revision,
      hub: config.modelHub,
      folder: folderOfModel(name, config.modelsDir),
      outgoing,
      onProgress: (_file, bytes, total) => {
        progress.show(Math.floor(bytes / MEGABYTE), Math.ceil(total / MEGABYTE), 'MB');
      },
      signal: io.signal,
    });
    progress.finish();
    io.out(
      `${found.name}, revision ${found.revision}: ${megabytes(found.bytes)} in ${found.folder}\n` +
        `It learned from: ${knownModel(found.name)?.trainedOn ?? UNKNOWN_TRAINING}\n` +
        `To set it to work, start the server with ASSENT_MEANING_MODEL=${found.name}\n`,
    );
    return EXIT.done;
  } finally {
    progress.finish();
    await outgoing.close();
  }
}

async function list({ modelsDir, meaning }: Config, io: CommandIo): Promise<number> {
  const pulled = await pulledModels(modelsDir);
  const lines: string[] = [];
  for (const { name, folder } of pulled) lines.push(await describe(name, folder, meaning?.model === name));
  if (meaning && !pulled.some(({ name }) => name === meaning.model)) {
    lines.push(await describe(meaning.model, folderOfModel(meaning.model, modelsDir), true));
  }
  for (const { name, vectors } of KNOWN_MODELS) {
    if (pulled.some((one) => one.name === name)) continue;
    lines.push(
      `${name}  not here; compares with vectors of ${vectors.name}, ${vectors.revision}. assent models pull ${name}`,
    );
  }
  io.out(`${lines.join('\n')}\n`);
  return EXIT.done;
}

async function describe(name: string, folder: string, isAtWork: boolean): Promise<string> {
  const state = isAtWork ? 'at work' : 'here';
  try {
    const { revision, bytes } = await readModelFolder(folder);
    return `${name}  ${state}; revision ${revision}, ${megabytes(bytes)}`;
  } catch (error) {
    if (!(error instanceof ModelIncomplete)) throw error;
    return `${name}  ${isAtWork ? 'to be at work, but ' : ''}${error.message}`;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
