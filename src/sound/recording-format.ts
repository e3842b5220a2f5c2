/** A file that is decoded by its content, not its name, and where in it the sound begins. */
export interface FoundRecording {
  readonly format: 'wav' | 'flac' | 'mp3';
  readonly start: number;
}

const ID3_HEADER = 10;
const ID3_FOOTER = 0x10;

/**
 * WAV (RIFF), FLAC (RFC 9639, section 8) or MP3 (ISO/IEC 11172-3 and 13818-3, layer III), the latter two behind tags too
 * (ID3v2.4, section 3.1). Undefined for any other.
 */
export function recordingFormat(bytes: Uint8Array): FoundRecording | undefined {
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WAVE') return { format: 'wav', start: 0 };
  const start = endOfTags(bytes);
  if (textAt(bytes, start, 4) === 'fLaC') return { format: 'flac', start };
  // Behind tags there is no other sound; some writers leave a gap before it.
  if (start > 0 || isFrame(bytes)) return { format: 'mp3', start };
  return undefined;
}

/** Tags hold pictures of any size, which the decoders need not see. */
function endOfTags(bytes: Uint8Array): number {
  let at = 0;
  while (textAt(bytes, at, 3) === 'ID3') {
    const [flags = 0, ...size] = bytes.subarray(at + 5, at + ID3_HEADER);
    const footer = flags & ID3_FOOTER ? ID3_HEADER : 0;
    at += ID3_HEADER + size.reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0) + footer;
  }
  return at;
}

/** The head of a frame: eleven bits set, a version, layer III, and a rate of bits and of samples that there is. */
function isFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  return isLayer3 && third >> 4 !== 0xf && (third & 0x0c) !== 0x0c;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
