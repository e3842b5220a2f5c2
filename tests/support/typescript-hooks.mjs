/**
 * Module hooks by which plain Node runs the sources: `./x.js` means `./x.ts`, compiled as .swcrc says and kept in dist/sources
 * for whoever reads it next. What suites import from Jest is what the runtime of the running suite was given.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { transform, version } from '@swc/core';
import { compiledPath, ROOT } from './compiled-path.mjs';

const SUITE_GLOBALS = new URL('./suite-globals.mjs', import.meta.url).href;
const SETTINGS = `${version}\0${readFileSync(join(ROOT, '.swcrc'), 'utf8')}`;

export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: SUITE_GLOBALS, format: 'module', shortCircuit: true };
  if (context.parentURL?.startsWith('file:') && /^\.{1,2}\/.*\.js$/.test(specifier)) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const path = fileURLToPath(url);
  const source = await readFile(path, 'utf8');
  const stamp = createHash('sha256').update(`${SETTINGS}\0${source}`).digest('hex');
  const kept = compiledPath(path);
  const code = await readFile(kept, 'utf8').catch(() => '');
  if (code.endsWith(stamp)) return { format: 'module', source: code, shortCircuit: true };
  return { format: 'module', source: await compile(path, url, source, stamp), shortCircuit: true };
}

async function compile(path, url, source, stamp) {
  const { code, map } = await transform(source, {
    filename: path,
    sourceFileName: url,
    cwd: ROOT,
    root: ROOT,
  });
  const stamped = `${code}\n//# ${stamp}`;
  if (!relative(ROOT, path).startsWith('..')) {
    const kept = compiledPath(path);
    await mkdir(dirname(kept), { recursive: true });
    await replace(`${kept}.map`, map);
    await replace(kept, stamped);
  }
  return stamped;
}

/** Whoever reads it meanwhile finds it whole, as it was or as it will be. */
async function replace(path, text) {
  const unfinished = `${path}.${process.pid}.${threadId}`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
