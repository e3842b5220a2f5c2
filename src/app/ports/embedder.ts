/** Pixels as meaning is computed from: red, green, blue, red, …, row after row. */
export interface Pixels {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A CLIP-like model at work: words and pictures become vectors of one space, each of length 1. */
export interface Embedder {
  /** What its vectors are stored under; those of another name or revision do not compare. */
  readonly name: string;
  readonly revision: string;
  readonly dimensions: number;
  /** @throws MeaningUnavailable when the process that computes them ends or takes too long */
  texts(texts: readonly string[]): Promise<Float32Array[]>;
  /** @throws MeaningUnavailable when the process that computes them ends or takes too long */
  pictures(pictures: readonly Pixels[]): Promise<Float32Array[]>;
}

export const MEANING_STATES = ['off', 'no-weights', 'ready', 'failed'] as const;
/** Whether words and pictures can be looked for by meaning. */
export type MeaningState = (typeof MEANING_STATES)[number];

export interface MeaningStatus {
  readonly state: MeaningState;
  /** The model as the operator named it; absent when meaning is off. */
  readonly model: string | undefined;
  /** What its vectors are stored under; absent without weights. */
  readonly vectors: { readonly name: string; readonly revision: string } | undefined;
  /** What the model learned from, and whether anybody was asked, as far as it is known. */
  readonly trainedOn: string | undefined;
  /** How things are, in one sentence. */
  readonly message: string;
  /** What the operator can do about it; absent when it is ready. */
  readonly nextStep: string | undefined;
}

/** Search by meaning, which is off unless the operator turned it on and got the weights. Nothing is downloaded by itself. */
export interface Meaning {
  status(): Promise<MeaningStatus>;
  /** @throws MeaningUnavailable */
  embedder(): Promise<Embedder>;
}

/** There is no model at work; the status says why, and what to do. */
export class MeaningUnavailable extends Error {
  override readonly name = 'MeaningUnavailable';

  constructor(
    readonly status: MeaningStatus,
    options?: ErrorOptions,
  ) {
    super([status.message, status.nextStep].filter(Boolean).join(' '), options);
  }
}
