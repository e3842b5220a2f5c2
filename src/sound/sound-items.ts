import { chromaprint } from './chromaprint.js';
import { RecordingDecoder, type RecordingDecoderOptions } from './recording-decoder.js';
import { recordingFormat } from './recording-format.js';
import { wavRecording } from './wav-recording.js';

/**
 * Gives Chromaprint's items of a WAV, FLAC or MP3 file: of what can be read of it, where it is cut short. Undefined for any other, which has to be
 * converted first. Throws RecordingRefused.
 */
export function createSoundItems(
  options?: RecordingDecoderOptions,
): (bytes: Uint8Array) => Promise<Uint32Array | undefined> {
  const decoder = new RecordingDecoder(options);
  return async (bytes) => {
    const found = recordingFormat(bytes);
    if (found === undefined) return undefined;
    const { format, start } = found;
    const recording =
      format === 'wav' ? wavRecording(bytes) : await decoder.decode({ format, bytes: bytes.subarray(start) });
    return recording && chromaprint(recording).items;
  };
}
