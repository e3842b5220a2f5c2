/** Lets a few pieces of work run at once and a few more wait their turn; turns the rest away. */
interface Turnstile {
  /** Throws what `refused` makes, before `work` starts, when too many wait already. */
  pass<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurnstile(
  { running: maxRunning, waiting: maxWaiting }: { running: number; waiting: number },
  refused: () => Error,
): Turnstile {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter(): Promise<void> {
    if (running < maxRunning) {
      running += 1;
      return;
    }
    if (waiting.length >= maxWaiting) throw refused();
    // Whoever leaves hands over its place, so `running` stays as it is.
    await new Promise<void>((go) => waiting.push(go));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async pass(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
