/**
 * The process that reads one signed file of a stranger and ends; signed-original-reader.ts starts it, bounds its memory, and kills it when it
 * takes too long.
 *
 * In:  { bytes, trust, now } once
 * Out: { ready: true }, then the reading
 */
import { readOriginal } from './read-original.js';
import type { Surroundings } from './weigh-signature.js';

export interface OriginalTask extends Surroundings {
  readonly bytes: Uint8Array;
}

process.once('message', (task: OriginalTask) => {
  void readOriginal(new Uint8Array(task.bytes), task).then((reading) => process.send?.(reading));
});

process.send?.({ ready: true });
