import type { OpenAnswers } from '../app/ports/consent-answers.js';
import { ownAnswers } from '../app/snapshots/own-answers.js';
import type { CommandSetting } from './command-setting.js';
import { type NamedSnapshotOptions, namedSnapshot } from './named-snapshot.js';

/** What is asked, as the command line says it. */
export interface AskedByCommand {
  /** What to repeat should a running server have to do the work. */
  readonly argv: readonly string[];
  readonly options: NamedSnapshotOptions;
}

/**
 * Runs work that asks questions, with the source of answers that the command line names: a snapshot, which needs no registry,
 * or the registry of this machine.
 */
export function withAnswers(
  { io, withRegistry }: CommandSetting,
  { argv, options }: AskedByCommand,
  work: (open: OpenAnswers) => Promise<number>,
): Promise<number> {
  const open = namedSnapshot(io, options);
  if (open !== undefined) return work(open);
  return withRegistry((registry) => work((questions) => ownAnswers(registry, questions)), { argv });
}
