import { count } from './count.js';
import type { CommandIo } from './io.js';

const REDRAW_MS = 100;
const PLAIN_LINE_MS = 5_000;

/** A line of progress: drawn over in place on a terminal, otherwise printed every few seconds. */
export interface Progress {
  show(done: number, total: number | undefined, unit: string): void;
  finish(): void;
}

/** @param now milliseconds of a clock that only moves forward */
export function startProgress(
  io: CommandIo,
  title: string,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let last = io.isTerminal ? -Infinity : started;
  let isDrawn = false;
  // What an earlier run did was not done in the time of this one.
  let first: { readonly done: number; readonly at: number } | undefined;
  return {
    show: (done, total, unit) => {
      const at = now();
      first ??= { done, at };
      if (at - last < (io.isTerminal ? REDRAW_MS : PLAIN_LINE_MS)) return;
      last = at;
      const rate = at > first.at ? ((done - first.done) * 1000) / (at - first.at) : 0;
      const line = describe(title, done, total, unit, rate);
      if (io.isTerminal) {
        io.err(`\r\u001b[K${line.slice(0, io.columns - 1)}`);
        isDrawn = true;
      } else {
        io.err(`${line}\n`);
      }
    },
    finish: () => {
      if (isDrawn) io.err('\r\u001b[K');
    },
  };
}

function describe(
  title: string,
  done: number,
  total: number | undefined,
  unit: string,
  rate: number,
): string {
  const of = total === undefined ? '' : ` of ${count(total)}`;
  const parts = [title, `${count(done)}${of} ${unit}`];
  if (total !== undefined && total > 0) parts.push(bar(done / total));
  if (rate > 0) parts.push(`${count(Math.round(rate))}/s`);
  if (rate > 0 && total !== undefined) parts.push(`${duration((total - done) / rate)} left`);
  return parts.join('  ');
}

function bar(share: number): string {
  const cells = 20;
  const full = Math.min(cells, Math.max(0, Math.round(share * cells)));
  return `[${'█'.repeat(full)}${'·'.repeat(cells - full)}] ${Math.min(100, Math.floor(share * 100))} %`;
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
