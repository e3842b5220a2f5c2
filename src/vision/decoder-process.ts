import { fileURLToPath } from 'node:url';
import { ProcessApart } from '../processes/process-apart.js';
import { DecoderUnavailable } from './decoder-unavailable.js';
import type { AcceptedFormat } from './picture-format.js';
import { PictureRefused } from './picture-refused.js';

/** One picture for the process; see picture-worker.mjs for what it answers. */
export interface DecodingTask {
  readonly want: 'thumbnail' | 'pixels' | 'picture';
  readonly bytes: Uint8Array;
  readonly format: AcceptedFormat;
  /** Longest edge of the result, in pixels. */
  readonly edge: number;
}

const WORKER = fileURLToPath(new URL('./picture-worker.mjs', import.meta.url));

/** Loading sharp takes a fifth of a second, on a busy machine seconds; no picture has a say in it. */
const START_LIMIT_MS = 30_000;

/** Three times what the costliest accepted picture needs. */
const MEMORY_LIMIT_KB = 1_048_576;

/** Decodes one picture at a time in a process apart, which starts at the first picture and is replaced after a kill. */
export class DecoderProcess {
  private process: ProcessApart | null = null;
  private closed = false;

  constructor(private readonly timeLimitMs: number) {}

  /** The message that the process answers with. Throws PictureRefused (timed-out, damaged), DecoderUnavailable. */
  async decode(task: DecodingTask): Promise<unknown> {
    if (this.closed) throw closed();
    const decoder = this.process?.isOver === false ? this.process : await this.start();
    const outcome = await decoder.ask(task, this.timeLimitMs);
    if (typeof outcome === 'object') return outcome.message;
    await decoder.end();
    throw outcome === 'late' ? this.timedOut() : this.stoppedShort();
  }

  /** Ends the process, with the picture that it may be at. */
  async close(): Promise<void> {
    this.closed = true;
    await this.process?.end();
  }

  private async start(): Promise<ProcessApart> {
    const decoder = new ProcessApart({ path: WORKER, memoryLimitKb: MEMORY_LIMIT_KB });
    this.process = decoder;
    if (typeof (await decoder.loaded(START_LIMIT_MS)) === 'object') return decoder;
    await decoder.end();
    throw new DecoderUnavailable(
      'The picture decoder did not start. Install sharp so that it fits this machine: npm ci, or npm install sharp beside the checker alone.',
    );
  }

  private timedOut(): PictureRefused {
    const seconds = this.timeLimitMs / 1_000;
    return new PictureRefused(
      'timed-out',
      `The picture took longer than ${seconds} seconds to decode. Save it anew, simpler.`,
    );
  }

  private stoppedShort(): Error {
    if (this.closed) return closed();
    return new PictureRefused(
      'damaged',
      'The decoder stopped at this picture. Save it anew from a picture editor.',
    );
  }
}

function closed(): DecoderUnavailable {
  return new DecoderUnavailable(
    'Pictures are no longer decoded, because the registry is shutting down. Try again later.',
  );
}
