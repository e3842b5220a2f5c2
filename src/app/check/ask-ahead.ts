/**
 * Asks about batches while the answers to earlier ones are still on their way, and gives the answers in order.
 * @param most how many batches are held at a time
 */
export async function* askAhead<Batch, Answer>(
  batches: AsyncIterable<Batch>,
  ask: (batch: Batch) => Promise<Answer>,
  most: number,
): AsyncGenerator<Answer> {
  const waiting: Promise<Answer>[] = [];
  for await (const batch of batches) {
    const asked = ask(batch);
    // Its failure is met where its turn is; until then nobody waits for it.
    asked.catch(() => undefined);
    waiting.push(asked);
    const first = waiting.length >= most ? waiting.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const asked of waiting) yield await asked;
}
