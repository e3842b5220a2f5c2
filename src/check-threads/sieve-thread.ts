/** A thread that finds the addresses that nobody has answered for; sieve-threads.ts starts it. It knows no rule and no statement. */
import { parentPort, workerData } from 'node:worker_threads';
import { AddressSieve } from './address-sieve.js';
import type { RoomTask, SieveAnswer, SieveTask } from './sieve-messages.js';

const port = parentPort;
if (port === null) throw new Error('sieve-thread.ts is started by sieve-threads.ts.');

const { sieve: shared, thread } = workerData as SieveTask;
const sieve = new AddressSieve(shared, thread);

port.on('message', (task: RoomTask) => {
  port.postMessage(answerFor(task));
});

function answerFor(task: RoomTask): SieveAnswer {
  try {
    sieve.siftRoom(task.room, task.count);
    return task;
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
