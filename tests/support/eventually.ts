import { setTimeout as pause } from 'node:timers/promises';

/** Shorter than what a test is given, so that it is told what did not happen. */
const PATIENCE_MS = 30_000;

/** Waits until something that happens beside the scenario has happened. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It never came to pass: ${String(condition)}`);
    await pause(5);
  }
}
