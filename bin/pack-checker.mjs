/**
 * Makes the package of the checker alone (docs/adr/0023-the-checker-alone.md): the compiled modules that `src/cli/checker-main.ts` reaches,
 * and a package.json that names the dependencies which these import, in the versions of ours.
 * Usage: npm run checker:pack, which leaves dist/assent-check-VERSION.tgz; or node bin/pack-checker.mjs FOLDER for the folder alone.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRY = 'src/cli/checker-main.ts';
const FILES = ['LICENSE', 'docs/checker.md'];
/** Larger than the rest together, and needed for the pictures in shards alone: whoever checks those installs it beside it. */
const ASKED_FOR = 'sharp';

/** Writes the package into a folder, which is emptied first. @returns what it consists of */
export async function packChecker(folder) {
  const { modules, assets, packages } = await reachedFrom(ENTRY);
  await rm(folder, { recursive: true, force: true });
  for (const [path, code] of modules) await write(join(folder, path.replace(/\.ts$/, '.js')), code);
  for (const path of assets) await cp(join(ROOT, path), join(folder, path));
  await write(
    join(folder, 'bin', 'assent.mjs'),
    `#!/usr/bin/env node\nimport '../${ENTRY.replace(/\.ts$/, '.js')}';\n`,
  );
  for (const file of FILES) await cp(join(ROOT, file), join(folder, file === 'LICENSE' ? file : 'README.md'));
  const manifest = await manifestOf(packages);
  await write(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  return { modules: [...modules.keys()], manifest };
}

/** Every module of ours that one leads to, compiled, the files that these read, and the packages that they name. */
async function reachedFrom(entry) {
  const [{ transformFile }, { parseAst }] = await Promise.all([import('@swc/core'), import('vite')]);
  const modules = new Map();
  const assets = new Set();
  const packages = new Set();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (modules.has(path)) continue;
    if (!/\.(ts|mjs)$/.test(path)) {
      assets.add(path);
      continue;
    }
    const { code } = await transformFile(join(ROOT, path), { cwd: ROOT, root: ROOT, sourceMaps: false });
    modules.set(path, code);
    for (const named of namedIn(parseAst(code))) {
      if (named.startsWith('.')) waiting.push(join(dirname(path), named).replace(/\.js$/, '.ts'));
      else if (!isBuiltin(named)) packages.add(packageOf(named));
    }
  }
  return { modules, assets, packages };
}

/** What a module names: in imports, now or later, as the program of a thread or a process, and as a file beside it or of a package. */
function namedIn(node) {
  if (Array.isArray(node)) return node.flatMap(namedIn);
  if (node === null || typeof node !== 'object') return [];
  const own = ownName(node);
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap(namedIn)];
}

function ownName({ type, source, callee, arguments: given }) {
  if (/^(Import|Export(Named|All))Declaration$|^ImportExpression$/.test(type ?? '')) {
    if (source && source.type !== 'Literal')
      throw new Error('An import whose name is worked out cannot be packed.');
    return source?.value;
  }
  const isPlace = type === 'NewExpression' && callee.name === 'URL' && given[1]?.type === 'MemberExpression';
  const isFile =
    type === 'CallExpression' && callee.object?.name === 'require' && callee.property?.name === 'resolve';
  return isFile || (isPlace && /\.[a-z]+$/.test(given[0].value ?? '')) ? given[0].value : undefined;
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
