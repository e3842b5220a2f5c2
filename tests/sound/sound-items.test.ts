import { describe, expect, it } from '@jest/globals';
import { soundDistance } from '../../src/core/likeness/sound-distance.js';
import { chromaprint } from '../../src/sound/chromaprint.js';
import { recordingFormat } from '../../src/sound/recording-format.js';
import { createSoundItems } from '../../src/sound/sound-items.js';
import { flacOf, mp3Of, wavOf } from '../support/packed-recording.js';
import { melody } from './melody.js';

/** PDQ's distance for a match that needs nobody: a recording made smaller lies far within it. */
const AUTOMATIC = 31;

const soundItems = createSoundItems({ timeLimitMs: 60_000 });
const tune = melody({ step: 5, seconds: 16, rate: 22_050 });
const [wav, flac, mp3] = [wavOf(tune), flacOf(tune), await mp3Of(tune)];
const tagged = (bytes: Uint8Array, size = 300) =>
  Buffer.concat([
    Buffer.from([...Buffer.from('ID3\x04\0\0', 'latin1'), 0, 0, size >> 7, size & 0x7f]),
    Buffer.alloc(size),
    bytes,
  ]);

describe('Items of a recording', () => {
  it('are the same of FLAC as of WAV, in one channel and in two', async () => {
    const items = await soundItems(wav);
    expect(items?.length).toBeGreaterThan(64);
    expect(await soundItems(flac)).toEqual(items);
    const stereo = melody({ step: 7, seconds: 6, channels: 2 });
    expect(await soundItems(flacOf(stereo))).toEqual(chromaprint(stereo).items);
  });

  it('are near of MP3, and far of another tune', async () => {
    const heard = await Promise.all(
      [tune, melody({ step: 1, seconds: 16, rate: 22_050 })]
        .map(mp3Of)
        .map(async (file) => soundItems(await file)),
    );
    const [near, far] = heard.map((items) => items && soundDistance(chromaprint(tune).items, items));
    expect(near).toBeLessThanOrEqual(AUTOMATIC);
    expect(far).toBeGreaterThan(AUTOMATIC);
  });

  it('are the same whatever tags stand before the sound', async () => {
    expect(await soundItems(tagged(tagged(flac)))).toEqual(await soundItems(flac));
    expect(await soundItems(tagged(mp3, 9_000))).toEqual(await soundItems(mp3));
  });

  it('are of what is whole, where a file is damaged or cut', async () => {
    const damaged = Buffer.from(flac);
    damaged.fill(0x55, 560_000, 560_040);
    expect((await soundItems(damaged))?.length).toBeGreaterThan(64);
    expect((await soundItems(mp3.subarray(0, 0.8 * mp3.length)))?.length).toBeGreaterThan(64);
  });

  it('are of two minutes at most, whatever a file of few bytes stands for', async () => {
    const long = await mp3Of({ samples: new Int16Array(130 * 8_000), rate: 8_000, channels: 1 });
    expect((await soundItems(long))?.length).toBe(
      chromaprint({ samples: new Int16Array(120 * 8_000), rate: 8_000, channels: 1 }).items.length,
    );
  });

  it.each([
    ['a FLAC file of nothing but its mark', Buffer.from('fLaC')],
    ['an MP3 file of nothing but tags', tagged(Buffer.alloc(0))],
    ['tags that say more than there is', Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1')],
    ['frames of FLAC that are none', Buffer.concat([flac.subarray(0, 42), Buffer.alloc(70_000, 0xff)])],
  ])('are refused, with what to do, for %s', async (_what, bytes) => {
    await expect(soundItems(bytes)).rejects.toMatchObject({
      name: 'RecordingRefused',
      code: 'damaged',
      message: expect.stringContaining('convert it to WAV') as unknown,
    });
  });

  it('are refused when decoding takes too long, and the next recording is heard', async () => {
    const hurried = createSoundItems({ timeLimitMs: 0, threads: 1 });
    const both = await Promise.allSettled([hurried(flac), hurried(mp3)]);
    for (const each of both) expect(each).toMatchObject({ reason: { code: 'timed-out' } });
    expect(await hurried(wav)).toEqual(await soundItems(wav));
  });

  it('are refused when too many wait', async () => {
    const busy = createSoundItems({ timeLimitMs: 0, threads: 1 });
    const all = await Promise.allSettled(Array.from({ length: 34 }, () => busy(flac)));
    expect(all.at(-1)).toMatchObject({ reason: { code: 'busy' } });
    expect(all.at(-2)).toMatchObject({ reason: { code: 'timed-out' } });
  });

  it.each([
    ['Ogg', Buffer.from('OggS\0\x02', 'latin1')],
    ['AAC', Buffer.from([0xff, 0xf1, 0x50, 0x80])],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a text in UTF-16', Buffer.from([0xff, 0xfe, 0x41, 0x00])],
    ['nothing', Buffer.alloc(0)],
  ])('are not there for %s', async (_what, bytes) => {
    expect(recordingFormat(bytes)).toBeUndefined();
    expect(await soundItems(bytes)).toBeUndefined();
  });
});
