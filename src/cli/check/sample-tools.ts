import { availableParallelism } from 'node:os';
import type { SampleTools } from '../../app/check/sample-prints.js';
import { createSoundItems } from '../../sound/sound-items.js';

/** More would take each other's memory. */
const MOST_CORES = 4;

/**
 * What files of shards are looked at with, where no registry brings its own. Nothing runs, or is loaded, before the first picture.
 * Whoever opens them closes them.
 */
export function openSampleTools(): SampleTools & { close(): Promise<void> } {
  let opened: ReturnType<typeof open> | undefined;
  const tools = () => (opened ??= open());
  return {
    reader: { read: async (bytes) => (await tools()).reader.read(bytes) },
    likeness: { hashes: async (picture) => (await tools()).likeness.hashes(picture) },
    sound: createSoundItems({ threads: Math.min(availableParallelism(), MOST_CORES) }),
    async close() {
      const started = await opened;
      await Promise.all([started?.reader.close(), started?.likeness.close()]);
    },
  };
}

async function open() {
  const cores = Math.min(availableParallelism(), MOST_CORES);
  const { createPixelReader } = await import('../../vision/pixel-reader.js');
  const { createLikenessThreads } = await import('../../vision/likeness-threads.js');
  return {
    reader: createPixelReader({ processes: cores }),
    likeness: createLikenessThreads({ threads: cores }),
  };
}
