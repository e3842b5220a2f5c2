/**
 * The thread that decodes recordings of strangers. It is plain JavaScript that imports the decoders alone, so that the same file runs beside
 * the compiled server and beside its sources; recording-decoder.ts starts one for each recording and ends it when it takes too long.
 *
 * In:  workerData { bytes: Uint8Array, format: 'flac' | 'mp3', mostSeconds: number, mostSamples: number }; the bytes begin with the sound,
 *      and samples are those of all channels
 * Out: { samples: Int16Array, rate: number, channels: number }, samples of all channels by turns; none where nothing could be decoded
 */
import { parentPort, workerData } from 'node:worker_threads';
import { FLACDecoder } from '@wasm-audio-decoders/flac';
import CodecParser, { data } from 'codec-parser';
import { MPEGDecoder } from 'mpg123-decoder';

/** The decoders write what they stumble over. It is for nobody, and a file can make them do it without end. */
console.error = () => undefined;

const CHUNK_BYTES = 65_536;

/** Pieces of sound as the decoders give them, made when they are asked for: few bytes can stand for hours. */
const PIECES = { flac: piecesOfFlac, mp3: piecesOfMp3 };

async function* piecesOfMp3(bytes) {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  for (const chunk of chunksOf(bytes)) yield decoder.decode(chunk);
}

/** Frame by frame: one is 65,535 samples at most. */
async function* piecesOfFlac(bytes) {
  const decoder = new FLACDecoder();
  await decoder.ready;
  const parser = new CodecParser('audio/flac', { enableFrameCRC32: false });
  for (const chunk of chunksOf(bytes)) {
    for (const frame of parser.parseChunk(chunk)) yield await decoder.decodeFrames([frame[data]]);
  }
  for (const frame of parser.flush()) yield await decoder.decodeFrames([frame[data]]);
}

function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** What can be read up to the limits: pieces that are damaged, or of another rate than the first, are left out. */
async function decode({ bytes, format, mostSeconds, mostSamples }) {
  const parts = [];
  let [rate, channels, count] = [0, 0, 0];
  for await (const { channelData, sampleRate, samplesDecoded, bitDepth = 16 } of PIECES[format](bytes)) {
    if (samplesDecoded === 0) continue;
    if (parts.length === 0) [rate, channels] = [sampleRate, channelData.length];
    if (sampleRate !== rate || channelData.length !== channels) continue;
    const part = interleaved(channelData, samplesDecoded, bitDepth);
    parts.push(part);
    count += part.length;
    if (count >= Math.min(mostSeconds * rate * channels, mostSamples)) break;
  }
  const samples = new Int16Array(count);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { samples, rate, channels };
}

/** Whole numbers of as many bits as the file has, of which 16 are kept, as of a WAV file: the same sound in either has the same fingerprint. */
function interleaved(channelData, length, bitDepth) {
  const channels = channelData.length;
  const [loudest, to16] = [2 ** (bitDepth - 1) - 1, 2 ** (16 - bitDepth)];
  const samples = new Int16Array(length * channels);
  channelData.forEach((channel, index) => {
    for (let at = 0; at < length; at += 1) {
      const sample = Math.floor(Math.round(channel[at] * loudest) * to16);
      samples[at * channels + index] = Math.max(-32_768, Math.min(32_767, sample));
    }
  });
  return samples;
}

const decoded = await decode(workerData);
parentPort.postMessage(decoded, [decoded.samples.buffer]);
