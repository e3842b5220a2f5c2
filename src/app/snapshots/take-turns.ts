/** What does one after the other, whatever becomes of each. */
export function takeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
}
