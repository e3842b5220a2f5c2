/**
 * Loads suites by Node's own `import`, so that a worker reads each module once and not once per suite. Jest asks a runtime for
 * these functions only; what else it can do, such as replacing modules, no suite uses.
 */
import { createRequire, register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiledPath } from './compiled-path.mjs';
import { setSuiteGlobals } from './suite-globals.mjs';

register('./typescript-hooks.mjs', import.meta.url);

const require = createRequire(import.meta.url);
const loaded = new Set();

/** Where the source map of a module lies is known by its address, before anybody asks. */
class SourceMaps extends Map {
  get(url) {
    return url.startsWith('file:') && url.endsWith('.ts')
      ? `${compiledPath(fileURLToPath(url))}.map`
      : undefined;
  }
}
const sourceMaps = new SourceMaps();

export default class SuiteRuntime {
  /** The part of Jest that holds tests and hooks; kept too, so that its functions are the same for every module of the worker. */
  requireInternalModule(path) {
    const framework = require(path);
    forgetTests();
    return framework;
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    if (loaded.has(path)) {
      throw new Error('A process loads a suite only once, so suites cannot be watched: start the run again.');
    }
    loaded.add(path);
    await import(pathToFileURL(path).href);
  }

  setGlobalsForRuntime(globals) {
    setSuiteGlobals(globals);
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {
    forgetTests();
  }
}

/** How many handlers of its own jest-circus begins with; what comes after them belonged to the suite before. */
const OWN_HANDLERS = 2;

/**
 * Jest would load its test framework anew for each suite, so that part has no function to empty it. It keeps its state and its
 * handlers under symbols of the global object, where the public part, loaded after it, finds the handlers and makes the state.
 */
function forgetTests() {
  const { getState, resetState } = require('jest-circus');
  resetState();
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (symbol.description === 'JEST_STATE_SYMBOL') globalThis[symbol] = getState();
    if (symbol.description === 'EVENT_HANDLERS') globalThis[symbol].length = OWN_HANDLERS;
  }
}
