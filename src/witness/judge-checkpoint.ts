/** What a witness makes of a checkpoint whose signature is good, c2sp.org/tlog-witness ("add-checkpoint"). */
import { equalBytes } from '../core/bytes/equal-bytes.js';
import { emptyRoot } from '../core/merkle/empty-root.js';
import { verifyConsistency } from '../core/merkle/verify-consistency.js';
import type { AddCheckpointAnswer } from '../core/tlog/add-checkpoint-answer.js';
import type { AddCheckpointRequest } from '../core/tlog/add-checkpoint-request.js';
import type { Checkpoint } from '../core/tlog/checkpoint.js';
import { nodeSha256 } from '../log-key/node-sha256.js';

/**
 * `fork`: two roots for one size, which proves that the log has two histories. `unproven`: the proof leads elsewhere; since
 * anybody may have sent it along with what the log signed, it proves nothing by itself, and the log has to give another.
 */
export type Contradiction = 'fork' | 'unproven';

export type Verdict =
  | { readonly kind: 'consistent' }
  | {
      readonly kind: 'refused';
      readonly answer: AddCheckpointAnswer;
      /** What to keep evidence of; undefined when the request alone was wrong. */
      readonly contradiction: Contradiction | undefined;
    };

/** @param known what the witness last cosigned of the log; undefined: nothing */
export function judgeCheckpoint(
  { oldSize, proof }: Pick<AddCheckpointRequest, 'oldSize' | 'proof'>,
  { size, root }: Checkpoint,
  known: Checkpoint | undefined,
): Verdict {
  const last = known ?? { size: 0, root: emptyRoot(nodeSha256) };
  const isFork = known?.size === size && !equalBytes(known.root, root);
  const refused = (answer: AddCheckpointAnswer, otherwise?: Contradiction): Verdict => ({
    kind: 'refused',
    answer,
    contradiction: isFork ? 'fork' : otherwise,
  });
  if (oldSize > size) return refused({ kind: 'refused', refusal: 'bad-request' });
  if (oldSize !== last.size) return refused({ kind: 'conflict', size: last.size });
  const check = verifyConsistency(
    { oldSize, oldRoot: last.root, newSize: size, newRoot: root, proof },
    nodeSha256,
  );
  if (check.ok) return { kind: 'consistent' };
  const { code } = check.problem;
  const leadsElsewhere = oldSize > 0 && (code === 'wrong-root' || code === 'wrong-old-root');
  return refused({ kind: 'refused', refusal: 'inconsistent' }, leadsElsewhere ? 'unproven' : undefined);
}
