import { chromaprint } from './chromaprint.js';
import { wavRecording } from './wav-recording.js';

/** Chromaprint's items of a WAV file; undefined for any other, which has to be decoded first. */
export function soundItems(bytes: Uint8Array): Uint32Array | undefined {
  const recording = wavRecording(bytes);
  return recording && chromaprint(recording).items;
}
