/** Resolves when this process is told to stop. */
export function hearSignals(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        stop();
      });
    }
  });
}
