import { mixColours } from '../../drawing/colour.js';
import type { Noise } from '../../drawing/gradient-noise.js';
import { areaBelow, px } from '../../drawing/svg-path.js';
import type { Point } from '../../drawing/svg-path.js';
import { ringCourses, rowCourses, STONE } from '../../drawing/tesserae.js';
import type { MosaicScene } from './scene.js';

function skyColour(
  scene: MosaicScene,
  distance: number,
  radius: number,
  angle: number,
  dark: boolean,
): string {
  const { palette } = scene;
  if (distance < radius * 0.62) return palette.bright;
  if (distance < radius) return dark ? mixColours(palette.bright, '#fff6e0', 0.6) : palette.second;
  const ray = !dark && distance < radius * 2 && Math.cos(angle * 16) > 0.25;
  if (ray) return palette.bright;
  const share = Math.min((distance - radius) / (radius * 5), 1);
  const band = Math.floor(share * 7) / 7;
  return dark
    ? mixColours(palette.middle, palette.deep, Math.min(band * 1.5, 1))
    : mixColours(mixColours(palette.pale, '#fff8ea', 0.45), palette.middle, band * 0.85);
}

export function sunOverSea(scene: MosaicScene, noise: Noise): string {
  const { width, height, palette, random } = scene;
  const sun: Point = [width * random.between(0.3, 0.7), height * random.between(0.3, 0.4)];
  const radius = Math.min(width, height) * random.between(0.12, 0.17);
  // Half a stone off the rows, so that the first course of water lies flush with the sky.
  const horizon = (Math.round((height * random.between(0.56, 0.64)) / STONE) - 0.5) * STONE;
  const sky = ringCourses(scene, sun, (x, y) =>
    y > horizon + STONE
      ? undefined
      : skyColour(
          scene,
          Math.hypot(x - sun[0], y - sun[1]),
          radius,
          Math.atan2(y - sun[1], x - sun[0]),
          false,
        ),
  );
  const sea = rowCourses(
    scene,
    (x, y) => (y > horizon ? Math.sin(x / 42 + y / 30) * 5 * Math.min((y - horizon) / 60, 1) : 0),
    (x, y) => {
      if (y < horizon) return undefined;
      const depth = (y - horizon) / (height - horizon);
      const glitter = Math.abs(x - sun[0]) < radius * (0.5 + depth) && random.chance(0.42);
      if (glitter) return random.chance(0.6) ? palette.bright : palette.second;
      if (noise(x / 70, y / 16) > 0.3) return palette.pale;
      return mixColours(palette.middle, palette.deep, Math.min(depth * 1.1, 1));
    },
  );
  const bed = `<rect y="${px(horizon)}" width="${width}" height="${px(height - horizon)}" fill="${palette.grout}"/>`;
  return sky + bed + sea;
}

export function moonOverHills(scene: MosaicScene, noise: Noise): string {
  const { width, height, palette, random } = scene;
  const moon: Point = [width * random.between(0.25, 0.75), height * random.between(0.24, 0.36)];
  const radius = Math.min(width, height) * random.between(0.11, 0.15);
  const crest = (x: number, hill: number): number =>
    height * (0.6 + hill * 0.14) + noise(x / (230 - hill * 30), hill * 9) * height * 0.11;
  const sky = ringCourses(scene, moon, (x, y) => {
    if (y > crest(x, 0) + STONE) return undefined;
    const distance = Math.hypot(x - moon[0], y - moon[1]);
    if (distance > radius * 1.6 && random.chance(0.018)) return '#fff6e0';
    return skyColour(scene, distance, radius, 0, true);
  });
  const tones = [palette.pale, palette.second, mixColours(palette.middle, palette.pale, 0.35)];
  const hills = tones.map((tone, hill) => {
    const line = Array.from({ length: 100 }, (_, index): Point => [
      (width * index) / 99,
      crest((width * index) / 99, hill),
    ]);
    const stones = rowCourses(
      scene,
      (x) => crest(x, hill) - STONE * 30,
      (x, y) => {
        const below = y - crest(x, hill);
        if (below < 0 || (hill < 2 && y > crest(x, hill + 1) + STONE)) return undefined;
        return below < STONE
          ? palette.deep
          : below > STONE * 3 && below < STONE * 4
            ? mixColours(tone, palette.deep, 0.3)
            : tone;
      },
    );
    return `<path d="${areaBelow(line, height)}" fill="${palette.grout}"/>${stones}`;
  });
  return sky + hills.join('');
}
