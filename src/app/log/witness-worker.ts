import { setTimeout as rest } from 'node:timers/promises';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Clock } from '../ports/surroundings.js';
import { type AskedWitness, type AskingParts, type WitnessOutcome, askWitness } from './ask-witness.js';
import { LogReadOnly, type LogTrouble } from './log-status.js';

export interface WorkerParts extends AskingParts {
  readonly clock: Clock;
  /** Told when a cosignature was added to a checkpoint. */
  readonly onCosigned: () => void;
  /** Takes a line for the operator. */
  readonly tell: (line: string) => void;
}

/** In milliseconds. */
export interface Patience {
  /** Between two requests to one witness: checkpoints that come in between are left out, all but the last. */
  readonly restMs: number;
  /** After the first failure; each further one doubles it. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
}

/** Has one witness cosign the newest checkpoint again and again, one request at a time. */
export class WitnessWorker {
  /** What the witness knows that contradicts the log, until it says otherwise. */
  trouble: LogTrouble | undefined;
  #knownSize = 0;
  #failures = 0;
  #isWanted = false;
  #running: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly parts: WorkerParts,
    private readonly witness: AskedWitness,
    private readonly patience: Patience,
    private readonly signal: AbortSignal,
  ) {}

  /** Asks once, now, whatever the witness has said before. What goes wrong is told, and asked again later. */
  consult(checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>): Promise<void> {
    return this.#next(async () => {
      await this.#ask(checkpoint);
    });
  }

  /** Has the newest checkpoint cosigned, soon. */
  notice(): void {
    this.#isWanted = true;
    this.#running ??= this.#run();
  }

  /** Waits for what is under way. */
  async settled(): Promise<void> {
    await this.#running;
    await this.#turn;
  }

  async #run(): Promise<void> {
    while (this.#isWanted && this.trouble === undefined && !this.signal.aborted) {
      this.#isWanted = false;
      const isDone = await this.#next(() => this.#catchUp());
      if (!isDone) this.#isWanted = true;
      const { restMs, retryMs, longestRetryMs } = this.patience;
      const wait = isDone ? restMs : Math.min(retryMs * 2 ** (this.#failures - 1), longestRetryMs);
      await rest(wait, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
    }
    this.#running = undefined;
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** @returns whether nothing is left to do */
  async #catchUp(): Promise<boolean> {
    const { logTree } = this.parts.store;
    const latest = await logTree.latest().catch(() => undefined);
    if (latest === undefined) return true;
    const cosignatures = await logTree.cosignatures(latest.size).catch(() => []);
    if (cosignatures.some(({ witness }) => witness === this.witness.key.name)) return true;
    return this.#ask(latest);
  }

  async #ask(checkpoint: Pick<SignedCheckpoint, 'size' | 'note'>): Promise<boolean> {
    try {
      const outcome = await askWitness(this.parts, this.witness, checkpoint, this.#knownSize, this.signal);
      return await this.#take(outcome, checkpoint.size);
    } catch (error) {
      if (error instanceof LogReadOnly) return this.#takeTrouble(error.trouble, error.message);
      return this.#takeFailure(error instanceof Error ? error.message : String(error));
    }
  }

  async #take(outcome: WitnessOutcome, size: number): Promise<boolean> {
    if (outcome.kind === 'trouble') return this.#takeTrouble(outcome.trouble, outcome.why);
    if (outcome.kind === 'failed') return this.#takeFailure(outcome.why);
    this.trouble = undefined;
    this.#knownSize = outcome.kind === 'further' ? outcome.size : size;
    // The empty tree is asked about only to hear what the witness knows: no checkpoint of it is published.
    if (outcome.kind === 'cosigned' && size > 0) {
      const { store, clock, onCosigned } = this.parts;
      const witness = this.witness.key.name;
      await store.logTree.cosign({ size, witness, line: outcome.line, receivedAt: clock() });
      onCosigned();
    }
    if (this.#failures > 0) this.parts.tell(`The witness ${this.witness.key.name} cosigns again.`);
    this.#failures = 0;
    return true;
  }

  #takeTrouble(trouble: LogTrouble, why: string): boolean {
    this.trouble = trouble;
    this.parts.tell(
      `The witness ${this.witness.key.name} contradicts this log, which is now read-only: ${why}.`,
    );
    return true;
  }

  #takeFailure(why: string): boolean {
    this.#failures += 1;
    if (this.#failures === 1 && !this.signal.aborted) {
      this.parts.tell(
        `The witness ${this.witness.key.name} does not cosign: ${why}. It is asked again, ever less often.`,
      );
    }
    return false;
  }
}
