import { mixColours } from '../../drawing/colour.js';
import type { Noise } from '../../drawing/gradient-noise.js';
import { rowCourses } from '../../drawing/tesserae.js';
import type { MosaicScene } from './scene.js';

/** Colour within a fish lying along the x axis, nose at u = 1 and tail at u = -1; undefined outside. */
function fishColour({ palette }: MosaicScene, u: number, v: number): string | undefined {
  const belly = 0.36 * Math.max(0, 1 - ((u - 0.2) / 0.8) ** 2) ** 0.75;
  if (u > -0.6 && Math.abs(v) < belly) {
    if (Math.hypot(u - 0.68, v + 0.06) < 0.05) return palette.deep;
    if (Math.hypot(u - 0.68, v + 0.06) < 0.1) return '#fbf3dd';
    if (Math.abs(v) > belly - 0.055) return palette.second;
    if (u > 0.44 && u < 0.52) return palette.second;
    return Math.sin(u * 30 + Math.abs(v) * 9) > 0.25 && u < 0.44
      ? mixColours(palette.bright, '#fff6e0', 0.42)
      : palette.bright;
  }
  if (u < -0.5 && u > -1 && Math.abs(v) < (-u - 0.46) * 0.72)
    return Math.abs(v) < 0.05 ? palette.bright : palette.second;
  const fin = v < 0 && u > -0.25 && u < 0.35 && -v < belly + 0.13 * Math.sin(((u + 0.25) / 0.6) * Math.PI);
  return fin ? palette.second : undefined;
}

export function fish(scene: MosaicScene, noise: Noise): string {
  const { width, height, palette, random } = scene;
  const half = width * random.between(0.34, 0.42);
  const side = random.chance(0.5) ? 1 : -1;
  const tilt = random.between(-0.16, 0.16);
  const phase = random.between(0, 9);
  return rowCourses(
    scene,
    (x, y) => Math.sin(x / 62 + phase) * 9 + noise(x / 150, y / 220) * 14,
    (x, y) => {
      const [dx, dy] = [(x - width / 2) / half, (y - height / 2) / half];
      const body = fishColour(
        scene,
        (dx * Math.cos(tilt) + dy * Math.sin(tilt)) * side,
        dy * Math.cos(tilt) - dx * Math.sin(tilt),
      );
      if (body !== undefined) return body;
      const ripple = noise(x / 130, y / 26);
      if (ripple > 0.34) return palette.pale;
      return mixColours(
        palette.middle,
        palette.deep,
        Math.min(Math.max(y / height + ripple * 0.4 - 0.15, 0), 1),
      );
    },
  );
}
