import type { OpenAnswers } from '../app/ports/consent-answers.js';
import { ownAnswers } from '../app/snapshots/own-answers.js';
import type { SampleTools } from '../app/check/sample-prints.js';
import { answersInThreads } from '../check-threads/answers-in-threads.js';
import type { CommandSetting } from './command-setting.js';
import { openSampleTools } from './check/sample-tools.js';
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
  work: (open: OpenAnswers, tools: SampleTools) => Promise<number>,
): Promise<number> {
  const open = namedSnapshot(io, options);
  if (open !== undefined) return withSampleTools((tools) => work(open, tools));
  return withRegistry(
    (registry) => {
      const { pictures, sound } = registry.works;
      return work((questions) => ownAnswers(registry, questions, answersInThreads), { ...pictures, sound });
    },
    { argv },
  );
}

async function withSampleTools(work: (tools: SampleTools) => Promise<number>): Promise<number> {
  const tools = openSampleTools();
  try {
    return await work(tools);
  } finally {
    await tools.close();
  }
}
