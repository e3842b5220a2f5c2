/** Contenders that take turns, and how their figures are told. */
import { spread, timed } from '../report.mjs';

/** Runs contenders in turn. @returns nanoseconds of every round, by contender */
export async function inTurn(rounds, contenders) {
  const took = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(contenders)) took[name].push(await timed(run));
  }
  return took;
}

/** How much faster than the peer, round by round. */
export function against(took, name, peer) {
  return spread(took[peer].map((ns, round) => ns / took[name][round]));
}

/** The best rate of all rounds. */
export function perSecond(count, took) {
  const thousands = Math.round((count / Math.min(...took)) * 1e6);
  return `${thousands.toLocaleString('en').padStart(7)}k/s`;
}

export function heading(text, ...columns) {
  console.log(`\n${text.padEnd(44)} ${columns.map((column) => column.padEnd(20)).join('  ')}`);
}

export function line(what, ...figures) {
  console.log(`  ${what.padEnd(42)} ${figures.map((figure) => figure.padEnd(20)).join('  ')}`.trimEnd());
}
