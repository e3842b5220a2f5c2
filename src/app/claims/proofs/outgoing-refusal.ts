/** Why an outgoing request brought no answer; `code` as src/fetch names it, `message` written for the claimant. */
export interface OutgoingRefusal {
  readonly code: string;
  readonly message: string;
}

/** Recognised by its shape: use cases know the port, not the adapter that throws. Undefined for any other error. */
export function outgoingRefusal(error: unknown): OutgoingRefusal | undefined {
  if (!(error instanceof Error) || error.name !== 'FetchRefused' || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? { code: error.code, message: error.message } : undefined;
}
