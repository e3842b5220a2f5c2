import { registryAnswers } from '../app/consent/registry-answers.js';
import type { OpenAnswers } from '../app/ports/consent-answers.js';
import type { CommandSetting } from './command-setting.js';

/**
 * Runs work that asks questions, with the source of answers that the command line names: the registry of this machine.
 * @param argv what to repeat should a running server have to do the work
 */
export function withAnswers(
  { withRegistry }: CommandSetting,
  argv: readonly string[],
  work: (open: OpenAnswers) => Promise<number>,
): Promise<number> {
  return withRegistry((registry) => work((questions) => registryAnswers(registry, questions)), { argv });
}
