/**
 * Builds what is missing: the server (src, migrations and ormconfig.ts to dist/server, by swc; what the command reaches of it once more, put
 * together into a few files, to dist/server/joined) and the pages (src/web to dist/web, by Vite). A stamp of names, sizes and times beside each
 * output tells whether it is still right.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SERVER = join(ROOT, 'dist', 'server');
const WEB = join(ROOT, 'dist', 'web');
const COMMAND = join('src', 'cli', 'main.js');

/**
 * Brings dist up to date; `say` is told in a line what is being built, if anything. Only a server needs the pages.
 */
export async function buildWhatIsMissing(say = () => undefined, { pages = true } = {}) {
  const everything = await filesBelow(join(ROOT, 'src'));
  const isPage = (path) => /^src\/(web|client|core)\//.test(path);
  const settings = ['package-lock.json', '.swcrc', 'bin/build.mjs'];

  const serverSources = [
    ...everything.filter((path) => !path.startsWith('src/web/')),
    ...(await filesBelow(join(ROOT, 'migrations'))),
    'ormconfig.ts',
  ];
  await refresh(SERVER, [...serverSources, ...settings], async (folder) => {
    say('Building the server …');
    await buildServer(serverSources, folder);
  });
  if (!pages) return;
  await refresh(WEB, [...everything.filter(isPage), 'vite.config.ts', ...settings], async (folder) => {
    say('Building the pages …');
    await buildWeb(folder);
  });
}

async function buildServer(sources, folder) {
  const { transformFile } = await import('@swc/core');
  for (const source of sources) {
    const target = join(folder, source);
    await mkdir(dirname(target), { recursive: true });
    if (extname(source) !== '.ts') {
      await cp(join(ROOT, source), target);
    } else if (!source.endsWith('.d.ts')) {
      const { code, map } = await transformFile(join(ROOT, source), { cwd: ROOT, root: ROOT });
      const compiled = target.replace(/\.ts$/, '.js');
      await writeFile(
        compiled,
        `${code}\n//# sourceMappingURL=${compiled.slice(dirname(compiled).length + 1)}.map\n`,
      );
      await writeFile(`${compiled}.map`, map);
    }
  }
  await joinCommand(folder);
}

/**
 * Loading more than a thousand modules one by one takes a fifth of the time in which a server starts. The programs of threads and processes
 * stay where they are, and modules find what lies beside them as if they still lay there too. Packages stay what they are.
 */
async function joinCommand(folder) {
  const joined = join(folder, 'joined');
  await buildByVite({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'own-place',
        transform(code, id) {
          if (!code.includes('import.meta.url')) return undefined;
          const place = relative(joined, id).split(sep).join('/');
          return {
            code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url)`),
            map: null,
          };
        },
      },
    ],
    build: {
      ssr: join(folder, COMMAND),
      target: 'node20',
      minify: false,
      sourcemap: true,
      outDir: joined,
      rolldownOptions: {
        external: (name) => !/^[./]/.test(name),
        // What another command wants at once, a chunk may already hold.
        checks: { ineffectiveDynamicImport: false, bundlerTimings: false },
        // The database and the API know classes by their names, and two may have the same.
        output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js', keepNames: true },
      },
    },
  });
}

async function buildWeb(folder) {
  await buildByVite({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  await compressAssets(join(folder, 'assets'));
}

async function buildByVite(settings) {
  const { build } = await import('vite');
  // Vite sets it for its own use; the server that starts next must find it as its operator left it.
  const { NODE_ENV } = process.env;
  try {
    await build(settings);
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/** Beside each file that gets smaller by it the same in Brotli, once, so that no request waits for it. */
async function compressAssets(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(?:js|css|svg|wasm)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      const packed = await promisify(brotliCompress)(bytes);
      if (packed.length < bytes.length) await writeFile(join(folder, `${name}.br`), packed);
    }),
  );
}

/**
 * Builds into a folder of its own and moves it to its place, so that a build cut short is never taken for a whole one. Of
 * processes that begin together the first to finish has begun to load its build when the others are done: theirs give way.
 */
async function refresh(output, sources, build) {
  const stamp = await stampOf(sources);
  if ((await stampIn(output)) === stamp) return;
  const fresh = `${output}.${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await build(fresh);
  await writeFile(join(fresh, 'build-stamp'), stamp);
  if (!(await hasMoved(fresh, output)) && (await stampIn(output)) !== stamp) {
    const old = `${fresh}.old`;
    await hasMoved(output, old);
    await hasMoved(fresh, output);
    await rm(old, { recursive: true, force: true });
  }
  await rm(fresh, { recursive: true, force: true });
}

/** False where there is nothing to move, or something in its way. */
async function hasMoved(from, to) {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    return false;
  }
}

async function stampIn(output) {
  return readFile(join(output, 'build-stamp'), 'utf8').catch(() => '');
}

async function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    // One after the other by the system itself: a thousand promises would take longer than all the rest.
    const { size, mtimeMs } = statSync(join(ROOT, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function filesBelow(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && entry.name !== 'tsconfig.json')
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWhatIsMissing((line) => console.log(line));
}
