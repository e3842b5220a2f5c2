import type { PictureTools } from '../../src/app/ports/pictures.js';
import { createLikenessThreads } from '../../src/vision/likeness-threads.js';
import { createPixelReader } from '../../src/vision/pixel-reader.js';

/** The thread that compares pictures, run from its sources. */
export const LIKENESS_PROGRAM = {
  url: new URL('../../src/vision/likeness-thread.ts', import.meta.url),
  execArgv: ['--import', new URL('./typescript-loader.mjs', import.meta.url).href],
};

/** The real tools, which read and compare pictures in a process and a thread. Whoever opens them closes them. */
export function openPictureTools(
  own: PictureTools['own'] = () => Promise.resolve(undefined),
): PictureTools & { close(): Promise<void> } {
  const reader = createPixelReader({ timeLimitMs: 30_000 });
  const likeness = createLikenessThreads({ program: LIKENESS_PROGRAM, timeLimitMs: 60_000 });
  return {
    own,
    mayFetch: true,
    reader,
    likeness,
    async close() {
      await reader.close();
      await likeness.close();
    },
  };
}
