import type { Recording } from '../../src/sound/chromaprint.js';

interface MelodyOptions {
  /** How many of twelve semitones each note lies above the one before. */
  readonly step: number;
  readonly seconds: number;
  readonly rate?: number;
  readonly channels?: number;
  /** 1 as loud as a recording gets. */
  readonly loudness?: number;
}

/** Two notes a second, each with its fifth. */
export function melody(options: MelodyOptions): Recording {
  const { step, seconds, rate = 11_025, channels = 1, loudness = 0.3 } = options;
  const samples = new Int16Array(seconds * rate * channels);
  for (let at = 0; at < seconds * rate; at += 1) {
    const time = at / rate;
    const frequency = 220 * 2 ** (((Math.floor(time * 2) * step) % 12) / 12);
    const tone =
      0.7 * Math.sin(2 * Math.PI * frequency * time) + 0.3 * Math.sin(3 * Math.PI * frequency * time);
    samples.fill(Math.round(tone * loudness * 32_767), at * channels, (at + 1) * channels);
  }
  return { samples, rate, channels };
}
