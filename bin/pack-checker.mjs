/**
 * Makes the package of the checker alone (docs/adr/0023-the-checker-alone.md): the modules that `src/cli/checker-main.ts` reaches, put
 * together into a few files, and a package.json that names the dependencies which these import, in the versions of ours.
 * Usage: npm run checker:pack, which leaves dist/assent-check-VERSION.tgz; or node bin/pack-checker.mjs FOLDER for the folder alone.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = 'src/cli/checker-main.ts';
const FILES = ['LICENSE', 'docs/checker.md'];
/** Larger than the rest together, and needed for the pictures in shards alone: whoever checks those installs it beside it. */
const ASKED_FOR = 'sharp';

/** Writes the package into a folder, which is emptied first. @returns what it consists of */
export async function packChecker(folder) {
  const { modules, programs, assets, packages } = await reachedFrom(ENTRY);
  await rm(folder, { recursive: true, force: true });
  const lib = join(folder, 'lib');
  await putTogether([ENTRY, ...programs], lib);
  for (const path of assets) await cp(join(ROOT, path), join(lib, basename(path)));
  await write(
    join(folder, 'bin', 'assent.mjs'),
    `#!/usr/bin/env node\nimport '../lib/${compiledName(ENTRY)}';\n`,
  );
  for (const file of FILES) await cp(join(ROOT, file), join(folder, file === 'LICENSE' ? file : 'README.md'));
  const manifest = await manifestOf(packages);
  await write(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return { modules: [...modules], manifest };
}

/**
 * Loading some hundred modules one by one takes longer than a small check. Each keeps its name in a comment. Packages stay what they are: npm
 * installs them, with their licences.
 */
async function putTogether(entries, folder) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [basename(path, extname(path)), join(ROOT, path)])),
        external: (name) => !/^[./]/.test(name),
        // Beside one another: what a module opens beside itself is beside whatever it was put into.
        output: {
          entryFileNames: ({ facadeModuleId }) => compiledName(facadeModuleId),
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  });
}

function compiledName(path) {
  return basename(path).replace(/\.ts$/, '.js');
}

/** Every module of ours that one leads to, those that are programs of threads and processes, the files that they read, and the packages that they name. */
async function reachedFrom(entry) {
  const [{ transformFile }, { parseAst }] = await Promise.all([import('@swc/core'), import('vite')]);
  const modules = new Set();
  const programs = new Set();
  const assets = new Set();
  const packages = new Set();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path)) continue;
    if (!/\.(ts|mjs)$/.test(path)) {
      assets.add(path);
      continue;
    }
    modules.add(path);
    const { code } = await transformFile(join(ROOT, path), { cwd: ROOT, root: ROOT, sourceMaps: false });
    for (const { name, isBeside } of namedIn(parseAst(code))) {
      if (name.startsWith('.')) {
        const named = join(dirname(path), name).replace(/\.js$/, '.ts');
        waiting.push(named);
        if (isBeside && /\.(ts|mjs)$/.test(named)) programs.add(named);
      } else if (!isBuiltin(name)) packages.add(packageOf(name));
    }
  }
  // Each finds what lies beside it by its name alone.
  const names = [entry, ...programs, ...assets].map(compiledName);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two files are called ${twice}, and one would replace the other.`);
  return { modules, programs, assets, packages };
}

/** What a module names: in imports, now or later, as the program of a thread or a process, and as a file beside it or of a package. */
function namedIn(node) {
  if (Array.isArray(node)) return node.flatMap(namedIn);
  if (node === null || typeof node !== 'object') return [];
  const own = ownName(node);
  return [...(own ? [own] : []), ...Object.values(node).flatMap(namedIn)];
}

function ownName({ type, source, callee, arguments: given }) {
  if (/^(Import|Export(Named|All))Declaration$|^ImportExpression$/.test(type ?? '')) {
    if (source && source.type !== 'Literal')
      throw new Error('An import whose name is worked out cannot be packed.');
    return source && { name: source.value, isBeside: false };
  }
  const isPlace = type === 'NewExpression' && callee.name === 'URL' && given[1]?.type === 'MemberExpression';
  if (isPlace && /\.[a-z]+$/.test(given[0].value ?? '')) return { name: given[0].value, isBeside: true };
  const isFile =
    type === 'CallExpression' && callee.object?.name === 'require' && callee.property?.name === 'resolve';
  return isFile ? { name: given[0].value, isBeside: false } : undefined;
}

function packageOf(named) {
  return named
    .split('/')
    .slice(0, named.startsWith('@') ? 2 : 1)
    .join('/');
}

async function manifestOf(packages) {
  const own = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const versions = [...packages].sort().map((name) => {
    const version = own.dependencies[name];
    if (version === undefined) throw new Error(`${name} is imported, and package.json does not name it.`);
    return [name, version];
  });
  return {
    name: 'assent-check',
    version: own.version,
    description: 'Ask before you train: the checker of Assent alone, offline, for tables of addresses',
    license: own.license,
    type: 'module',
    engines: own.engines,
    bin: { assent: 'bin/assent.mjs' },
    dependencies: Object.fromEntries(versions.filter(([name]) => name !== ASKED_FOR)),
    peerDependencies: Object.fromEntries(versions.filter(([name]) => name === ASKED_FOR)),
    peerDependenciesMeta: { [ASKED_FOR]: { optional: true } },
  };
}

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [given] = process.argv.slice(2);
  const folder = resolve(given ?? join(ROOT, 'dist', 'checker'));
  const { modules, manifest } = await packChecker(folder);
  console.log(`${folder}: ${modules.length} modules; needs ${Object.keys(manifest.dependencies).join(', ')}`);
  if (given === undefined) {
    const argv = ['pack', folder, '--silent', '--pack-destination', join(ROOT, 'dist')];
    process.exitCode = spawnSync('npm', argv, { stdio: 'inherit' }).status ?? 1;
  }
}
