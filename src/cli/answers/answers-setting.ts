import type { Command } from 'commander';
import { askRegistry } from '../ask-registry.js';
import type { CommandSetting } from '../command-setting.js';
import { readApiKey } from '../read-api-key.js';
import { UsageError } from '../usage-error.js';
import { type AnswersDoor, ownAnswersDoor, remoteAnswersDoor } from './answers-door.js';

/** Whose answers they are, and where. */
export interface WhoseAnswers {
  readonly account?: string;
  readonly registry?: string;
  readonly keyFile?: string;
}

/** The options that say it. */
export function withWhose(command: Command): Command {
  return command
    .option('--account <address>', 'e-mail address of the account of this registry that answers')
    .option('--registry <url>', 'a registry elsewhere instead')
    .option('--key-file <file>', 'file that holds an API key of that registry with the scope DECLARE');
}

/** Does something through the door that the options lead to. */
export async function throughDoor(
  { io, withRegistry }: Pick<CommandSetting, 'io' | 'withRegistry'>,
  { account, registry, keyFile }: WhoseAnswers,
  work: (door: AnswersDoor) => Promise<number>,
): Promise<number> {
  if (registry === undefined) {
    if (account === undefined) throw new UsageError('Name the account with --account, or a --registry.');
    return withRegistry(async (own) => work(await ownAnswersDoor(own, account)));
  }
  if (keyFile === undefined) throw new UsageError('A registry elsewhere needs an API key: give --key-file.');
  const key = await readApiKey(io, keyFile);
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const http = createOperatorFetch({ userAgent: 'Assent-answers/1', timeoutMs: 300_000 });
  try {
    return await work(remoteAnswersDoor(askRegistry(http, registry, key, io.signal)));
  } finally {
    await http.close();
  }
}
