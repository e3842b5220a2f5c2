import { Worker } from 'node:worker_threads';
import type { Recording } from './chromaprint.js';
import { RecordingRefused } from './recording-refused.js';

export interface RecordingDecoderOptions {
  /** For decoding one recording, waiting for its turn not counted. Default 20,000. */
  readonly timeLimitMs?: number;
  /** How many recordings are decoded at a time, each in a thread of its own. Default 2. */
  readonly threads?: number;
}

/** A recording whose first byte is its first frame's, or the mark of its format. */
export interface PackedRecording {
  readonly format: 'flac' | 'mp3';
  readonly bytes: Uint8Array;
}

/** What a fingerprint is made of; the rest is not decoded. */
const MOST_SECONDS = 120;

/** Two minutes of two channels at 192,000 samples of 24 bits a second, not made smaller at all. */
const MOST_BYTES = 150_000_000;

/** Of all channels, 100 MB: two minutes of two channels at 192,000 a second. Of more, less than two minutes are heard. */
const MOST_SAMPLES = 50_000_000;

/** Each holds its bytes in memory until its turn. */
const MAX_WAITING = 32;

/** For what JavaScript itself keeps: neither samples nor the decoders' own memory, which is fixed. */
const HEAP_MB = 128;

const PROGRAM = new URL('./recording-worker.mjs', import.meta.url);

/**
 * Decodes recordings in threads that last for one each: nothing of one is left for the next, nothing idle has to be closed, and code that hangs
 * ends with its thread. The decoders are WebAssembly, which reaches no memory but its own.
 */
export class RecordingDecoder {
  private readonly timeLimitMs: number;
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor({ timeLimitMs = 20_000, threads = 2 }: RecordingDecoderOptions = {}) {
    this.timeLimitMs = timeLimitMs;
    this.free = threads;
  }

  /** The first two minutes. Throws RecordingRefused. */
  async decode(packed: PackedRecording): Promise<Recording> {
    await this.turn();
    try {
      return await decodeInThread(packed, this.timeLimitMs);
    } finally {
      this.next();
    }
  }

  private async turn(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    if (this.waiting.length >= MAX_WAITING) {
      throw new RecordingRefused(
        'busy',
        'Too many recordings are waiting to be decoded. Try again in a minute.',
      );
    }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private next(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}

async function decodeInThread({ format, bytes }: PackedRecording, limitMs: number): Promise<Recording> {
  // A copy of its own, which goes over as it is: of a view the whole memory behind it would be copied.
  const heard = new Uint8Array(bytes.subarray(0, MOST_BYTES));
  const worker = new Worker(PROGRAM, {
    workerData: { bytes: heard, format, mostSeconds: MOST_SECONDS, mostSamples: MOST_SAMPLES },
    transferList: [heard.buffer],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  try {
    const recording = await answerOf(worker, limitMs);
    if (recording.samples.length === 0) throw damaged();
    return recording;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, limitMs: number): Promise<Recording> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const seconds = limitMs / 1_000;
      reject(
        new RecordingRefused(
          'timed-out',
          `The recording took longer than ${seconds} seconds to decode. Convert it to WAV.`,
        ),
      );
    }, limitMs);
    const fail = (): void => {
      clearTimeout(timer);
      reject(damaged());
    };
    worker.once('message', (recording: Recording) => {
      clearTimeout(timer);
      resolve(recording);
    });
    // Whatever the decoders throw, they threw it at this file.
    worker.once('error', fail).once('exit', fail);
  });
}

function damaged(): RecordingRefused {
  return new RecordingRefused(
    'damaged',
    'The recording is damaged: no sound could be decoded. Save it anew, or convert it to WAV with 16 bits.',
  );
}
