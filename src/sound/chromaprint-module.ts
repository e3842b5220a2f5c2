import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What of Chromaprint's C interface is called (chromaprint.h, version 1.5); pointers are offsets in `memory`. */
export interface ChromaprintModule {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (bytes: number) => number;
  readonly chromaprint_new: (algorithm: number) => number;
  readonly chromaprint_start: (context: number, rate: number, channels: number) => number;
  readonly chromaprint_feed: (context: number, samples: number, count: number) => number;
  readonly chromaprint_finish: (context: number) => number;
  readonly chromaprint_get_raw_fingerprint: (context: number, items: number, count: number) => number;
}

interface Exports extends ChromaprintModule {
  readonly __wasm_call_ctors: () => void;
}

let compiled: WebAssembly.Module | undefined;

/**
 * A copy of Chromaprint with a memory of its own, which goes with it: nothing has to be freed. The package's own JavaScript
 * runs in browsers alone, so the module is started here, with the little that it asks of its surroundings.
 */
export function startChromaprint(): ChromaprintModule {
  compiled ??= new WebAssembly.Module(readFileSync(modulePath()));
  const surroundings = { memory: undefined as WebAssembly.Memory | undefined };
  const instance = new WebAssembly.Instance(compiled, importsFor(compiled, surroundings));
  const exported = instance.exports as unknown as Exports;
  surroundings.memory = exported.memory;
  exported.__wasm_call_ctors();
  return exported;
}

function modulePath(): string {
  const require = createRequire(import.meta.url);
  return require.resolve('@unimusic/chromaprint/dist/chromaprint.wasm');
}

/** No clock, no randomness, no environment, no files: a fingerprint depends on the samples alone. */
function importsFor(
  module: WebAssembly.Module,
  surroundings: { readonly memory: WebAssembly.Memory | undefined },
): WebAssembly.Imports {
  const bytes = () => new DataView(surroundings.memory?.buffer ?? new ArrayBuffer(0));
  const answered: Readonly<Record<string, (...args: number[]) => number>> = {
    environ_sizes_get: (count = 0, size = 0) => {
      bytes().setUint32(count, 0, true);
      bytes().setUint32(size, 0, true);
      return 0;
    },
    environ_get: () => 0,
    emscripten_date_now: () => 0,
    emscripten_get_now: () => 0,
    random_get: (start = 0, length = 0) => {
      new Uint8Array(bytes().buffer, start, length).fill(0);
      return 0;
    },
  };
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = answered[name] ?? refuse(name);
  }
  return imports;
}

function refuse(name: string): () => never {
  return () => {
    throw new Error(`Chromaprint called ${name}, which no fingerprint needs.`);
  };
}
