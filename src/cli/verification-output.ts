import { Option } from 'commander';
import type { Tell } from '../verifier/tell.js';
import { InvalidKey, KEY_TYPES, parseVerifierKey, type VerifierKey } from '../verifier/verifier-key.js';
import { UsageError } from './usage-error.js';
import type { CommandIo } from './io.js';
import { plainText } from './plain-text.js';

const LABEL_WIDTH = 11;

/** Prints each thing that a verification establishes, in two columns. */
export function tellOn(io: CommandIo): Tell {
  return (label, text) => {
    io.out(`${label.padEnd(LABEL_WIDTH)}${plainText(text)}\n`);
  };
}

/** `--key VKEY`, as often as one likes. */
export function keyOption(description: string): Option {
  return new Option('--key <vkey>', description).argParser(addKey);
}

function addKey(text: string, earlier: readonly VerifierKey[] = []): readonly VerifierKey[] {
  try {
    const key = parseVerifierKey(text.trim());
    if (key.type === KEY_TYPES.log) return [...earlier, key];
    throw new InvalidKey('It is of a kind that signs no logs; only Ed25519 keys of type 01 are checked.');
  } catch (error) {
    if (error instanceof InvalidKey) throw new UsageError(`--key cannot be used. ${error.message}`);
    throw error;
  }
}
