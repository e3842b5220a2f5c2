/**
 * The fsynced journal: on an embedded registry it is the log, and the database a projection of it. Append-only files of
 * frames, the next begun when one has grown large, each named for the index of its first entry.
 */
import type { LogJournal } from '../app/ports/log-journal.js';
import { NoRoom } from '../app/ports/no-room.js';
import { WritingStopped } from '../app/ports/writing-stopped.js';
import { encodeFrame, FRAME_HEADER_LENGTH, FRAME_MAGIC, readFrame, readFrameHeader } from './frame.js';
import type { JournalFile, JournalFolder } from './journal-file.js';
import { ReadAhead } from './read-ahead.js';

/** The journal cannot be what this process wrote: bytes in its middle are wrong, or a file is missing. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';

  constructor(file: string, position: number) {
    super(
      `The journal file ${file} is damaged at byte ${position}. Nothing was changed. ` +
        'Put the file back from a copy, or refill the log with "assent log recover --from MIRROR".',
    );
  }
}

const NAME = /^(\d{20})\.journal$/;
/** In bytes; a start reads the last file whole. */
const FULL = 64 * 1024 * 1024;
const SEARCHED_AT_ONCE = 1024 * 1024;

interface Segment {
  readonly name: string;
  readonly first: number;
}

export class Journal implements LogJournal {
  readonly #folder: JournalFolder;
  readonly #segments: Segment[];
  readonly #fullAt: number;
  #file: JournalFile | undefined;
  #end = 0;
  #size = 0;
  #stopped: unknown;

  private constructor(folder: JournalFolder, segments: Segment[], fullAt: number) {
    this.#folder = folder;
    this.#segments = segments;
    this.#fullAt = fullAt;
  }

  /**
   * Opens the journal in a folder. A frame at the very end that was not written whole was never acknowledged, and is cut
   * off. Throws `JournalDamaged` when anything else is wrong with the last file.
   */
  static async open(folder: JournalFolder, fullAt: number = FULL): Promise<Journal> {
    const journal = new Journal(folder, segmentsOf(await folder.list()), fullAt);
    await journal.#openLast();
    return journal;
  }

  /** How many entries it holds. */
  get size(): number {
    return this.#size;
  }

  /**
   * Writes entries as one frame, syncs it, and reads it back: once this returns, a loss of power takes nothing of it away.
   * Throws `NoRoom` when the disk is full, and what else it said, with nothing written; throws `WritingStopped` for good
   * when a sync failed or other bytes were read than written.
   */
  async append(entries: readonly Uint8Array[]): Promise<void> {
    if (this.#stopped !== undefined) throw new WritingStopped({ cause: this.#stopped });
    if (entries.length === 0) return;
    const file = await this.#fileToWrite();
    const frame = encodeFrame(this.#size, entries);
    await this.#write(file, frame);
    await this.#orStop(async () => {
      await file.sync();
      const stored = await file.read(this.#end, frame.length);
      if (Buffer.compare(stored, frame) !== 0) throw new Error('Other bytes were read than written.');
    });
    this.#end += frame.length;
    this.#size += entries.length;
  }

  /** The entries from an index on, in order. */
  async *read(from: number): AsyncGenerator<{ index: number; leaf: Uint8Array }> {
    for (const [position, segment] of this.#segments.entries()) {
      const next = this.#segments[position + 1]?.first ?? this.#size;
      if (next <= from) continue;
      for await (const { index, leaf } of this.#readSegment(segment, next)) {
        if (index >= from) yield { index, leaf };
      }
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #openLast(): Promise<void> {
    const last = this.#segments.at(-1);
    if (last === undefined) return;
    const file = await this.#folder.open(last.name);
    this.#file = file;
    const length = await file.size();
    let index = last.first;
    let position = 0;
    for await (const frame of framesOf(file, length)) {
      if (frame.index !== index) throw new JournalDamaged(last.name, frame.position);
      index += frame.entries.length;
      position = frame.position + frame.length;
    }
    if (position < length) {
      if (await holdsFrame(file, position + 1, length)) throw new JournalDamaged(last.name, position);
      await file.truncate(position);
      await file.sync();
    }
    this.#end = position;
    this.#size = index;
  }

  async *#readSegment(segment: Segment, next: number): AsyncGenerator<{ index: number; leaf: Uint8Array }> {
    const file = await this.#folder.open(segment.name);
    try {
      const isLast = segment === this.#segments.at(-1);
      const length = isLast ? this.#end : await file.size();
      let index = segment.first;
      let position = 0;
      for await (const frame of framesOf(file, length)) {
        if (frame.index !== index) break;
        for (const leaf of frame.entries) yield { index: index++, leaf };
        position = frame.position + frame.length;
      }
      if (index !== next) throw new JournalDamaged(segment.name, position);
    } finally {
      await file.close();
    }
  }

  async #fileToWrite(): Promise<JournalFile> {
    if (this.#file !== undefined && this.#end < this.#fullAt) return this.#file;
    const name = `${String(this.#size).padStart(20, '0')}.journal`;
    const file = await this.#folder.open(name).catch(tellNoRoom);
    await this.#orStop(() => this.#folder.sync());
    await this.#file?.close();
    this.#file = file;
    this.#end = 0;
    this.#segments.push({ name, first: this.#size });
    return file;
  }

  async #write(file: JournalFile, frame: Uint8Array): Promise<void> {
    try {
      await file.write(this.#end, frame);
    } catch (error) {
      // A part may be there. Without it the journal is as it was, and can go on once there is room again.
      await this.#orStop(() => file.truncate(this.#end));
      tellNoRoom(error);
    }
  }

  async #orStop(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#stopped = error;
      throw new WritingStopped({ cause: error });
    }
  }
}

