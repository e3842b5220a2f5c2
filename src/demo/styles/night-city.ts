import { defineStyle } from '../define-style.js';
import { mixColours } from '../drawing/colour.js';
import { px } from '../drawing/svg-path.js';
import { bridge } from '../motifs/night-city/bridge.js';
import { gables, towers } from '../motifs/night-city/houses.js';
import type { CityScene, Palette } from '../motifs/night-city/scene.js';
import { cityWords } from '../words/night-city.js';

const palettes: readonly Palette[] = [
  { zenith: '#14233f', horizon: '#5a6fa8', near: '#0b1322', light: '#f4d03f' },
  { zenith: '#2b1b45', horizon: '#d9678c', near: '#170e26', light: '#f29a45' },
  { zenith: '#123a44', horizon: '#7cc0b2', near: '#0a2026', light: '#f7dc6f' },
  { zenith: '#34327d', horizon: '#e79ab0', near: '#17163d', light: '#fbf3dd' },
  { zenith: '#3b1d24', horizon: '#e8792a', near: '#1d0e12', light: '#f4d97a' },
  { zenith: '#1d2a2a', horizon: '#8d9c78', near: '#0f1716', light: '#e8a33a' },
];

function sky(scene: CityScene): string {
  const { width, height, palette, random, motif } = scene;
  const radius = Math.min(width, height) * random.between(0.07, 0.11);
  const [x, y] = [px(width * random.between(0.2, 0.8)), px(height * random.between(0.15, 0.26))];
  const moon = `<circle cx="${x}" cy="${y}" r="${px(radius * 3.2)}" fill="url(#halo)"/><circle cx="${x}" cy="${y}" r="${px(radius)}" fill="${mixColours(palette.light, '#ffffff', 0.45)}"/>`;
  const stars = Array.from({ length: 90 }, () => {
    const size = 0.5 + random.next() ** 3 * 1.3;
    return `<circle cx="${px(random.between(0, width))}" cy="${px(random.between(0, height * 0.5))}" r="${px(size)}" fill-opacity="${px(random.between(0.3, 0.95))}"/>`;
  });
  const clear = motif !== 'rain';
  return `<defs><linearGradient id="night" x2="0" y2="1"><stop offset="0" stop-color="${palette.zenith}"/><stop offset=".68" stop-color="${palette.horizon}"/><stop offset="1" stop-color="${mixColours(palette.horizon, palette.light, 0.3)}"/></linearGradient>
<radialGradient id="halo"><stop offset="0" stop-color="${palette.light}" stop-opacity=".5"/><stop offset="1" stop-color="${palette.light}" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#night)"/>${clear ? `<g fill="#fff">${stars.join('')}</g>${moon}` : ''}`;
}

function houseRows(scene: CityScene, ground: number): string {
  const { height, motif, palette } = scene;
  const draw = motif === 'rooftops' ? gables : towers;
  // Behind a bridge the city stays low and pale, or the cables would be lost in it.
  const distant = motif === 'bridge';
  return (distant ? [0, 1] : [0, 1, 2])
    .map((index) =>
      draw(scene, {
        base: motif === 'rooftops' ? ground - (2 - index) * height * 0.13 : ground,
        tallest: height * (motif === 'rooftops' ? 0.34 : distant ? 0.3 - index * 0.1 : 0.52 - index * 0.12),
        colour: mixColours(palette.horizon, palette.near, (distant ? 0.2 : 0.42) + index * 0.28),
        lit: [0.22, 0.34, 0.45][index] ?? 0.4,
        pane: motif === 'rooftops' ? 8 + index : 3.6 + index * 0.9,
      }),
    )
    .join('');
}

/** Water: the city upside down, broken by glints. */
function reflection(scene: CityScene, city: string, ground: number): string {
  const { width, height, palette, random } = scene;
  const glints = Array.from({ length: 130 }, () => {
    const y = ground + (height - ground) * random.next();
    const long = random.between(8, 64);
    return `<rect x="${px(random.between(-20, width))}" y="${px(y)}" width="${px(long)}" height="${px(random.between(1, 2.6))}" rx="1" fill="${random.chance(0.45) ? palette.light : palette.near}" fill-opacity="${px(random.between(0.2, 0.7))}"/>`;
  });
  return `<rect y="${px(ground)}" width="${width}" height="${px(height - ground)}" fill="${palette.zenith}"/>
<g transform="translate(0 ${px(ground * 1.62)}) scale(1 -.62)" opacity=".5">${city}</g>
<linearGradient id="water" x2="0" y2="1"><stop offset="0" stop-color="${palette.near}" stop-opacity=".1"/><stop offset="1" stop-color="${palette.near}" stop-opacity=".75"/></linearGradient>
<rect y="${px(ground)}" width="${width}" height="${px(height - ground)}" fill="url(#water)"/>${glints.join('')}`;
}

function rain(scene: CityScene, ground: number): string {
  const { width, height, palette, random } = scene;
  const drops = Array.from({ length: 300 }, () => {
    const long = random.between(14, 46);
    return `M${px(random.between(-20, width + 60))} ${px(random.between(-20, height))}l${px(-long * 0.24)} ${px(long)}`;
  });
  const puddles = Array.from(
    { length: 26 },
    () =>
      `<ellipse cx="${px(random.between(0, width))}" cy="${px(random.between(ground + 12, height))}" rx="${px(random.between(14, 60))}" ry="${px(random.between(1.5, 5))}" fill="none" stroke="${palette.light}" stroke-opacity=".45" stroke-width="1.4"/>`,
  );
  return `${puddles.join('')}<path d="${drops.join('')}" stroke="${mixColours(palette.horizon, '#ffffff', 0.6)}" stroke-opacity=".5" stroke-width="1.1" fill="none"/>`;
}

function paint(scene: CityScene): string {
  const { width, height, motif, palette } = scene;
  const ground = height * (motif === 'rooftops' ? 1 : motif === 'rain' ? 0.8 : 0.7);
  const backdrop = sky(scene);
  const city = houseRows(scene, ground);
  if (motif === 'rooftops') return backdrop + city;
  const water = reflection(scene, city, ground);
  const shore = `<rect y="${px(ground - 2)}" width="${width}" height="4" fill="${palette.near}"/>`;
  const extra = motif === 'rain' ? rain(scene, ground) : motif === 'bridge' ? bridge(scene, ground) : '';
  return backdrop + city + water + shore + extra;
}

/** Flat shapes and lit windows. */
export const nightCity = defineStyle({
  name: 'night-city',
  words: cityWords,
  motifs: ['river', 'rain', 'rooftops', 'bridge'],
  palettes,
  formats: [
    [768, 512],
    [720, 540],
    [512, 720],
    [768, 480],
    [600, 750],
  ],
  namedColours: (palette) => [palette.zenith, palette.light],
  paint,
});
