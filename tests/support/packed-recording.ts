import { createMp3Encoder } from 'wasm-media-encoders';
import type { Recording } from '../../src/sound/chromaprint.js';

const BLOCK = 4_096;

/** A WAV file of 16 bits. */
export function wavOf({ samples, rate, channels }: Recording): Uint8Array {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2 * channels, 28);
  header.writeUInt16LE(2 * channels, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/** A FLAC file (RFC 9639) whose subframes are verbatim; one or two channels of 16 bits, at less than 65,536 samples a second. */
export function flacOf({ samples, rate, channels }: Recording): Uint8Array {
  const length = samples.length / channels;
  const info = Buffer.alloc(34);
  info.writeUInt16BE(BLOCK, 0);
  info.writeUInt16BE(BLOCK, 2);
  info.writeUInt32BE(rate * 4_096 + (channels - 1) * 512 + 15 * 16, 10);
  info.writeUInt32BE(length, 14);
  const frames = Array.from({ length: Math.ceil(length / BLOCK) }, (_, number) => {
    const block = samples.subarray(number * BLOCK * channels, (number + 1) * BLOCK * channels);
    return flacFrame(number, block, rate, channels);
  });
  return Buffer.concat([Buffer.from('fLaC\x80\0\0\x22', 'latin1'), info, ...frames]);
}

function flacFrame(number: number, block: Int16Array, rate: number, channels: number): Buffer {
  const length = block.length / channels;
  const head = Buffer.from([
    ...[0xff, 0xf8, 0x7d, (channels - 1) * 16 + 8],
    ...codedNumber(number),
    ...[(length - 1) >> 8, (length - 1) & 0xff, rate >> 8, rate & 0xff],
  ]);
  const subframes = Array.from({ length: channels }, (_, channel) => {
    const subframe = Buffer.alloc(1 + 2 * length, 2);
    for (let at = 0; at < length; at += 1)
      subframe.writeInt16BE(block[at * channels + channel] ?? 0, 1 + 2 * at);
    return subframe;
  });
  const frame = Buffer.concat([head, Buffer.from([crc(head, 8, 0x07)]), ...subframes]);
  const sum = crc(frame, 16, 0x8005);
  return Buffer.concat([frame, Buffer.from([sum >> 8, sum & 0xff])]);
}

/** As UTF-8 writes it. */
function codedNumber(number: number): Buffer {
  return Buffer.from(String.fromCodePoint(number), 'utf8');
}

function crc(bytes: Uint8Array, width: 8 | 16, polynomial: number): number {
  const top = 1 << (width - 1);
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << (width - 8);
    for (let bit = 0; bit < 8; bit += 1) sum = sum & top ? (sum << 1) ^ polynomial : sum << 1;
    sum &= 2 * top - 1;
  }
  return sum;
}

/** An MP3 file of 64,000 bits a second, at one of the rates that there are. */
export async function mp3Of({ samples, rate, channels }: Recording): Promise<Uint8Array> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: rate, channels: channels === 1 ? 1 : 2, bitrate: 64 });
  const apart = Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: samples.length / channels }, (_sample, at) => {
      return (samples[at * channels + channel] ?? 0) / 32_768;
    }),
  );
  const body = Uint8Array.from(encoder.encode(apart));
  return Buffer.concat([body, encoder.finalize()]);
}
