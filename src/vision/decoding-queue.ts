import { DecoderProcess, type DecodingTask } from './decoder-process.js';
import { type AcceptedFormat, isAccepted, pictureFormat } from './picture-format.js';
import { DAMAGED_PICTURE } from '../app/ports/pictures.js';
import { PictureRefused } from './picture-refused.js';
import { refusalOfFormat } from './refusal-of-format.js';

export interface DecodingOptions {
  /** For decoding one picture, waiting for its turn not counted. Default 5,000. */
  readonly timeLimitMs?: number;
  /** How many pictures are decoded at a time, each in a process of its own. Default 1. */
  readonly processes?: number;
}

/** What the process made of a picture, not yet checked: it has touched a stranger's bytes. */
export type DecoderAnswer = Readonly<Record<string, unknown>>;

const MAX_BYTES = 10_000_000;

/** Each holds its bytes in memory until its turn. */
const MAX_WAITING = 32;

/** A process, and who waits for it. */
interface Lane {
  readonly decoder: DecoderProcess;
  waiting: number;
  turn: Promise<unknown>;
}

/** Pictures decoded one after the other, in processes that are ended when one takes too long. */
export class DecodingQueue {
  private readonly lanes: readonly Lane[];

  constructor({ timeLimitMs = 5_000, processes = 1 }: DecodingOptions) {
    this.lanes = Array.from({ length: processes }, () => ({
      decoder: new DecoderProcess(timeLimitMs),
      waiting: 0,
      turn: Promise.resolve(),
    }));
  }

  /**
   * Takes a JPEG, PNG, WebP, GIF or AVIF of at most 10,000,000 bytes, by its content and not its name.
   * Throws PictureRefused, DecoderUnavailable.
   */
  async decode(want: DecodingTask['want'], bytes: Uint8Array, edge: number): Promise<DecoderAnswer> {
    const format = acceptedFormat(bytes);
    const [lane] = this.lanes.toSorted((a, b) => a.waiting - b.waiting) as [Lane];
    if (lane.waiting >= MAX_WAITING) {
      throw new PictureRefused('busy', 'Too many pictures are waiting to be decoded. Try again in a minute.');
    }
    lane.waiting += 1;
    const answer = lane.turn.then(() => lane.decoder.decode({ want, bytes, format, edge }));
    lane.turn = answer.catch(() => undefined);
    try {
      return soundAnswer((await answer) as DecoderAnswer, edge);
    } finally {
      lane.waiting -= 1;
    }
  }

  /** Ends the decoders; pictures under way or waiting are refused. */
  async close(): Promise<void> {
    await Promise.all(this.lanes.map(({ decoder }) => decoder.close()));
  }
}

function acceptedFormat(bytes: Uint8Array): AcceptedFormat {
  if (bytes.byteLength > MAX_BYTES) {
    throw new PictureRefused('too-large', `The file is larger than ${MAX_BYTES} bytes. Give a smaller one.`);
  }
  const format = pictureFormat(bytes);
  if (format === null || !isAccepted(format)) throw refusalOfFormat(format);
  return format;
}

function soundAnswer(answer: DecoderAnswer, edge: number): DecoderAnswer {
  if (answer['refused'] === 'too-many-pixels') {
    throw new PictureRefused(
      'too-many-pixels',
      'The picture has more than 40 million pixels (20 million at 16 bits or in CMYK, 10 million as AVIF). Give a smaller one.',
    );
  }
  if (!isEdge(answer['width'], edge) || !isEdge(answer['height'], edge)) throw damaged();
  return answer;
}

export function damaged(): PictureRefused {
  return new PictureRefused('damaged', DAMAGED_PICTURE);
}

function isEdge(value: unknown, edge: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= edge;
}
