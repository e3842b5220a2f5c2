import type { Logger } from 'pino';
import { bringSnapshotUp } from './app/snapshots/bring-snapshot-up.js';
import type { Registry } from './app/registry.js';

/**
 * Brings the registry's snapshot up to the log now, and again and again; what fails is logged and tried again.
 * @param everyMs from one look to the next
 * @returns what stops it, once the round under way is through
 */
export function keepSnapshots(
  registry: Registry,
  logger: Pick<Logger, 'error'>,
  everyMs: number,
): () => Promise<void> {
  const ending = new AbortController();
  let round: Promise<void> | undefined;
  const begin = (): void => {
    round ??= bringSnapshotUp(registry, { signal: ending.signal })
      .then(
        () => undefined,
        (error: unknown) => {
          if (!ending.signal.aborted) logger.error({ err: error }, 'no snapshot could be made');
        },
      )
      .finally(() => {
        round = undefined;
      });
  };
  begin();
  const timer = setInterval(begin, everyMs).unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await round;
  };
}
