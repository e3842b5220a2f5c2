/**
 * How far apart copies of recordings lie by Chromaprint, how near strangers come, and what comparing two costs: what a threshold for
 * finding copies of recordings by machine would rest on (docs/likeness.md).
 * Usage: node bench/sound.mjs [TUNES]
 * The tunes are made here: random notes over a bass, half a minute each. They are no music: of recordings that people made strangers share
 * more, such as a silence, a beat or a sample, so that the distance between strangers found here is the most that can be hoped for.
 */
import { Buffer } from 'node:buffer';
import { createMp3Encoder } from 'wasm-media-encoders';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, timed } from './report.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { soundDistance } = await built('core/likeness/sound-distance');
const { SeededRandom } = await built('demo/seeded-random');
const { chromaprint } = await built('sound/chromaprint');
const { RecordingDecoder } = await built('sound/recording-decoder');

const TUNES = Number(process.argv[2] ?? 60);
const [RATE, SECONDS] = [44_100, 30];
const SCALE = [0, 2, 4, 5, 7, 9, 11, 12];

console.log(`${machineLine()}\n`);
const decoder = new RecordingDecoder();
const tunes = Array.from({ length: TUNES }, (_, at) => tune(new SeededRandom(`tune ${at}`)));
const prints = tunes.map((samples) => chromaprint({ samples, rate: RATE, channels: 1 }).items);

const COPIES = {
  'MP3, 128,000 bits a second': (samples) => throughMp3(samples, 128),
  'MP3, 64,000 bits a second': (samples) => throughMp3(samples, 64),
  'MP3, 32,000 bits a second': (samples) => throughMp3(samples, 32),
  'a tenth as loud': (samples) => printOf(samples.map((sample) => Math.round(sample / 10))),
  'without its first 7.3 seconds': (samples) => printOf(samples.subarray(Math.round(7.3 * RATE))),
  '3 % faster': (samples) =>
    printOf(samples.filter((_, at) => at % 34 !== 0).subarray(0, Math.round(RATE * SECONDS * 0.97))),
};
for (const [name, copyOf] of Object.entries(COPIES)) {
  const distances = [];
  let equal = 0;
  for (const [at, samples] of tunes.entries()) {
    const copy = await copyOf(samples);
    distances.push(soundDistance(prints[at], copy));
    if (copy.join() === prints[at].join()) equal += 1;
  }
  console.log(
    `${name.padEnd(32)}${median(distances)} of 256 bits apart (${Math.min(...distances)} to ${Math.max(...distances)}), ${equal} of ${TUNES} equal`,
  );
}

const strangers = [];
const nanoseconds = await timed(() => {
  for (let a = 0; a < TUNES; a += 1)
    for (let b = 0; b < a; b += 1) strangers.push(soundDistance(prints[a], prints[b]));
});
console.log(
  `${strangers.length.toLocaleString('en-GB')} pairs of strangers       ${median(strangers)} (${Math.min(...strangers)} to ${Math.max(...strangers)}); ` +
    `${(nanoseconds / 1e6 / strangers.length).toFixed(2)} ms a comparison of ${prints[0].length} items with as many`,
);
const longest = new Uint32Array(948).map((_, at) => prints[at % TUNES][at % prints[0].length]);
const times = [];
for (let round = 0; round < 9; round += 1) times.push(await timed(() => soundDistance(longest, longest)));
const long = median(times);
console.log(
  `Two minutes with two minutes: ${(long / 1e6).toFixed(1)} ms, so that one recording and a million take ${Math.round((long / 1e9) * 1e6).toLocaleString('en-GB')} s.`,
);

/** Random notes of a scale, each with some overtones that fade, over a bass of its own, at a pace of its own. */
function tune(random) {
  const samples = new Float32Array(RATE * SECONDS);
  const key = 110 * 2 ** (random.integer(0, 11) / 12);
  const pace = 0.18 + random.integer(0, 30) / 100;
  const overtones = [1, random.integer(1, 9) / 10, random.integer(0, 6) / 10, random.integer(0, 4) / 10];
  const play = (from, seconds, frequency, loudness) => {
    const end = Math.min(samples.length, Math.round((from + seconds) * RATE));
    for (let at = Math.round(from * RATE); at < end; at += 1) {
      const time = at / RATE - from;
      const fading = loudness * Math.exp(-3 * time);
      for (const [number, share] of overtones.entries())
        samples[at] += fading * share * Math.sin(2 * Math.PI * frequency * (number + 1) * time);
    }
  };
  for (let time = 0; time < SECONDS; time += pace) {
    const note = SCALE[random.integer(0, SCALE.length - 1)] + 12 * random.integer(1, 2);
    play(time, pace * 2, key * 2 ** (note / 12), 0.12);
    if (random.integer(0, 3) === 0) play(time, 1, (key / 2) * 2 ** (SCALE[random.integer(0, 4)] / 12), 0.2);
  }
  return Int16Array.from(samples, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value * 20_000))));
}

function printOf(samples) {
  return chromaprint({ samples, rate: RATE, channels: 1 }).items;
}

async function throughMp3(samples, bitrate) {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: RATE, channels: 1, bitrate });
  const body = Uint8Array.from(encoder.encode([Float32Array.from(samples, (sample) => sample / 32_768)]));
  const bytes = Buffer.concat([body, encoder.finalize()]);
  const recording = await decoder.decode({ format: 'mp3', bytes });
  return chromaprint(recording).items;
}
