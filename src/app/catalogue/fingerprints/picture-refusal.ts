/** Why a picture or a recording was not read, or not had; `code` as src/vision, src/sound and src/fetch name it, `message` written for who gave it. */
export interface PictureRefusal {
  readonly code: string;
  readonly message: string;
}

const KNOWN: readonly string[] = ['PictureRefused', 'RecordingRefused', 'FetchRefused'];

/** Recognised by its shape: use cases know the ports, not the adapters that throw. Undefined for any other error. */
export function pictureRefusal(error: unknown): PictureRefusal | undefined {
  const isKnown = error instanceof Error && KNOWN.includes(error.name);
  if (!isKnown || !('code' in error) || typeof error.code !== 'string') return undefined;
  return { code: error.code, message: error.message };
}

/** The queue is full: it may well be read a moment later. */
export function isBusy(error: unknown): boolean {
  return pictureRefusal(error)?.code === 'busy';
}