/** The disk is full, a quota used up, or a limit on files reached. */
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function tellNoRoom(error: unknown): never {
  throw NO_ROOM.has((error as NodeJS.ErrnoException).code) ? new NoRoom({ cause: error }) : error;
}

function segmentsOf(names: readonly string[]): Segment[] {
  return names
    .flatMap((name) => {
      const [, first] = NAME.exec(name) ?? [];
      return first === undefined ? [] : [{ name, first: Number(first) }];
    })
    .sort((a, b) => a.first - b.first);
}

interface PlacedFrame {
  readonly position: number;
  /** With its header, in bytes. */
  readonly length: number;
  readonly index: number;
  readonly entries: readonly Uint8Array[];
}

/** The frames from the beginning of a file to the first place where none is. */
async function* framesOf(file: JournalFile, end: number): AsyncGenerator<PlacedFrame> {
  const ahead = new ReadAhead(file, end);
  for (let position = 0; position + FRAME_HEADER_LENGTH <= end;) {
    const header = readFrameHeader(await ahead.read(position, FRAME_HEADER_LENGTH));
    if (header === undefined) return;
    const length = FRAME_HEADER_LENGTH + header.length;
    if (position + length > end) return;
    const entries = readFrame(await ahead.read(position, length));
    if (entries === undefined) return;
    yield { position, length, index: header.index, entries };
    position += length;
  }
}

/** Whether a whole frame begins anywhere from a position on. */
async function holdsFrame(file: JournalFile, from: number, end: number): Promise<boolean> {
  for (let start = from; start < end; start += SEARCHED_AT_ONCE - FRAME_MAGIC.length) {
    const part = Buffer.from(await file.read(start, Math.min(SEARCHED_AT_ONCE, end - start)));
    for (let at = part.indexOf(FRAME_MAGIC); at >= 0; at = part.indexOf(FRAME_MAGIC, at + 1)) {
      if (await isFrame(file, start + at, end)) return true;
    }
  }
  return false;
}

async function isFrame(file: JournalFile, position: number, end: number): Promise<boolean> {
  if (position + FRAME_HEADER_LENGTH > end) return false;
  const header = readFrameHeader(await file.read(position, FRAME_HEADER_LENGTH));
  const length = FRAME_HEADER_LENGTH + (header?.length ?? 0);
  if (header === undefined || position + length > end) return false;
  return readFrame(await file.read(position, length)) !== undefined;
}
