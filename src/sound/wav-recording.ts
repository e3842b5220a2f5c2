/** WAV files (RIFF, IBM and Microsoft 1991; WAVE_FORMAT_EXTENSIBLE): linear PCM of 8 to 32 bits and 32-bit floats, as 16-bit samples. */

/** Samples of all channels by turns. */
export interface WavRecording {
  readonly samples: Int16Array;
  /** Samples of one channel for each second. */
  readonly rate: number;
  readonly channels: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

interface WavFormat {
  readonly format: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
}

/** Undefined for what is no such file. Chunks that say more than there is are read as far as they go. */
export function wavRecording(bytes: Uint8Array): WavRecording | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WAVE') return undefined;
  let format: WavFormat | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = textAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ' && length >= 16 && body + length <= bytes.length)
      format = formatAt(view, body, length);
    if (name === 'data') {
      return format && samplesOf(view, body, Math.min(length, bytes.length - body), format);
    }
    at = body + length + (length % 2);
  }
  return undefined;
}

function formatAt(view: DataView, at: number, length: number): WavFormat {
  const tag = view.getUint16(at, true);
  const format = tag === EXTENSIBLE && length >= 26 ? view.getUint16(at + 24, true) : tag;
  return {
    format,
    channels: view.getUint16(at + 2, true),
    rate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
}

function samplesOf(
  view: DataView,
  at: number,
  length: number,
  { format, channels, rate, bits }: WavFormat,
): WavRecording | undefined {
  const read = readerOf(view, format, bits);
  if (read === undefined || channels < 1 || channels > 8 || rate < 1_000 || rate > 384_000) return undefined;
  const size = bits / 8;
  const count = Math.floor(length / (size * channels)) * channels;
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index += 1) samples[index] = read(at + index * size);
  return { samples, rate, channels };
}

function readerOf(view: DataView, format: number, bits: number): ((at: number) => number) | undefined {
  if (format === FLOAT && bits === 32) {
    return (at) => Math.round(Math.max(-1, Math.min(1, view.getFloat32(at, true))) * 32_767);
  }
  if (format !== PCM) return undefined;
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) << 8;
    case 16:
      return (at) => view.getInt16(at, true);
    case 24:
      return (at) => view.getInt16(at + 1, true);
    case 32:
      return (at) => view.getInt16(at + 2, true);
    default:
      return undefined;
  }
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
