import { type Command, InvalidArgumentError } from 'commander';
import { setKeyQuota } from '../../app/accounts/set-key-quota.js';
import type { CommandSetting } from '../command-setting.js';
import { UsageError } from '../usage-error.js';
import { EXIT } from '../io.js';

export function addKey(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  const key = program.command('key').description('API keys of this registry');
  key
    .command('quota')
    .summary('give an API key a quota of its own')
    .description(
      'Gives an API key a quota of its own, counted apart from the account’s other keys, or takes it back.',
    )
    .argument('<beginning>', 'how the key begins, as its owner’s account page shows it: assent_Ab3dE6')
    .argument('<addresses>', 'addresses that it may ask about in a minute, or "usual"', readQuota)
    .action(async (prefix: string, quota: Quota) => {
      const exit = await withRegistry(async (registry) => {
        const set = await setKeyQuota(registry, { prefix, checksPerMinute: quota.checksPerMinute });
        if (!set.ok) throw new UsageError(`${set.message} ${set.nextStep}`);
        const { checksPerMinute } = set.apiKey;
        const told =
          checksPerMinute === undefined
            ? 'shares the usual quota of its account'
            : `may ask about ${checksPerMinute.toLocaleString('en-GB')} addresses a minute`;
        io.out(`${prefix}… ${told}.\n`);
        return EXIT.done;
      });
      ended(exit);
    });
}

interface Quota {
  readonly checksPerMinute: number | undefined;
}

function readQuota(text: string): Quota {
  if (text === 'usual') return { checksPerMinute: undefined };
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError('Give a whole number, or "usual".');
  return { checksPerMinute: Number(text) };
}
