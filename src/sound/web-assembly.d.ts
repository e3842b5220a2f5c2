/** What is used of WebAssembly (its JavaScript interface, W3C), which neither Node's types nor the language's own declare. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  const Module: {
    new (bytes: Uint8Array): Module;
    imports(module: Module): readonly { readonly module: string; readonly name: string }[];
  };
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  const Memory: {
    new (pages: { readonly initial: number; readonly maximum: number; readonly shared: boolean }): Memory;
  };
  type Imports = Record<string, Record<string, Memory | ((...args: number[]) => number)>>;
}
