import { fileURLToPath } from 'node:url';
import type {
  OriginalReading,
  OriginalRefusal,
  SignedOriginalReader,
} from '../app/ports/signed-originals.js';
import { ProcessApart } from '../processes/process-apart.js';
import type { OriginalTask } from './original-process.js';
import { NO_TRUST, type TrustLists } from './trust-lists.js';

export interface SignedOriginalReaderOptions {
  /** Whom the operator trusts. Default: nobody. */
  readonly trust?: TrustLists;
  /** For one file, waiting and starting not counted. Default 10,000. */
  readonly timeLimitMs?: number;
  /** What the process runs, and with which options of Node: the sources, where they are not compiled. */
  readonly program?: { readonly url: URL; readonly execArgv: readonly string[] };
}

const PROGRAM = { url: new URL('./original-process.js', import.meta.url), execArgv: [] };

/** Loading takes half a second, on a busy machine many; no file has a say in it. */
const START_LIMIT_MS = 60_000;

/** Ten times what the largest file needs. */
const MEMORY_LIMIT_KB = 1_048_576;

const MOST_BYTES = 20_000_000;

/** Each holds its bytes in memory until its turn. */
const MAX_WAITING = 8;

/**
 * Reads signed files one after the other, each in a process of its own that ends with it: nothing of one is left for the next, what hangs is
 * killed, and what fills the memory fills none of the server's. Nothing of it runs before the first file comes, or after it.
 */
export function createSignedOriginalReader(options: SignedOriginalReaderOptions = {}): SignedOriginalReader {
  const { trust = NO_TRUST, timeLimitMs = 10_000, program = PROGRAM } = options;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async read(bytes, now) {
      if (bytes.length > MOST_BYTES) return refused('too-large');
      if (waiting >= MAX_WAITING) return refused('busy');
      waiting += 1;
      const reading = turn.then(() => readApart({ bytes, trust, now }, program, timeLimitMs));
      turn = reading.catch(() => undefined);
      try {
        return await reading;
      } finally {
        waiting -= 1;
      }
    },
  };
}

async function readApart(
  task: OriginalTask,
  program: NonNullable<SignedOriginalReaderOptions['program']>,
  timeLimitMs: number,
): Promise<OriginalReading> {
  const reader = new ProcessApart({
    path: fileURLToPath(program.url),
    execArgv: program.execArgv,
    // The parser of CBOR has native code beside it, which no file of a stranger needs.
    env: { CBOR_NATIVE_ACCELERATION_DISABLED: 'true' },
    memoryLimitKb: MEMORY_LIMIT_KB,
  });
  try {
    if (typeof (await reader.loaded(START_LIMIT_MS)) === 'string') {
      throw new Error('The process that reads signed files did not start.');
    }
    const reading = await reader.ask(task, timeLimitMs);
    if (reading === 'late') return refused('timed-out');
    return reading === 'gone' ? refused('damaged') : (reading.message as OriginalReading);
  } finally {
    await reader.end();
  }
}

function refused(reason: OriginalRefusal): OriginalReading {
  return { ok: false, refused: reason };
}
