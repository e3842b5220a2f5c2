import { addLog } from '../../src/cli/commands/log.js';
import { addProof } from '../../src/cli/commands/proof.js';
import { runProgram } from '../../src/cli/program.js';
import { loadConfig } from '../../src/config.js';

export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the verifier as in a process of its own; one that asks for a store fails. */
export async function runVerifier(folder: string, ...argv: readonly string[]): Promise<Ended> {
  let out = '';
  let err = '';
  const io = {
    cwd: folder,
    isTerminal: false,
    columns: 100,
    signal: new AbortController().signal,
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
  };
  const noStore = () => Promise.reject(new Error('The command opened a store.'));
  const config = loadConfig({ ASSENT_DATA: folder });
  const exit = await runProgram(argv, io, noStore, (program, setting) => {
    addLog(program, config, setting);
    addProof(program, setting);
  });
  return { exit, out, err };
}
