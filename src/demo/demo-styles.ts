import type { DemoStyle } from './demo-style.js';
import { botanical } from './styles/botanical.js';
import { cyanotype } from './styles/cyanotype.js';
import { flowField } from './styles/flow-field.js';
import { geometric } from './styles/geometric.js';
import { inkBranches } from './styles/ink-branches.js';
import { marbling } from './styles/marbling.js';
import { mosaic } from './styles/mosaic.js';
import { nightCity } from './styles/night-city.js';
import { paperCut } from './styles/paper-cut.js';
import { quilt } from './styles/quilt.js';
import { starChart } from './styles/star-chart.js';
import { watercolourHills } from './styles/watercolour-hills.js';
import { woodcutWaves } from './styles/woodcut-waves.js';

/** Every way of drawing, in the order in which the catalogue alternates them. */
export const DEMO_STYLES: readonly DemoStyle[] = [
  watercolourHills,
  woodcutWaves,
  botanical,
  marbling,
  nightCity,
  inkBranches,
  mosaic,
  paperCut,
  cyanotype,
  geometric,
  starChart,
  quilt,
  flowField,
];

/** The style of that name; a name that no style has is a mistake in the program. */
export function demoStyle(name: string): DemoStyle {
  const style = DEMO_STYLES.find((candidate) => candidate.name === name);
  if (style === undefined) throw new RangeError(`no demo style is called ${name}`);
  return style;
}
