/**
 * Makes the WebAssembly module by which many addresses are looked at, from its text.
 * Usage: npm run sieve:write
 */
import { readFile, writeFile } from 'node:fs/promises';
import wabt from 'wabt';

const TEXT = new URL('../src/check-threads/address-sieve.wat', import.meta.url);
const MODULE = new URL('../src/check-threads/address-sieve.wasm', import.meta.url);
const FEATURES = { threads: true, simd: true };

const { parseWat } = await wabt();
const parsed = parseWat('address-sieve.wat', await readFile(TEXT, 'utf8'), FEATURES);
parsed.validate(FEATURES);
await writeFile(MODULE, parsed.toBinary({}).buffer);
