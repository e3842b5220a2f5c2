import type { SoundFingerprint } from '../core/likeness/fingerprint.js';
import { startChromaprint } from './chromaprint-module.js';

/** Samples as a sound card takes them. */
export interface Recording {
  /** Of all channels by turns. */
  readonly samples: Int16Array;
  /** Samples of one channel for each second. */
  readonly rate: number;
  readonly channels: number;
}

/** Algorithm 1 ("TEST2"), which is the default of Chromaprint and what AcoustID holds. */
const TEST2 = 1;

/** What a fingerprint covers, as `fpcalc` does. */
const MAX_SECONDS = 120;

const SAMPLES_FED = 65_536;
const SAMPLE_BYTES = 2;
const POINTER_BYTES = 4;

/**
 * Of the first two minutes; the same as `fpcalc -raw` of Chromaprint 1.5.1. A recording of less than three seconds has no
 * items. Throws RangeError for a rate or a number of channels that Chromaprint does not take.
 */
export function chromaprint({ samples, rate, channels }: Recording): SoundFingerprint {
  const native = startChromaprint();
  const context = native.chromaprint_new(TEST2);
  if (native.chromaprint_start(context, rate, channels) === 0) {
    throw new RangeError(
      `Chromaprint takes no recording of ${rate} samples a second in ${channels} channels.`,
    );
  }
  const heard = samples.subarray(0, MAX_SECONDS * rate * channels);
  const buffer = native.malloc(SAMPLES_FED * SAMPLE_BYTES);
  for (let at = 0; at < heard.length; at += SAMPLES_FED) {
    const fed = heard.subarray(at, at + SAMPLES_FED);
    new Int16Array(native.memory.buffer, buffer, fed.length).set(fed);
    native.chromaprint_feed(context, buffer, fed.length);
  }
  native.chromaprint_finish(context);
  const pointers = native.malloc(2 * POINTER_BYTES);
  native.chromaprint_get_raw_fingerprint(context, pointers, pointers + POINTER_BYTES);
  const [items = 0, count = 0] = new Uint32Array(native.memory.buffer, pointers, 2);
  const found = count === 0 ? [] : new Uint32Array(native.memory.buffer, items, count);
  return { algorithm: 'chromaprint', version: 1, items: Uint32Array.from(found) };
}
