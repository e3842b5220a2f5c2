import { wavOf } from './packed-recording.js';

/** A WAV file of a tune of so many seconds; `note` in hertz is its lowest. */
export function wavTune(seconds: number, note = 220): Uint8Array {
  const rate = 11_025;
  const samples = Int16Array.from({ length: rate * seconds }, (_, at) =>
    Math.round(12_000 * Math.sin((2 * Math.PI * (note + 55 * Math.floor(at / 5_000)) * at) / rate)),
  );
  return wavOf({ samples, rate, channels: 1 });
}
