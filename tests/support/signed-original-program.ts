/** The process that reads signed files, run from its sources. */
export const ORIGINALS_PROGRAM = {
  url: new URL('../../src/originals/original-process.ts', import.meta.url),
  execArgv: ['--import', new URL('./typescript-loader.mjs', import.meta.url).href],
};
