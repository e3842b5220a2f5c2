import { Option, type Command } from 'commander';
import { createUser } from '../../app/accounts/create-user.js';
import { eraseUser } from '../../app/accounts/erase-user.js';
import type { ErasedNoes, ForgottenAccount } from '../../app/accounts/forget-account.js';
import { liftSecondFactor } from '../../app/accounts/second-factor/lift-second-factor.js';
import { setRole } from '../../app/accounts/set-role.js';
import { ROLES, type Role } from '../../app/ports/accounts.js';
import { ERASED_NOES } from '../../core/log/erasure-leaf.js';
import { UsageError } from '../usage-error.js';
import { EXIT } from '../io.js';
import type { CommandSetting } from '../command-setting.js';

export function addUser(program: Command, setting: CommandSetting): void {
  const user = program.command('user').description('accounts of this registry');
  addCreate(user, setting);
  addSetRole(user, setting);
  addTurnOff(user, setting);
  addErase(user, setting);
}

function addCreate(user: Command, { io, withRegistry, ended }: CommandSetting): void {
  user
    .command('create')
    .description('Makes an account; prints what its owner needs to sign in. It is shown once.')
    .addOption(new Option('--role <role>', 'what the account may do').choices(ROLES).makeOptionMandatory())
    .requiredOption('--email <address>', 'address the account belongs to')
    .action(async (options: { role: Role; email: string }) => {
      const exit = await withRegistry(async (registry) => {
        const made = await createUser(registry, { email: options.email, role: options.role });
        if (!made.ok) throw new UsageError(`${made.message} ${made.nextStep}`);
        io.out(
          `Made the ${options.role} ${made.account.email ?? ''}.\n` +
            `Password: ${made.generatedPassword ?? ''}\nRecovery codes, each good once:\n` +
            made.recoveryCodes.map((code) => `  ${code}\n`).join(''),
        );
        return EXIT.done;
      });
      ended(exit);
    });
}

function addSetRole(user: Command, { io, withRegistry, ended }: CommandSetting): void {
  user
    .command('set-role')
    .summary('give an account another role')
    .description(
      'Gives an account another role, or takes one from it. It holds at once, also where somebody is signed in.',
    )
    .argument('<address>', 'e-mail address the account belongs to')
    .addOption(new Option('--role <role>', 'what the account may do').choices(ROLES).makeOptionMandatory())
    .action(async (address: string, { role }: { role: Role }) => {
      const exit = await withRegistry(async (registry) => {
        const set = await setRole(registry, { email: address, role });
        if (!set.ok) throw new UsageError(`${set.message} ${set.nextStep}`);
        const { account, before } = set;
        const told = before === role ? 'had that role before' : `was ${before} and is ${role} now`;
        io.out(`${account.email ?? ''} ${told}.\n`);
        return EXIT.done;
      });
      ended(exit);
    });
}

function addTurnOff(user: Command, { io, withRegistry, ended }: CommandSetting): void {
  user
    .command('turn-off-second-step')
    .summary('let somebody in who lost their authenticator app and their recovery codes')
    .description(
      'Turns off the second step of an account and ends its sessions. Its holder is told by mail. Be sure that it is they who ask: password and ' +
        'mailbox are all that guards the account from then on.',
    )
    .argument('<address>', 'e-mail address the account belongs to')
    .action(async (address: string) => {
      const exit = await withRegistry(async (registry) => {
        const lifted = await liftSecondFactor(registry, { email: address });
        if (!lifted.ok) throw new UsageError(`${lifted.message} ${lifted.nextStep}`);
        const { account, wasOn } = lifted;
        const told = wasOn ? 'needs no second step any more; its sessions have ended' : 'had no second step';
        io.out(`${account.email ?? ''} ${told}.\n`);
        return EXIT.done;
      });
      ended(exit);
    });
}

function addErase(user: Command, { io, withRegistry, ended }: CommandSetting): void {
  user
    .command('erase')
    .summary('erase an account')
    .description('Erases an account for good, as its holder asked for by mail. Asks nothing else.')
    .argument('<address>', 'e-mail address the account belongs to')
    .addOption(
      new Option('--noes <what>', 'whether its noes stand on without a name, or end too')
        .choices(ERASED_NOES)
        .makeOptionMandatory(),
    )
    .action(async (address: string, { noes }: { noes: ErasedNoes }) => {
      const exit = await withRegistry(async (registry) => {
        const erased = await eraseUser(registry, { email: address, noes });
        if (!erased.ok) throw new UsageError(`${erased.message} ${erased.nextStep}`);
        io.out(whatWasErased(erased));
        return EXIT.done;
      });
      ended(exit);
    });
}

function whatWasErased({ logIndex, answers }: ForgottenAccount): string {
  return (
    'Erased the account with its address, keys, evidence and notes, and what its answers said in readable words.\n' +
    `Answers that ended: ${answers.ended}. Noes that stand on without a name: ${answers.standing}.\n` +
    `On record in the log at index ${logIndex}. Backups of the registry still hold what was erased until they are replaced.\n`
  );
}
