/** The thread in which the log is read for snapshots, and their tables are made; draft-in-thread.ts starts it. */
import { parentPort } from 'node:worker_threads';
import { SnapshotDraft } from '../core/snapshot/snapshot-draft.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { DraftAnswer, DraftQuestion } from './draft-messages.js';

const port = parentPort;
if (port === null) throw new Error('draft-thread.ts is started by draft-in-thread.ts.');

let draft = new SnapshotDraft(nodeSha256);

port.on('message', (question: DraftQuestion) => {
  port.postMessage(answer(question));
});

function answer(question: DraftQuestion): DraftAnswer {
  try {
    return { result: carryOut(question) };
  } catch (error) {
    // What was read so far may be in part: the next one begins anew.
    draft = new SnapshotDraft(nodeSha256);
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function carryOut(question: DraftQuestion) {
  switch (question.ask) {
    case 'size':
      return draft.size;
    case 'named':
      return draft.named();
    case 'add':
      draft.add(question.leaves);
      return undefined;
    case 'build':
      return draft.build(question.task);
    case 'forget':
      draft = new SnapshotDraft(nodeSha256);
      return undefined;
  }
}
