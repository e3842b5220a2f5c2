const unanswered = new Set<() => void>();

/** Keeps a question that the server could not answer until it may be asked again; what is returned gives that up. */
export function keepUnanswered(ask: () => void): () => void {
  unanswered.add(ask);
  return () => {
    unanswered.delete(ask);
  };
}

/** The server can be reached: asks again what it could not answer before. */
export function askUnanswered(): void {
  for (const ask of [...unanswered]) ask();
}

window.addEventListener('online', askUnanswered);
