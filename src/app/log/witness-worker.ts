import { setTimeout as rest } from 'node:timers/promises';
import { parseSignatureLines } from '../../core/tlog/note-signature.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Clock } from '../ports/surroundings.js';
import { type AskedWitness, type AskingParts, type WitnessOutcome, askWitness } from './ask-witness.js';
import type { AskedCheckpoint } from './asked-checkpoint.js';
import { LogReadOnly, type LogTrouble } from './log-status.js';

export interface WorkerParts extends AskingParts {
  readonly clock: Clock;
  /** The checkpoint to have cosigned, the same for all witnesses. */
  readonly asked: AskedCheckpoint;
  /** Told when a cosignature was added to a checkpoint. */
  readonly onCosigned: () => void;
  /** Takes a line for the operator. */
  readonly tell: (line: string) => void;
}

/** What a witness is shown. */
type Asked = Pick<SignedCheckpoint, 'size' | 'note'>;

/** In milliseconds. */
export interface Patience {
  /** Between two requests to one witness: checkpoints that come in between are left out, all but the last. */
  readonly restMs: number;
  /** After the first failure; each further one doubles it. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
}

/** Has one witness cosign the log again and again as it grows, one request at a time. */
export class WitnessWorker {
  #trouble: LogTrouble | undefined;
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

  /** What the witness knows that contradicts the log, until it says otherwise. */
  get trouble(): LogTrouble | undefined {
    return this.#trouble;
  }

  /** Asks once, now, whatever the witness has said before. What goes wrong is told, and asked again later. */
  async consult(checkpoint: Asked): Promise<void> {
    await this.#next(() => this.#ask(checkpoint));
  }

  /** Has the log cosigned up to its end, soon. */
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
    while (this.#isWanted && this.#trouble === undefined && !this.signal.aborted) {
      this.#isWanted = false;
      const isDone = await this.#next(() => this.#catchUp());
      if (!isDone) this.#isWanted = true;
      const { restMs, retryMs, longestRetryMs } = this.patience;
      const wait = isDone ? restMs : Math.min(retryMs * 2 ** (this.#failures - 1), longestRetryMs);
      await rest(wait, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
    }
    this.#running = undefined;
  }

  /** @returns whether nothing is left to do; never rejects */
  #next(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.#turn.then(async () => {
      if (this.signal.aborted) return true;
      try {
        return await work();
      } catch (error) {
        return this.#takeError(error);
      }
    });
    this.#turn = turn;
    return turn;
  }

  async #catchUp(): Promise<boolean> {
    const { store, asked } = this.parts;
    const checkpoint = await asked.current(this);
    if (checkpoint === undefined) return true;
    const latest = await store.logTree.latest();
    if (latest !== undefined && latest.size > checkpoint.size) this.#isWanted = true;
    return (await this.#hasCosigned(checkpoint.size)) || this.#ask(checkpoint);
  }

  /** By this very key: another of the same name is another witness. */
  async #hasCosigned(size: number): Promise<boolean> {
    const { name, keyId } = this.witness.key;
    const cosignatures = await this.parts.store.logTree.cosignatures(size);
    return cosignatures.some(({ line }) => {
      const read = parseSignatureLines(`${line}\n`);
      return read.ok && read.signatures.some((one) => one.name === name && one.keyId === keyId);
    });
  }

  async #ask(checkpoint: Asked): Promise<boolean> {
    const outcome = await askWitness(this.parts, this.witness, checkpoint, this.#knownSize, this.signal);
    return this.#take(outcome, checkpoint.size);
  }

  async #take(outcome: WitnessOutcome, size: number): Promise<boolean> {
    if (outcome.kind === 'trouble') {
      const line = `The witness ${this.witness.key.name} contradicts this log, which is now read-only: ${outcome.why}.`;
      return this.#takeTrouble(outcome.trouble, line);
    }
    if (outcome.kind === 'failed') return this.#takeFailure(outcome.why);
    this.#trouble = undefined;
    this.#knownSize = outcome.kind === 'further' ? outcome.size : size;
    // The empty tree is asked about only to hear what the witness knows: no checkpoint of it is published.
    if (outcome.kind === 'cosigned' && size > 0) {
      const { store, clock, onCosigned } = this.parts;
      const { name, keyId } = this.witness.key;
      await store.logTree.cosign({
        size,
        witness: `${name}+${keyId}`,
        line: outcome.line,
        receivedAt: clock(),
      });
      onCosigned();
    }
    if (this.#failures > 0) this.parts.tell(`The witness ${this.witness.key.name} answers again.`);
    this.#failures = 0;
    return true;
  }

  #takeTrouble(trouble: LogTrouble, line: string): boolean {
    this.#trouble = trouble;
    this.parts.tell(line);
    return true;
  }

  #takeError(error: unknown): boolean {
    // What keeps the log from proving its own growth is no word of the witness, and no less trouble.
    if (error instanceof LogReadOnly) return this.#takeTrouble(error.trouble, error.message);
    return this.#takeFailure(error instanceof Error ? error.message : String(error));
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
