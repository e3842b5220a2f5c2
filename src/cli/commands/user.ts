import { Option, type Command } from 'commander';
import { createUser } from '../../app/accounts/create-user.js';
import { ROLES, type Role } from '../../app/ports/accounts.js';
import { UsageError } from '../explain-failure.js';
import { EXIT } from '../io.js';
import type { CommandSetting } from '../command-setting.js';

export function addUser(program: Command, { io, withRegistry, ended }: CommandSetting): void {
  const user = program.command('user').description('accounts of this registry');
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
